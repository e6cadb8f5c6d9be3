import { security, testKinds } from '../../support/kinds-of-change';

describe('what generate tells of a change of credentials and words', () => {
  testKinds([
    [
      'whether credentials are needed',
      security(),
      security({ key: [] }),
      ['BREAK stricter: credentials: `key` (apiKey, header `X-Key`), was none'],
      ['looser: credentials: none, was `key` (apiKey, header `X-Key`)'],
    ],
    [
      'another way to get in',
      security({ key: [] }),
      security({ key: [] }, { user: [] }),
      [
        'looser: credentials: `key` (apiKey, header `X-Key`) or `user` (http `basic`), was `key` (apiKey, header `X-Key`)',
      ],
      [
        'BREAK stricter: credentials: `key` (apiKey, header `X-Key`), was `key` (apiKey, header `X-Key`) or `user` (http `basic`)',
      ],
    ],
    [
      'a scope',
      security({ oauth: ['read'] }),
      security({ oauth: ['read', 'write'] }),
      ['BREAK stricter: credentials: `oauth` (oauth2, `read`, `write`), was `oauth` (oauth2, `read`)'],
      ['looser: credentials: `oauth` (oauth2, `read`), was `oauth` (oauth2, `read`, `write`)'],
    ],
    ['the name of a scheme, which nobody sends', security({ key: [] }), security({ sameKey: [] }), [], []],
    [
      'a second credential that is sent in a field of the request, which is no parameter',
      security({ user: [] }),
      security({ user: [], key: [] }),
      [
        'BREAK stricter: credentials: `user` (http `basic`) and `key` (apiKey, header `X-Key`), was `user` (http `basic`)',
      ],
      [
        'looser: credentials: `user` (http `basic`), was `user` (http `basic`) and `key` (apiKey, header `X-Key`)',
      ],
    ],
    [
      'the kind of credentials, which says all',
      security({ user: [] }),
      security({ tokens: ['read'] }),
      ['BREAK stricter: credentials: `tokens` (oauth2, `read`), was `user` (http `basic`)'],
      ['BREAK stricter: credentials: `user` (http `basic`), was `tokens` (oauth2, `read`)'],
    ],
    [
      'the server of the operation',
      {},
      { servers: [{ url: 'https://files.example.test' }] },
      ['LOOK different: server: `{{filesExampleTestBaseUrl}}`, was `{{baseUrl}}`'],
      ['LOOK different: server: `{{baseUrl}}`, was `{{filesExampleTestBaseUrl}}`'],
    ],
    [
      'the operationId, which is what code is called',
      { operationId: 'one' },
      { operationId: 'other' },
      ['different: operationId: `other`, was `one`'],
      ['different: operationId: `one`, was `other`'],
    ],
    [
      'whether the operation is deprecated',
      {},
      { deprecated: true },
      ['different: the operation is deprecated now'],
      ['different: the operation is no longer deprecated'],
    ],
    [
      'words, which are no contract',
      { summary: 'One', description: 'a' },
      { summary: 'Other', description: 'b' },
      [],
      [],
    ],
  ]);
});
