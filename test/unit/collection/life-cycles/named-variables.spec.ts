import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import type { PostmanRequest } from '../../../../scripts/collection/postman';
import { buildRequest } from '../../../../scripts/collection/requests/build-request';
import { buildSettings } from '../../../../scripts/collection/scripts/build-settings';
import type { Variable, VariablePlace } from '../../../../scripts/contract/life-cycles/life-cycles';
import type { Contract, MediaType, Operation } from '../../../../scripts/contract/model';
import type { JsonValue } from '../../../../scripts/spec/document';
import { aroundOf, itemsOf, probesOf } from '../../../support/build-document';
import { operation, parameter } from '../../../support/contract-parts';
import { cycleContract } from '../../../support/cycle-contract';
import { wholeCollection } from '../../../support/whole-collection';

const scripts = { preRequest: ['// before\n'], test: ['// after\n'] };
const collection = wholeCollection(cycleContract, scripts);

type Place = Omit<VariablePlace, 'operation'> & { variable?: string; example?: JsonValue };

/** A request of an operation that names variables in these places, `x` where no name is given. */
function requestWith(places: Place[], parts: Partial<Operation>): PostmanRequest {
  const asked = operation({ key: 'POST /a', ...parts });
  const variables = places.map(
    ({ variable = 'x', example = '', ...place }): Variable => ({
      name: variable,
      description: '',
      source: { kind: 'value' },
      example,
      places: [{ operation: asked.key, ...place }],
    }),
  );
  const contract: Contract = {
    ...cycleContract,
    operations: [asked],
    lifeCycles: { ...cycleContract.lifeCycles, variables },
  };
  return buildRequest(asked, contract);
}

function bodyWith(
  type: string,
  sample: MediaType['sample'],
  parts: Partial<MediaType> = {},
): Partial<Operation> {
  const media = { type, schema: undefined, examples: [], sample, ...parts };
  return { requestBody: { required: true, description: '', content: [media] } };
}

function rawOf({ body }: PostmanRequest): string | undefined {
  return body?.mode === 'raw' ? body.raw : undefined;
}

describe('variables in requests', () => {
  it('stand in the path in place of the example', () => {
    const { url } = requestWith([{ in: 'path', name: 'id' }], {
      key: 'GET /a/{id}',
      parameters: [parameter('path', 'id', true, 'P 1', { required: true })],
    });
    deepStrictEqual(url.variable, [{ key: 'id', value: '{{x}}' }]);
  });

  it('are sent where an optional parameter would have to be ticked', () => {
    const { url, header } = requestWith(
      [
        { in: 'query', name: 'q' },
        { in: 'header', name: 'X-Id', variable: 'y' },
      ],
      {
        parameters: [
          parameter('query', 'q', true, 'a'),
          parameter('header', 'X-Id', true, 'b'),
          parameter('query', 'r', true, 'c'),
        ],
      },
    );
    deepStrictEqual(url.query, [
      { key: 'q', value: '{{x}}' },
      { key: 'r', value: 'c', disabled: true },
    ]);
    deepStrictEqual(header, [{ key: 'X-Id', value: '{{y}}' }]);
  });

  it('are one pair where a list would be several', () => {
    const { url } = requestWith([{ in: 'query', name: 'ids[]' }], {
      parameters: [parameter('query', 'ids[]', true, [1, 2])],
    });
    deepStrictEqual(url.query, [{ key: 'ids[]', value: '{{x}}' }]);
  });

  it('are bare in JSON where the example is a number or a boolean, and a text elsewhere', () => {
    const sample = { a: 1, b: true, c: 'c', d: { e: [{ f: 2 }, 'g'] }, h: null };
    const places: Place[] = ['/a', '/b', '/c', '/d/e/0/f', '/d/e/1', '/h'].map((name, index) => ({
      in: 'body',
      name,
      variable: `v${index}`,
    }));
    strictEqual(
      rawOf(requestWith(places, bodyWith('application/json', sample)))?.replaceAll(/\s+/g, ''),
      '{"a":{{v0}},"b":{{v1}},"c":"{{v2}}","d":{"e":[{"f":{{v3}}},"{{v4}}"]},"h":"{{v5}}"}',
    );
  });

  it('are what the example of the variable is, where the request has none', () => {
    const sample = { a: null, b: null };
    const places: Place[] = [
      { in: 'body', name: '/a', example: 7 },
      { in: 'body', name: '/b', variable: 'y', example: 'P 7' },
      { in: 'body', name: '/c', variable: 'z', example: true },
    ];
    strictEqual(
      rawOf(requestWith(places, bodyWith('application/json', sample)))?.replaceAll(/\s+/g, ''),
      '{"a":{{x}},"b":"{{y}}","c":{{z}}}',
    );
  });

  it('are the only braces in a body that Postman takes for a name', () => {
    const request = requestWith(
      [{ in: 'body', name: '/a' }],
      bodyWith('application/json', { a: 1, b: '{{x}}' }),
    );
    strictEqual(rawOf(request), '{\n  "a": {{x}},\n  "b": "\\u007b{x}}"\n}');
  });

  it('are added to a body whose example does not have the field', () => {
    const request = requestWith([{ in: 'body', name: '/b' }], bodyWith('application/json', { a: 1 }));
    strictEqual(rawOf(request), '{\n  "a": 1,\n  "b": "{{x}}"\n}');
  });

  it('are the values of forms', () => {
    const sample = { id: 7, ids: [1, 2], meta: { n: 1, s: 's' } };
    const places: Place[] = [
      { in: 'body', name: '/id' },
      { in: 'body', name: '/ids/1', variable: 'y' },
      { in: 'body', name: '/meta/n', variable: 'n' },
    ];
    const fields = [
      { key: 'id', value: '{{x}}' },
      { key: 'ids', value: '1' },
      { key: 'ids', value: '{{y}}' },
      { key: 'meta', value: '{"n":{{n}},"s":"s"}' },
    ];
    deepStrictEqual(requestWith(places, bodyWith('application/x-www-form-urlencoded', sample)).body, {
      mode: 'urlencoded',
      urlencoded: fields,
    });
    deepStrictEqual(requestWith(places, bodyWith('multipart/form-data', sample)).body, {
      mode: 'formdata',
      formdata: fields.map((field) => ({
        ...field,
        type: 'text',
        ...(field.key === 'meta' ? { contentType: 'application/json' } : {}),
      })),
    });
  });

  it('do not stand where the request has no such place', () => {
    const places: Place[] = [
      { in: 'body', name: '/list/3' },
      { in: 'query', name: 'q', variable: 'y' },
    ];
    const request = requestWith(places, bodyWith('application/json', { list: [1] }));
    strictEqual(rawOf(request), '{\n  "list": [\n    1\n  ]\n}');
    strictEqual(request.url.query, undefined);
  });

  it('share no place: the first one that claims it stands there', () => {
    const places: Place[] = [
      { in: 'query', name: 'q', variable: 'first' },
      { in: 'query', name: 'q', variable: 'second' },
    ];
    const { url } = requestWith(places, { parameters: [parameter('query', 'q', true, 'a')] });
    deepStrictEqual(url.query, [{ key: 'q', value: '{{first}}' }]);
  });

  it('stand in the requests of saved answers too', () => {
    const item = itemsOf(collection).find(({ name }) => name === 'Print a label');
    deepStrictEqual(item?.response[0]?.originalRequest.url.variable, [
      { key: 'number', value: '{{parcelNumber}}' },
    ]);
  });

  it('do not stand in probes, which send what the contract gives', () => {
    const probes = probesOf(collection).map(({ probe }) => JSON.stringify(probe.request));
    strictEqual(probes.length > 0, true);
    deepStrictEqual(
      probes.filter((request) => request.replaceAll('{{baseUrl}}', '').includes('{{')),
      [],
    );
  });
});

describe('the variables of the collection', () => {
  it('hold the example of each that a request or a lookup names, or that deletes something', () => {
    deepStrictEqual(collection.variable, [
      { key: 'parcelId', value: '7', description: 'id of what POST /parcels made' },
      { key: 'parcelNumber', value: 'P 7', description: 'number of what POST /parcels made' },
      { key: 'returnId', value: '9' },
      { key: 'batchId', value: '3' },
      { key: 'depotId', value: '12' },
      { key: 'country', value: 'PL', description: 'Two letters' },
    ]);
  });

  it('are not there where nothing names any', () => {
    const { lifeCycles, ...rest } = cycleContract;
    const bare = wholeCollection(
      { ...rest, lifeCycles: { ...lifeCycles, variables: [], resources: [] } },
      scripts,
    );
    strictEqual(bare.variable, undefined);
  });

  it('are told to the scripts with where their values come from', () => {
    const day: Variable = {
      name: 'day',
      description: '',
      source: { kind: 'date', workdays: 2, text: '{date}T10:00:00Z' },
      example: '2026-01-01',
      places: [{ operation: 'PUT /parcels/{id}', in: 'body', name: '/note' }],
    };
    const location: Variable = {
      name: 'place',
      description: '',
      source: { kind: 'answer', from: [{ operation: 'POST /batches', in: 'header', at: 'Location' }] },
      example: '/batches/3',
      places: [{ operation: 'GET /depots', in: 'query', name: 'country' }],
    };
    const { lifeCycles } = cycleContract;
    const variables = [...lifeCycles.variables, day, location];
    deepStrictEqual(buildSettings({ ...cycleContract, lifeCycles: { ...lifeCycles, variables } }).variables, {
      parcelId: { from: { 'POST /parcels': '/id' }, example: '7' },
      parcelNumber: { from: { 'POST /parcels': '/number' }, example: 'P 7' },
      returnId: { from: { 'POST /parcels/returns': '/id' }, example: '9' },
      batchId: { from: { 'POST /batches': '/id' }, example: '3' },
      depotId: {
        lookUp: { operation: 'GET /depots', query: [['country', '{{country}}']], at: '/items/0/id' },
      },
      country: {},
      day: { date: { workdays: 2, text: '{date}T10:00:00Z' } },
      place: { from: { 'POST /batches': 'header Location' }, example: '/batches/3' },
    });
  });

  it('keep their names away from what a run deletes', () => {
    const after = Object.values(aroundOf(collection)).flat();
    const named = after.flatMap(({ request }) => [...JSON.stringify(request).matchAll(/{{(deleted\w+)}}/g)]);
    deepStrictEqual([...new Set(named.map(([, name]) => name))].sort(), [
      'deletedBatchId',
      'deletedParcelId',
      'deletedParcelNumber',
    ]);
  });
});
