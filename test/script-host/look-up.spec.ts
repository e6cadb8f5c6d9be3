import { type Cycle, type CycleRequest, itCycles } from '../support/script-host-cycle';

describe('a look-up', () => {
  const create: CycleRequest = {
    name: 'create',
    send: 'POST /parcels',
    body: '{"from":{{senderDivisionId}},"in":"{{senderCountry}}"}',
    needs: 'jwt',
  };
  const twice = [create, { ...create, name: 'create 2' }];
  const kept = ['create: kept', 'create 2: kept'];
  const found = (id: unknown) => ({ body: { items: [{ id }] } });
  const ask = (country: string) => `GET /divisions?countryCodes%5B%5D=${country}&limit=1`;
  const sent = (id: unknown, country = 'PL') => `POST /parcels {"from":${id},"in":"${country}"}`;
  const lack = (why: string) =>
    `not tested: GET /divisions finds no senderDivisionId (senderCountry PL: ${why})`;

  itCycles([
    {
      title: 'is made once in a run, after the login',
      requests: twice,
      answers: { 'GET /divisions': [found(5)] },
      wire: ['login', ask('PL'), sent(5), sent(5)],
      outcomes: kept,
      left: { senderDivisionId: null },
      alsoInCli: true,
    },
    {
      title: 'is made again for another country, and not again for the first one',
      requests: [create],
      data: [{ senderCountry: 'PL' }, { senderCountry: 'D E' }, { senderCountry: 'PL' }, {}],
      answers: { 'GET /divisions': [found(5), found(6), found(7)] },
      wire: ['login', ask('PL'), sent(5), ask('D%20E'), sent(6, 'D E'), sent(5), sent(5)],
      outcomes: ['create: kept', 'create: kept', 'create: kept', 'create: kept'],
      alsoInCli: true,
    },
    {
      title: 'goes before the request without a jwt, too',
      requests: [{ ...create, needs: undefined } as unknown as CycleRequest],
      answers: { 'GET /divisions': [found(5)] },
      wire: [ask('PL'), sent(5)],
      outcomes: ['create: kept'],
    },
    {
      title: 'stands behind what a person set',
      requests: [create],
      environment: { senderDivisionId: '9' },
      wire: ['login', sent(9)],
      outcomes: ['create: kept'],
    },
    {
      title: 'stands behind what a row has, and only there',
      requests: [create],
      data: [{}, { senderDivisionId: 9 }, { senderDivisionId: '' }],
      answers: { 'GET /divisions': [found(5)] },
      wire: ['login', ask('PL'), sent(5), sent(9), sent(5)],
      outcomes: ['create: kept', 'create: kept', 'create: kept'],
      alsoInCli: true,
    },
    ...(
      [
        ['an empty list', { body: { items: [] } }, 'nothing at /items/0/id'],
        ['null', found(null), 'nothing at /items/0/id'],
        ['an empty text', found(''), 'nothing at /items/0/id'],
        ['the name of a variable', found('{{apiKey}}'), 'nothing at /items/0/id'],
        ['no JSON', { body: '<html>' }, 'nothing at /items/0/id'],
        ['404', { status: 404, body: { items: [{ id: 5 }] } }, 'answered 404'],
        ['500', { status: 500, body: {} }, 'answered 500'],
        ['401 with a new jwt', { status: 401, body: {} }, 'answered 401'],
      ] as const
    ).map(
      ([what, answer, why]): Cycle => ({
        title: `that comes to ${what} stops the request, fails once, and is not made again`,
        requests: twice,
        answers: { 'GET /divisions': [answer] },
        wire: ['login', ask('PL')],
        outcomes: [`create: failed (${lack(why)})`, `create 2: skipped (${lack(why)})`],
        alsoInCli: what === 'an empty list',
      }),
    ),
    {
      title: 'that gets no answer stops the request',
      requests: twice,
      answers: { 'GET /divisions': ['close'] },
      wire: ['login', ask('PL'), ask('PL'), ask('PL'), ask('PL')],
      outcomes: [`create: failed (${lack('no answer')})`, `create 2: skipped (${lack('no answer')})`],
    },
    {
      title: 'that is refused with a kept jwt is made again with a new one',
      requests: [{ name: 'other', send: 'GET /status', needs: 'jwt' }, create],
      answers: { 'GET /divisions': [{ status: 401, body: {} }, found(5)] },
      wire: ['login', 'GET /status', ask('PL'), 'login', ask('PL'), sent(5)],
      outcomes: ['other: kept', 'create: kept'],
      alsoInCli: true,
    },
    {
      title: 'that is refused with a new one, too, is not made a third time',
      requests: [{ name: 'other', send: 'GET /status', needs: 'jwt' }, create],
      answers: { 'GET /divisions': [{ status: 401, body: {} }] },
      wire: ['login', 'GET /status', ask('PL'), 'login', ask('PL')],
      outcomes: ['other: kept', `create: failed (${lack('answered 401')})`],
    },
    {
      title: 'is not made for a request that is not sent',
      requests: [{ ...create, send: 'PUT /parcels/:id', path: { id: '{{shipmentId}}' } }],
      wire: [],
      outcomes: ['create: skipped (not tested: no shipmentId is kept: send POST /shipments first)'],
    },
    {
      title: 'may need another one, which goes before it; in a circle one of them goes without',
      requests: [create],
      variables: {
        senderCountry: {
          lookUp: { operation: 'GET /countries', query: [['near', '{{senderDivisionId}}']], at: '/code' },
        },
        senderDivisionId: {
          lookUp: { operation: 'GET /divisions', query: [['in', '{{senderCountry}}']], at: '/id' },
        },
      },
      answers: {
        'GET /countries': [{ body: { code: 'DE' } }],
        'GET /divisions': [{ body: { id: 'd&1' } }],
      },
      wire: ['login', 'GET /countries?near=1', 'GET /divisions?in=DE', sent('"d&1"', 'DE')],
      outcomes: ['create: kept'],
    },
    {
      title: 'without a query has none',
      requests: [create],
      variables: {
        senderDivisionId: { lookUp: { operation: 'GET /divisions', query: [], at: '/id' } },
        senderCountry: {},
      },
      answers: { 'GET /divisions': [{ body: { id: 5 } }] },
      wire: ['login', 'GET /divisions', sent(5)],
      outcomes: ['create: kept'],
    },
  ]);
});
