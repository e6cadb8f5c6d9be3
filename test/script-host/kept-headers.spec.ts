import { itCycles } from '../support/script-host-cycle';

const variables = { thingUrl: { from: { 'POST /things': 'header Location' }, example: '/things/1' } };
const create = { name: 'create', send: 'POST /things', checks: { answers: { '201': {} } } };

describe('a header that an answer without a body gives', () => {
  itCycles([
    {
      title: 'is kept',
      variables,
      requests: [create],
      answers: { 'POST /things': [{ status: 201, headers: { Location: '/things/7' } }] },
      wire: ['POST /things'],
      outcomes: ['create: kept'],
      left: { thingUrl: '/things/7' },
    },
    {
      title: 'fails a check where it is missing',
      variables,
      requests: [create],
      answers: { 'POST /things': [{ status: 201 }] },
      wire: ['POST /things'],
      outcomes: ['create: failed (gives what later requests need)'],
    },
  ]);
});
