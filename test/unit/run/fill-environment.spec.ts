import assert from 'node:assert/strict';
import {
  environmentValue,
  fillEnvironment,
  secretsOf,
  variableNames,
} from '../../../scripts/run/inputs/fill-environment';
import { environment } from '../../support/postman-parts';

describe('fillEnvironment', () => {
  const before = environment({ apiKey: '', baseUrl: 'http://a.example' });

  it('sets values, also of variables that the environment lacks', () => {
    const filled = fillEnvironment(before, { apiKey: 'key', phone: '380' });
    assert.equal(environmentValue(filled, 'apiKey'), 'key');
    assert.equal(environmentValue(filled, 'phone'), '380');
    assert.equal(environmentValue(filled, 'baseUrl'), 'http://a.example');
    assert.equal(environmentValue(before, 'apiKey'), '');
  });

  it('takes nothing away for a value that is not given or empty', () => {
    const filled = fillEnvironment(environment({ apiKey: 'key' }), { apiKey: '', phone: undefined });
    assert.equal(environmentValue(filled, 'apiKey'), 'key');
    assert.equal(environmentValue(filled, 'phone'), undefined);
  });

  it('reads no text where there is none, and no variable without a name', () => {
    const values = [
      { key: 'baseUrl', value: { a: 1 } },
      { key: 'apiKey', value: 12_345_678 },
      { key: { a: 1 } },
      'jwt',
    ];
    assert.equal(environmentValue({ values }, 'baseUrl'), '');
    assert.equal(environmentValue({ values }, 'apiKey'), '12345678');
    assert.deepEqual(variableNames(values), ['baseUrl', 'apiKey']);
  });

  it('replaces both of two variables with one name', () => {
    const values = [
      { key: 'apiKey', value: 'old' },
      { key: 'apiKey', value: 'older' },
    ];
    assert.equal(environmentValue({ values }, 'apiKey'), 'older');
    assert.equal(environmentValue(fillEnvironment({ values }, { apiKey: 'new' }), 'apiKey'), 'new');
  });
});

describe('secretsOf', () => {
  it('finds the variables that are named like a secret, and those of the type secret', () => {
    const values = [
      { key: 'apiKey', value: 'a' },
      { key: 'phone', value: 'b' },
      { key: 'jwt', value: 'c' },
      { key: 'other', value: 'd', type: 'secret' },
      { key: 'expiredJwt', value: 'f' },
      { key: 'baseUrl', value: 'e' },
    ];
    assert.deepEqual(secretsOf(values), ['a', 'b', 'c', 'd', 'f']);
    assert.deepEqual(secretsOf(undefined), []);
  });
});
