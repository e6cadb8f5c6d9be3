import type { Profile } from '../../scripts/contract/profile/profile';

/** How one gets the jwt at `GET /login`, with the apiKey in the query parameter `key`. */
export const sampleLogin: NonNullable<Profile['login']> = {
  operation: 'GET /login',
  apiKey: { in: 'query', name: 'key' },
  jwt: '/jwt',
  send: { in: 'header', name: 'Authorization' },
  scheme: 'Token',
  lifetime: 3600,
  source: 'https://docs.example.test',
};
