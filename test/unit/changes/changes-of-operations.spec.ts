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
