import assert from 'node:assert/strict';
import { credential, type ProbeRequest, refused, wrongInput } from '../support/script-host-probes';
import { itHolds, type Scenario } from '../support/script-host-scenario';

const lacking: ProbeRequest = {
  name: 'create without a',
  method: 'POST',
  path: ['shipments'],
  body: '{}',
  probe: { ...refused, sends: 'body without /a', otherwise: 'finding' },
};
const example: ProbeRequest = {
  ...lacking,
  name: 'create example',
  body: '{"a":2}',
  probe: { sends: 'the example', expects: 'acceptance', statuses: ['422'], otherwise: 'broken' },
};
const wrongKey: ProbeRequest = {
  name: 'wrong key',
  method: 'GET',
  path: ['clients', 'authorization'],
  query: [{ key: 'apiKey', value: 'no-such-key' }],
  authorization: '',
  probe: { ...refused, noJwtAt: '/jwt' },
};
const rightKey: ProbeRequest = {
  ...wrongKey,
  name: 'right key',
  query: [
    { key: 'apiKey', value: '{{apiKey}}' },
    { key: 'x', value: '1' },
  ],
};

const unauthorized = { status: 401, body: {} };
const wrong = { status: 422, body: {} };
const allowed = { allowWrites: 'true' };
const created = { status: 201, body: { id: 'a/b 1' } };

const guard = (title: string, plays: string, rest: Partial<Scenario>): Scenario => ({
  title,
  send: ['status'],
  probes: [credential(''), lacking, wrongKey],
  environment: allowed,
  wire: ['GET /status'],
  outcomes: [
    'status: kept',
    ...['no jwt', 'create without a', 'wrong key'].map(
      (name) =>
        `${name}: skipped (not tested: this is a probe, and HOST is ${plays}: set allowWrites to HOST to send it)`,
    ),
  ],
  ...rest,
});

describe('where a probe may go', () => {
  itHolds([
    guard('none goes to production', 'production', {
      hosts: (host) => ({ [host]: 'production' }),
      alsoInCli: true,
    }),
    guard('none goes to a host that the contract does not know', 'a host that the contract does not know', {
      loopback: 'unknown',
    }),
    {
      title: 'they go to production that allowWrites names',
      send: [],
      probes: [credential(''), lacking],
      hosts: (host) => ({ [host]: 'production' }),
      environment: ({ host }) => ({ allowWrites: host }),
      answers: { 'GET /divisions': [unauthorized], 'POST /shipments': [wrong] },
      wire: ['GET /divisions', 'login key-1', 'POST /shipments jwt-1'],
      outcomes: ['no jwt: kept', 'create without a: kept'],
    },
    {
      title: 'one that writes waits for allowWrites on the sandbox, too',
      send: [],
      probes: [lacking, credential('')],
      hosts: (host) => ({ [host]: 'sandbox' }),
      answers: { 'GET /divisions': [unauthorized] },
      wire: ['GET /divisions'],
      outcomes: [
        'create without a: skipped (not tested: this writes: set the variable allowWrites to true to send it)',
        'no jwt: kept',
      ],
    },
  ]);
});

describe('a probe of the login', () => {
  itHolds([
    {
      title: 'that is refused says nothing about the key of the run',
      send: [],
      probes: [wrongKey, wrongInput],
      answers: {
        'GET /clients/authorization': [unauthorized, { jwt: {} }],
        'GET /divisions': [wrong],
      },
      wire: ['login no-such-key', 'login key-1', 'GET /divisions jwt-1'],
      outcomes: ['wrong key: kept', 'wrong input: kept'],
      alsoInCli: true,
    },
    {
      title: 'that gives a jwt is broken, and the jwt is not kept',
      send: [],
      probes: [wrongKey],
      wire: ['login no-such-key'],
      outcomes: ['wrong key: failed (gives no jwt; is refused)'],
      inspect: ({ environment }) => assert.ok(!('jwt' in environment)),
    },
    {
      title: 'with the right key says nothing about it either',
      send: [],
      probes: [rightKey, wrongInput],
      environment: { apiKey: 'a+b c' },
      answers: { 'GET /clients/authorization': [unauthorized, { jwt: {} }], 'GET /divisions': [wrong] },
      wire: ['login a+b c', 'login a+b c', 'GET /divisions jwt-1'],
      outcomes: ['right key: kept', 'wrong input: kept'],
    },
  ]);
});

describe('a probe that carries the jwt', () => {
  itHolds([
    {
      title: 'is sent again when the jwt was refused, and judged by its last answer',
      send: ['divisions'],
      probes: [wrongInput],
      answers: { 'GET /divisions': [{ body: {} }, unauthorized, wrong] },
      wire: [
        'login key-1',
        'GET /divisions jwt-1',
        'GET /divisions jwt-1',
        'login key-1',
        'GET /divisions jwt-2',
      ],
      outcomes: [
        'divisions: kept',
        'wrong input: skipped (not tested: the kept jwt was refused with 401 and is dropped; a run sends this request again)',
        'wrong input: kept',
      ],
      alsoInCli: true,
    },
  ]);
});

describe('what a probe creates', () => {
  const deleted = 'DELETE /shipments/a%2Fb%201 jwt-1';
  const create = ['login key-1', 'POST /shipments jwt-1'];
  const failed = 'not tested: what POST /shipments created could not be deleted: ';
  const base = { send: [], environment: allowed };

  itHolds([
    {
      ...base,
      title: 'is deleted, whether it was to be refused or accepted',
      probes: [lacking, example],
      answers: { 'POST /shipments': [created], 'DELETE /shipments/a%2Fb%201': [{ status: 204 }] },
      wire: [...create, deleted, 'POST /shipments jwt-1', deleted],
      outcomes: ['create without a: skipped (finding: body without /a: came 201)', 'create example: kept'],
      alsoInCli: true,
    },
    {
      ...base,
      title: 'is deleted with the kept jwt where the probe had none',
      send: ['divisions'],
      probes: [{ ...lacking, authorization: '', probe: refused }],
      answers: { 'POST /shipments': [created] },
      wire: ['login key-1', 'GET /divisions jwt-1', 'POST /shipments', deleted],
      outcomes: ['divisions: kept', 'create without a: failed (is refused)'],
    },
    {
      ...base,
      title: 'fails a check where it could not be deleted',
      probes: [example],
      answers: { 'POST /shipments': [created], 'DELETE /shipments/a%2Fb%201': [{ status: 500 }] },
      wire: [...create, deleted],
      outcomes: [`create example: failed (${failed}DELETE /shipments/{id}, id a/b 1, answered 500)`],
      alsoInCli: true,
    },
    {
      ...base,
      title: 'is deleted once the host is ready again, or has done it without an answer',
      probes: [example, lacking],
      answers: {
        'POST /shipments': [created],
        'DELETE /shipments/a%2Fb%201': [
          { status: 503 },
          { status: 503 },
          { status: 204 },
          'close',
          { status: 404 },
        ],
      },
      wire: [...create, deleted, deleted, deleted, 'POST /shipments jwt-1', deleted, deleted],
      outcomes: ['create example: kept', 'create without a: skipped (finding: body without /a: came 201)'],
      waits: [1000, 2000, 1000],
      alsoInCli: true,
    },
    {
      ...base,
      title: 'fails a check where the host never gets ready to delete it',
      probes: [example],
      answers: { 'POST /shipments': [created], 'DELETE /shipments/a%2Fb%201': [{ status: 503 }] },
      wire: [...create, deleted, deleted, deleted, deleted],
      outcomes: [`create example: failed (${failed}DELETE /shipments/{id}, id a/b 1, answered 503)`],
      waits: [1000, 2000, 4000],
    },
    {
      ...base,
      title: 'fails a check where its id did not come',
      probes: [example],
      answers: { 'POST /shipments': [{ status: 201, body: { number: 7 } }] },
      wire: create,
      outcomes: [`create example: failed (${failed}no id came at /id)`],
    },
    {
      ...base,
      title: 'is nothing where the probe was refused',
      probes: [lacking],
      answers: { 'POST /shipments': [{ ...wrong, body: { id: 7 } }] },
      wire: create,
      outcomes: ['create without a: kept'],
    },
    {
      ...base,
      title: 'by hand, outside the folder of the probes, stays',
      send: ['create shipment'],
      answers: { 'POST /shipments': [{ body: { id: 7 } }] },
      wire: create,
      outcomes: ['create shipment: kept'],
    },
  ]);
});
