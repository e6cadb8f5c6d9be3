import assert from 'node:assert/strict';
import { proxyUrls, urlCredentials } from '../../../scripts/run/secrets/url-credentials';

describe('urlCredentials', () => {
  it('gives passwords of urls, alone and with their user', () => {
    const urls = [
      'http://me:p%40ss@proxy:8080',
      'me:word@proxy',
      ' https://:token@a.example/b',
      'http://me@a',
    ];
    assert.deepEqual(urlCredentials(urls), [
      ...['p%40ss', 'me:p%40ss'],
      ...['word', 'me:word'],
      ...['token', ':token'],
    ]);
  });

  it('finds none in other texts', () => {
    assert.deepEqual(urlCredentials(['http://a.example:80/b@c', '12:30', 'a/b:c@d', '']), []);
  });
});

describe('proxyUrls', () => {
  it('gives those of each protocol, whatever the case', () => {
    const env = { HTTP_PROXY: 'a', https_proxy: 'b', ALL_PROXY: 'c', NO_PROXY: 'd', PATH: 'e' };
    assert.deepEqual(proxyUrls(env), ['a', 'b', 'c']);
  });
});
