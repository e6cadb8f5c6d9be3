import assert from 'node:assert/strict';
import type { Contract } from '../../../scripts/contract/model';
import { json, operation, parameter, response } from '../../support/contract-parts';
import { smallContract } from '../../support/small-contract';
import { logIn, withStandIn } from '../../support/with-stand-in';

type Sent = { method?: string; headers?: Record<string, string>; body?: string | Buffer };

const asJson = { 'Content-Type': 'application/json' };

/** Sends one request with a jwt. */
async function send(target: string, sent: Sent = {}, contract: Contract = smallContract) {
  return withStandIn({ contract }, async (standIn) => {
    const headers = { Authorization: await logIn(standIn), ...sent.headers };
    const answer = await fetch(`${standIn.url}${target}`, { ...sent, headers });
    return { status: answer.status, text: await answer.text() };
  });
}

describe('a request to the stand-in', () => {
  const accepted: [given: string, target: string, sent?: Sent][] = [
    ['no parameters', '/parcels'],
    [
      'all parameters',
      '/parcels?limit=1&states[]=new&states[]=done&ids=1,2&open=true',
      { headers: { 'X-Region': 'south' } },
    ],
    ['a list with indexes', '/parcels?states[0]=new&states[1]=done'],
    ['parameters that the contract does not know', '/parcels?trace=1'],
    ['a path parameter', '/parcels/7'],
    ['a body', '/parcels', { method: 'POST', headers: asJson, body: '{"weight":1.5,"note":null}' }],
    [
      'a media type with a parameter',
      '/parcels',
      {
        method: 'POST',
        headers: { 'Content-Type': 'Application/JSON; charset=utf-8' },
        body: '{"weight":1}',
      },
    ],
    ['a body of which nothing is known', '/parcels/7', { method: 'DELETE', headers: asJson, body: '{' }],
  ];
  for (const [given, target, sent] of accepted) {
    it(`is accepted with ${given}`, async () => {
      const { status, text } = await send(target, sent);
      assert.ok(status >= 200 && status < 300, `${status} ${text}`);
    });
  }

  const post = (body?: string | Buffer, headers: Record<string, string> = asJson): Sent => ({
    method: 'POST',
    headers,
    ...(body === undefined ? {} : { body }),
  });
  const refused: [given: string, target: string, sent: Sent, message: string][] = [
    ['a text for a number', '/parcels?limit=many', {}, 'query parameter limit: must be integer'],
    ['an empty number', '/parcels?limit=', {}, 'query parameter limit: must be integer'],
    ['a number below its bound', '/parcels?limit=0', {}, 'query parameter limit: must be >= 1'],
    [
      'a value outside of an enum',
      '/parcels?states[]=old',
      {},
      'query parameter states[]: /0 must be equal to one of the allowed values ["new","done"]',
    ],
    ['a text in a list of numbers', '/parcels?ids=1,x', {}, 'query parameter ids: /1 must be integer'],
    ['True for a boolean', '/parcels?open=True', {}, 'query parameter open: must be boolean'],
    [
      'a header outside of its enum',
      '/parcels',
      { headers: { 'X-Region': 'west' } },
      'header parameter X-Region: must be equal to one of the allowed values ["north","south"]',
    ],
    ['encoding that cannot be decoded', '/parcels?limit=%zz', {}, 'percent-encoding that cannot be decoded'],
    ['no body', '/parcels', post(undefined, {}), 'body: is required'],
    ['an empty body', '/parcels', post(''), 'body: is required'],
    ['a body that is no JSON', '/parcels', post('{"weight":'), 'body: is not JSON'],
    ['a body that is no UTF-8', '/parcels', post(Buffer.from([0x22, 0xff, 0x22])), 'body: is not JSON'],
    ['a missing field', '/parcels', post('{}'), "body: must have required property 'weight'"],
    ['a field of a wrong type', '/parcels', post('{"weight":"1"}'), 'body: /weight must be number'],
    ['a list for an object', '/parcels', post('[]'), 'body: must be object'],
    [
      'a wrong media type',
      '/parcels',
      post('weight=1', { 'Content-Type': 'application/x-www-form-urlencoded' }),
      'header Content-Type: must be application/json',
    ],
  ];
  for (const [given, target, sent, message] of refused) {
    it(`is refused with the documented 422 and a useful message for ${given}`, async () => {
      const { status, text } = await send(target, sent);
      assert.equal(status, 422);
      assert.deepEqual(JSON.parse(text), { errors: { '': message } });
    });
  }

  it('is refused with 400 where 422 is not documented', async () => {
    assert.deepEqual(await send('/parcels/%zz'), {
      status: 400,
      text: '{"message":"percent-encoding that cannot be decoded"}',
    });
    assert.deepEqual(await send('/parcels/seven'), {
      status: 400,
      text: '{"message":"path parameter id: must be integer"}',
    });
  });

  const open = (...responses: [string, ...object[]][]) =>
    operation({
      key: 'GET /open',
      needsLogin: false,
      parameters: [parameter('query', 'limit', { type: 'integer' }, 1)],
      responses: [
        response('200'),
        ...responses.map(([status]) => response(status, json(true, { error: 'x' }))),
      ],
    });
  const choices: [given: string, documented: string[], status: number][] = [
    ['a range', ['401', '4XX'], 422],
    ['default', ['401', 'default'], 422],
    ['400 before a range', ['4XX', '400'], 400],
    ['nothing that fits: the input is taken', ['401', '500'], 200],
  ];
  for (const [given, documented, want] of choices) {
    it(`is answered ${want} where the contract documents ${given}`, async () => {
      const operations = [
        ...smallContract.operations,
        open(...documented.map((status): [string] => [status])),
      ];
      assert.equal((await send('/open?limit=x', {}, { ...smallContract, operations })).status, want);
    });
  }

  it('is refused with 415 for its media type where that is documented', async () => {
    const upload = operation({
      key: 'POST /upload',
      requestBody: {
        required: true,
        description: '',
        content: [{ type: 'text/*', schema: { type: 'string', maxLength: 3 }, examples: [], sample: '' }],
      },
      responses: [response('201'), response('415'), response('422')],
    });
    const contract = { ...smallContract, operations: [...smallContract.operations, upload] };
    const asType = (type: string, body: string) =>
      send('/upload', post(body, { 'Content-Type': type }), contract);
    assert.equal((await asType('image/png', 'abc')).status, 415);
    assert.equal((await asType('text/csv', 'abcd')).status, 422);
    assert.equal((await asType('text/csv', 'abc')).status, 201);
  });

  it('has a form read by its schema', async () => {
    const form = operation({
      key: 'POST /form',
      requestBody: {
        required: true,
        description: '',
        content: [
          {
            type: 'application/x-www-form-urlencoded',
            schema: {
              type: 'object',
              required: ['n'],
              properties: { n: { type: 'integer' }, tags: { type: 'array', items: { type: 'string' } } },
            },
            examples: [],
            sample: {},
          },
        ],
      },
      responses: [response('201'), response('422')],
    });
    const contract = { ...smallContract, operations: [...smallContract.operations, form] };
    const asForm = (body: string) =>
      send('/form', post(body, { 'Content-Type': 'application/x-www-form-urlencoded' }), contract);
    assert.equal((await asForm('n=1&tags=a&tags=b')).status, 201);
    assert.equal((await asForm('n=one')).status, 422);
    assert.equal((await asForm('tags=a')).status, 422);
  });

  it('is refused with 413 when its body is larger than a megabyte, and the next one is served', async () => {
    await withStandIn({}, async (standIn) => {
      const headers = { Authorization: await logIn(standIn), ...asJson };
      const large = JSON.stringify({ weight: 1, note: 'x'.repeat(1024 * 1024) });
      const answer = await fetch(`${standIn.url}/parcels`, { method: 'POST', headers, body: large });
      assert.equal(answer.status, 413);
      assert.equal((await fetch(`${standIn.url}/parcels`, { headers })).status, 200);
    });
  });
});
