import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { createSchemaCheck } from '../../../scripts/stand-in/requests/schema-check';
import { type StandIn, startStandIn } from '../../../scripts/stand-in/start-stand-in';
import { json, operation, response } from '../../support/contract-parts';
import { smallContract } from '../../support/small-contract';
import { logIn, withStandIn } from '../../support/with-stand-in';

async function get(standIn: StandIn, target: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${standIn.url}${target}`, { headers: { Authorization: await logIn(standIn) }, ...init });
}

/** Sends bytes as they are and gives back the first line of what comes. */
function sendRaw(standIn: StandIn, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(standIn.port, '127.0.0.1', () => socket.write(text));
    let received = '';
    socket.on('data', (chunk) => {
      received += chunk;
      socket.destroy();
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(received.split('\r\n')[0] ?? ''));
  });
}

describe('an answer of the stand-in', () => {
  it('is the documented success, with its example, its media type and its length', async () => {
    await withStandIn({}, async (standIn) => {
      const answer = await get(standIn, '/parcels');
      const text = await answer.text();
      assert.equal(answer.status, 200);
      assert.equal(answer.headers.get('content-type'), 'application/json');
      assert.equal(answer.headers.get('content-length'), String(text.length));
      assert.deepEqual(JSON.parse(text), { items: [{ id: 7, state: 'new', weight: 1.5 }] });
    });
  });

  it('is a PDF of one page where one is documented', async () => {
    await withStandIn({}, async (standIn) => {
      const answer = await get(standIn, '/parcels/print');
      const file = Buffer.from(await answer.arrayBuffer()).toString('latin1');
      assert.equal(answer.headers.get('content-type'), 'application/pdf');
      assert.equal(answer.headers.get('content-length'), String(file.length));
      assert.match(file, /^%PDF-1\.4\n/);
      assert.match(file, /\/Count 1 /);
      const startxref = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file)?.[1]);
      assert.equal(file.slice(startxref, startxref + 5), 'xref\n');
      // Each entry of the cross-reference table leads to its object.
      const offsets = [...file.slice(startxref).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) =>
        Number(offset),
      );
      assert.equal(offsets.length, 5);
      offsets.forEach((offset, index) => {
        assert.ok(file.slice(offset).startsWith(`${index + 1} 0 obj\n`));
      });
    });
  });

  it('has no body and no media type where 204 is documented', async () => {
    await withStandIn({}, async (standIn) => {
      const answer = await get(standIn, '/parcels/7', {
        method: 'DELETE',
        headers: { Authorization: await logIn(standIn) },
      });
      assert.equal(answer.status, 204);
      assert.equal(answer.headers.get('content-type'), null);
      assert.equal(answer.headers.get('content-length'), null);
      assert.equal(await answer.text(), '');
    });
  });

  it('satisfies its own schema even where the first example of the contract does not', async () => {
    const kept = operation({
      key: 'GET /kept',
      needsLogin: false,
      responses: [
        response('200', {
          ...json({ $ref: '#/definitions/Parcel' }, { id: 'seven' }),
          examples: [
            { name: 'broken', value: { id: 'seven' } },
            { name: 'kept', value: { id: 8, state: 'done' } },
          ],
        }),
      ],
    });
    await withStandIn({ contract: { ...smallContract, operations: [kept] } }, async (standIn) => {
      assert.deepEqual(await (await fetch(`${standIn.url}/kept`)).json(), { id: 8, state: 'done' });
    });
  });

  it('is what Accept asks for among the documented types', async () => {
    const both = operation({
      key: 'GET /both',
      needsLogin: false,
      responses: [
        response(
          '2XX',
          { type: 'text/csv', schema: { type: 'string' }, examples: [], sample: 'id\n7\n' },
          json({ type: 'object' }, { id: 7 }),
        ),
      ],
    });
    await withStandIn({ contract: { ...smallContract, operations: [both] } }, async (standIn) => {
      const asked = await fetch(`${standIn.url}/both`, { headers: { Accept: 'text/csv' } });
      assert.equal(asked.headers.get('content-type'), 'text/csv');
      assert.equal(await asked.text(), 'id\n7\n');
      assert.deepEqual(await (await fetch(`${standIn.url}/both`)).json(), { id: 7 });
    });
  });

  it('keeps an error shape whose texts cannot be replaced', async () => {
    const schema = { type: 'object', required: ['code'], properties: { code: { enum: ['refused'] } } };
    const strict = operation({
      key: 'GET /strict',
      responses: [response('401', json(schema, { code: 'refused' }))],
    });
    await withStandIn({ contract: { ...smallContract, operations: [strict] } }, async (standIn) => {
      const answer = await fetch(`${standIn.url}/strict`);
      assert.equal(answer.status, 401);
      assert.deepEqual(await answer.json(), { code: 'refused' });
    });
  });

  it('to HEAD is that to GET without its body', async () => {
    await withStandIn({}, async (standIn) => {
      const headers = { Authorization: await logIn(standIn) };
      const answer = await get(standIn, '/parcels', { method: 'HEAD', headers });
      assert.equal(answer.status, 200);
      assert.equal(answer.headers.get('content-length'), '47');
      assert.equal(await answer.text(), '');
    });
  });

  it('says which methods an existing path has, and that an unknown path is unknown', async () => {
    await withStandIn({}, async (standIn) => {
      const other = await fetch(`${standIn.url}/parcels/7`, { method: 'PATCH' });
      assert.equal(other.status, 405);
      assert.equal(other.headers.get('allow'), 'DELETE, GET, HEAD');
      assert.equal((await fetch(`${standIn.url}/elsewhere`)).status, 404);
      assert.equal((await fetch(`http://127.0.0.1:${standIn.port}/parcels`)).status, 404);
      assert.equal((await fetch(`${standIn.url}/%zz`)).status, 400);
    });
  });

  it('comes to many at once', async () => {
    await withStandIn({}, async (standIn) => {
      const targets = Array.from({ length: 50 }, (_, index) => `/parcels?limit=${index}`);
      const answers = await Promise.all(targets.map((target) => get(standIn, target)));
      assert.deepEqual(
        answers.map(({ status }) => status),
        [422, ...Array(49).fill(200)],
      );
    });
  });

  it('comes after malformed requests too', async () => {
    await withStandIn({}, async (standIn) => {
      assert.match(await sendRaw(standIn, 'NONSENSE\r\n\r\n'), /^HTTP\/1\.1 400 /);
      assert.match(
        await sendRaw(standIn, 'GET http://any.test/v1/%E0 HTTP/1.1\r\nHost: a\r\n\r\n'),
        /^HTTP\/1\.1 400 /,
      );
      assert.match(await sendRaw(standIn, 'OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n'), /^HTTP\/1\.1 404 /);
      assert.equal((await get(standIn, '/parcels')).status, 200);
    });
  });
});

describe('startStandIn', () => {
  it('records what came over the wire and what became of it, in order', async () => {
    await withStandIn({}, async (standIn) => {
      const headers = { Authorization: await logIn(standIn), 'Content-Type': 'application/json' };
      await fetch(`${standIn.url}/parcels?a=1&b=x%26+y`, { method: 'POST', headers, body: '{"weight":2}' });
      await fetch(`${standIn.url}/else%20where`);
      assert.deepEqual(
        standIn.requests.map(({ method, path, query, body, operation: key, status }) => ({
          method,
          path,
          query,
          body,
          key,
          status,
        })),
        [
          {
            method: 'GET',
            path: '/v1/clients/authorization',
            query: [['apiKey', 'PUBLIC-KEY']],
            body: '',
            key: 'GET /clients/authorization',
            status: 200,
          },
          {
            method: 'POST',
            path: '/v1/parcels',
            query: [
              ['a', '1'],
              ['b', 'x& y'],
            ],
            body: '{"weight":2}',
            key: 'POST /parcels',
            status: 201,
          },
          { method: 'GET', path: '/v1/else%20where', query: [], body: '', key: undefined, status: 404 },
        ],
      );
      assert.equal(standIn.requests[1]?.headers.authorization, headers.Authorization);
    });
  });

  it('keeps the latest requests only, when told so', async () => {
    await withStandIn({ keptRequests: 2 }, async (standIn) => {
      for (const name of ['a', 'b', 'c']) await fetch(`${standIn.url}/${name}`);
      assert.deepEqual(
        standIn.requests.map(({ path }) => path),
        ['/v1/b', '/v1/c'],
      );
    });
  });

  it('takes the path of the stand-in environment, else of the first server', async () => {
    await withStandIn({}, ({ url, port }) => assert.equal(url, `http://127.0.0.1:${port}/v1`));
    const servers = [{ url: '/relative/', description: '' }];
    await withStandIn({ contract: { ...smallContract, environments: [], servers } }, ({ url, port }) =>
      assert.equal(url, `http://127.0.0.1:${port}/relative`),
    );
    await withStandIn({ contract: { ...smallContract, environments: [], servers: [] } }, ({ url, port }) =>
      assert.equal(url, `http://127.0.0.1:${port}`),
    );
  });

  it('rejects when its port is taken', async () => {
    await withStandIn({}, async ({ port }) => {
      await assert.rejects(startStandIn({ contract: smallContract, port }), { code: 'EADDRINUSE' });
    });
  });

  it('ends open connections when it is closed', async () => {
    const standIn = await startStandIn({ contract: smallContract });
    const socket = connect(standIn.port, '127.0.0.1');
    await new Promise((resolve) => socket.once('connect', resolve));
    socket.write('POST /v1/parcels HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n');
    const ended = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => undefined);
    await standIn.close();
    await ended;
    await assert.rejects(fetch(standIn.url));
  });
});

describe('createSchemaCheck', () => {
  const checkSchema = createSchemaCheck({
    Tree: { type: 'object', properties: { below: { $ref: '#/definitions/Tree' } } },
  });
  const check: (...args: Parameters<typeof checkSchema>) => string[] = (schema, value) =>
    checkSchema(schema, value).map(({ message }) => message);

  it('names the place and the rule, and never the value', () => {
    assert.deepEqual(check({ $ref: '#/definitions/Tree' }, { below: { below: 'SECRET' } }), [
      '/below/below must be object',
    ]);
    assert.deepEqual(check({ enum: ['a'] }, 'SECRET'), ['must be equal to one of the allowed values ["a"]']);
    assert.deepEqual(check({ pattern: '^a$' }, 'SECRET'), ['must match pattern "^a$"']);
  });

  it('takes what OpenAPI allows: decimals, letters of every script, properties of every name', () => {
    assert.deepEqual(check({ multipleOf: 0.01 }, 0.07), []);
    assert.deepEqual(check({ pattern: '^\\p{L}+$' }, 'Łódź'), []);
    assert.deepEqual(check({ pattern: '^\\-$' }, '-'), []);
    assert.deepEqual(check({ required: ['constructor'] }, {}), ["must have required property 'constructor'"]);
    assert.deepEqual(check({ format: 'never-heard-of' }, 'x'), []);
  });
});
