import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { redactValue } from '../../../scripts/run/secrets/redact-value';

const redact = (text: string) => text.replaceAll('secret', '***');

describe('redactValue', () => {
  it('redacts texts in lists, objects, their keys, maps and sets', () => {
    const value = {
      list: ['a secret', 1, null],
      'secret key': { deep: 'secret' },
      map: new Map([['secret', ['secret']]]),
      set: new Set(['secret']),
    };
    assert.deepEqual(redactValue(value, redact), {
      list: ['a ***', 1, null],
      '*** key': { deep: '***' },
      map: new Map([['***', ['***']]]),
      set: new Set(['***']),
    });
  });

  it('redacts the message and the stack of an error', () => {
    const text = inspect(redactValue(new TypeError('a secret failed'), redact));
    assert.match(text, /TypeError: a \*\*\* failed/);
    assert.ok(!text.includes('secret'));
  });

  it('hides bytes that spell a secret, in a buffer or a list of numbers', () => {
    const bytes = Buffer.from('a secret');
    assert.equal(redactValue(bytes, redact), '(bytes with a secret)');
    assert.equal(redactValue([...bytes], redact), '(bytes with a secret)');
    assert.deepEqual(redactValue([1, 2, 3], redact), [1, 2, 3]);
  });

  it('copes with a value that contains itself, and does not change it', () => {
    const value: { name: string; self?: unknown } = { name: 'secret' };
    value.self = value;
    const copy = redactValue(value, redact);
    assert.equal(copy.name, '***');
    assert.equal(copy.self, copy);
    assert.equal(value.name, 'secret');
  });
});
