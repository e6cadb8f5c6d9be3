import assert from 'node:assert/strict';
import { isProduction, productionNotice } from '../../../scripts/run/inputs/production-notice';
import { environment } from '../../support/postman-parts';

const own = environment({ baseUrl: 'https://api.example.com/v1' });
const requests = [
  { id: '1', name: 'list', folder: ['Parcels'], operation: 'GET /parcels' },
  { id: '2', name: 'create', folder: ['Parcels'], operation: 'POST /parcels' },
  { id: '3', name: 'login', folder: ['Login', 'Inner'], operation: 'GET /login' },
];

describe('the notice before a run against production', () => {
  it('says where how much goes, and what does not', () => {
    assert.deepEqual(productionNotice(own, requests), [
      'PRODUCTION: api.example.com',
      '  up to 3 requests, one login among them or before them, and no probes:',
      '    Parcels: 2',
      '    Login: 1',
      '  2 only read; of the other 1, those that create, change or delete are held back',
    ]);
  });

  it('says in capitals that writes are let through', () => {
    const open = environment({ baseUrl: 'https://api.example.com:8443', allowWrites: 'api.example.com' });
    assert.equal(
      productionNotice(open, requests).at(-1),
      '  allowWrites names this host: 1 request may CREATE, CHANGE AND DELETE there',
    );
  });

  it('is due where the host is that of production, whatever the environment is called', () => {
    assert.equal(isProduction(environment({ baseUrl: 'https://API.example.com' }), own), true);
    assert.equal(isProduction(environment({ baseUrl: 'https://stage.example.com' }), own), false);
    assert.equal(isProduction(environment({ baseUrl: 'api.example.com' }), own), true);
  });

  it('is due where the host plays production by another name', () => {
    const roles = { 'api.example.ua': 'production', 'stage.example.com': 'sandbox' };
    const due = (baseUrl: string) => isProduction(environment({ baseUrl }), own, roles);
    assert.equal(due('https://api.example.ua:443/v1'), true);
    assert.equal(due('https://stage.example.com'), false);
    assert.equal(due('https://constructor'), false);
  });

  it('is one line each, and shows no password', () => {
    const odd = environment({ baseUrl: 'https://me:word@a b\n' });
    const lines = productionNotice(odd, [{ id: '1', name: 'a', folder: ['F\nG'], operation: 'GET /a' }]);
    assert.equal(lines[0], 'PRODUCTION: a b');
    assert.equal(lines[2], '    F G: 1');
  });

  it('is due where the environment says that it is production', () => {
    const named = environment({ baseUrl: 'https://stage.example.com', environment: 'Production' });
    assert.equal(isProduction(named, undefined), true);
    assert.equal(isProduction(environment({ baseUrl: '' }), environment({ baseUrl: '' })), false);
  });
});
