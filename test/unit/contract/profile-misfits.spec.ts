import { deepEqual } from 'node:assert/strict';
import type { Profile } from '../../../scripts/contract/profile/profile';
import { describeDocument } from '../../support/describe-document';
import { parcelsDocument } from '../../support/parcels-document';

describe('a profile that does not fit the contract is refused', () => {
  const to = (text: string | string[], operation = 'POST /parcels'): Profile => ({
    variables: { shop: { value: 'x', to: { [operation]: text } } },
  });
  const from = (pointer: string, operation = 'POST /parcels'): Profile => ({
    variables: { shop: { from: { [operation]: pointer } } },
  });
  const lookUp = (send: string, take = '/items/0/id'): Profile => ({
    variables: { country: { value: 'PL' }, shop: { lookUp: { send, take } } },
  });
  const at = '/variables/shop';
  const post = `${at}/to/POST ~1parcels`;
  const refused: [what: string, profile: Profile, pointer: string, says: string, hint: string][] = [
    [
      'a parameter that is not there',
      to('query id[]', 'GET /parcels'),
      `${at}/to/GET ~1parcels`,
      'GET /parcels has no query parameter id[]',
      'did you mean ids[]',
    ],
    [
      'a parameter elsewhere',
      to('header id', 'PUT /parcels/{id}'),
      `${at}/to/PUT ~1parcels~1{id}`,
      'PUT /parcels/{id} has no header parameter id',
      'there are: X-Version',
    ],
    [
      'a body where none is sent',
      to('body /a', 'GET /parcels'),
      `${at}/to/GET ~1parcels`,
      'GET /parcels sends no body',
      'name a parameter of it',
    ],
    [
      'a field of a text',
      to('body /a', 'POST /labels'),
      `${at}/to/POST ~1labels`,
      'POST /labels sends text/plain, which has no fields',
      'name a parameter of it',
    ],
    [
      'a field that is not there',
      to('body /nots'),
      post,
      'the body of POST /parcels: there is no /nots',
      'did you mean /note',
    ],
    [
      'an item that the example lacks',
      to('body /pieces/1/kg'),
      post,
      'the body of POST /parcels: the example has no /pieces/1',
      'name an item that the example has',
    ],
    [
      'a field below a text',
      to('body /from/code'),
      post,
      'the body of POST /parcels: there is no /from/code',
      '/from has no fields',
    ],
    [
      'an object as a whole',
      to('body /pieces/0'),
      post,
      'the body of POST /parcels: /pieces/0 is an object or a list',
      'name a field in it',
    ],
    [
      'the second of two places',
      to(['body /from', 'body /nota']),
      `${post}/1`,
      'the body of POST /parcels: there is no /nota',
      'did you mean /note',
    ],
    [
      'one place twice',
      to(['body /from', 'body /from']),
      `${post}/1`,
      'body /from of POST /parcels is shop already',
      'name it once',
    ],
    [
      'an answer without the field',
      from('/versoin'),
      `${at}/from/POST ~1parcels`,
      'the answer of POST /parcels: there is no /versoin',
      'did you mean /version',
    ],
    [
      'an answer without JSON',
      from('/id', 'POST /labels'),
      `${at}/from/POST ~1labels`,
      'POST /labels documents no answer in JSON',
      'name another operation',
    ],
    [
      'no source',
      { variables: { parcelld: { to: {} } } },
      '/variables/parcelld',
      'nothing gives parcelld a value: the contract does not derive it, and it has no source',
      'did you mean parcelId',
    ],
    [
      'a lookup with another parameter',
      lookUp('GET /depots?country[]=PL'),
      `${at}/lookUp/send`,
      'GET /depots has no query parameter country[]',
      'did you mean countries[]',
    ],
    [
      'a lookup at a path with a parameter',
      lookUp('GET /depots/{id}', '/id'),
      `${at}/lookUp/send`,
      'the path of GET /depots/{id} takes a parameter',
      'use a call without one',
    ],
    [
      'a lookup with an unknown variable',
      lookUp('GET /depots?limit={{countrie}}'),
      `${at}/lookUp/send`,
      'there is no variable countrie',
      'did you mean country',
    ],
    [
      'a lookup with itself',
      lookUp('GET /depots?limit={{shop}}'),
      `${at}/lookUp/send`,
      'shop is looked up with shop itself',
      'let one of them have another source',
    ],
    [
      'a lookup of what is not there',
      lookUp('GET /depots', '/items/0/ib'),
      `${at}/lookUp/take`,
      'the answer of GET /depots: there is no /items/0/ib',
      'did you mean /items/0/id',
    ],
    [
      'a deleter whose maker gives no such id',
      { deleters: [{ operation: 'POST /parcels', by: 'DELETE /parcels/{id}', id: '/ID' }] },
      '/deleters/0/id',
      'the answer of POST /parcels: there is no /ID',
      'did you mean /id',
    ],
    [
      'an order in a circle',
      {
        order: [
          ['GET /parcels', 'POST /parcels'],
          ['POST /parcels', 'POST /returns'],
          ['POST /returns', 'GET /parcels'],
        ],
      },
      '/order/2',
      'POST /returns cannot go before GET /parcels: the pairs above say the opposite',
      'take one of them out',
    ],
    [
      'an operation before itself',
      { order: [['GET /parcels', 'GET /parcels']] },
      '/order/0',
      'GET /parcels cannot go before GET /parcels: the pairs above say the opposite',
      'take one of them out',
    ],
    [
      'a read-back of what makes nothing',
      { readsBack: { 'GET /depots': { '/id': '/id' } } },
      '/readsBack/GET ~1depots',
      'GET /depots makes nothing, and its path names nothing that another operation makes',
      'only what was created can be read back',
    ],
    [
      'a read-back of what nothing lists',
      {
        deleters: [{ operation: 'POST /returns', by: 'DELETE /parcels/{id}', id: '/id' }],
        readsBack: { 'POST /returns': { '/id': '/id' } },
      },
      '/readsBack/POST ~1returns',
      'no operation lists what returnId is the id of, so nothing reads back',
      'take the line out',
    ],
    [
      'a read-back of what is not sent',
      { readsBack: { 'PUT /parcels/{id}': { '/nota': '/note' } } },
      '/readsBack/PUT ~1parcels~1{id}/~1nota',
      'the body of PUT /parcels/{id}: there is no /nota',
      'did you mean /note',
    ],
    [
      'a read-back of what the list does not show',
      { readsBack: { 'PUT /parcels/{id}': { '/note': '/size/g' } } },
      '/readsBack/PUT ~1parcels~1{id}/~1note',
      'an item of GET /parcels: there is no /size/g',
      'did you mean /size/kg',
    ],
    [
      'a refusal that is not documented',
      { notNow: [{ operation: 'PUT /parcels/{id}', statuses: [409, 422], reason: 'x' }] },
      '/notNow/0/statuses/1',
      'PUT /parcels/{id} does not document 422',
      'it has: 200, 409',
    ],
  ];
  for (const [what, profile, pointer, says, hint] of refused) {
    it(what, () => {
      const [problem, ...others] = describeDocument(parcelsDocument, profile).problems;
      deepEqual(others, []);
      deepEqual(problem, {
        code: 'PROFILE_MISMATCH',
        severity: 'error',
        file: 'profile.yaml',
        line: 1,
        pointer,
        message: says,
        hint,
      });
    });
  }

  it('two variables that need each other', () => {
    const { problems } = describeDocument(parcelsDocument, {
      variables: {
        one: { lookUp: { send: 'GET /depots?limit={{two}}', take: '/items/0/id' } },
        two: { lookUp: { send: 'GET /depots?limit={{one}}', take: '/items/0/id' } },
      },
    });
    deepEqual(
      problems.map(({ pointer, message }) => [pointer, message]),
      [
        ['/variables/one/lookUp/send', 'two is looked up with one itself'],
        ['/variables/two/lookUp/send', 'one is looked up with two itself'],
      ],
    );
  });

  it('a lookup with a call that writes', () => {
    const { problems } = describeDocument(parcelsDocument, {
      ...lookUp('GET /depots'),
      writes: ['GET /depots'],
    });
    deepEqual(
      problems.map(({ message }) => message),
      ['GET /depots writes'],
    );
  });
});
