import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { Url } from 'postman-collection';
import { redactValue } from '../../../scripts/run/secrets/redact-value';

const redaction = { redact: (text: string) => text.replaceAll('secret', '***') };

describe('redactValue', () => {
  it('redacts texts in lists, objects, their keys, maps and sets', () => {
    const value = {
      list: ['a secret', 1, null],
      'secret key': { deep: 'secret' },
      map: new Map([['secret', ['secret']]]),
      set: new Set(['secret']),
    };
    assert.deepEqual(redactValue(value, redaction), {
      list: ['a ***', 1, null],
      '*** key': { deep: '***' },
      map: new Map([['***', ['***']]]),
      set: new Set(['***']),
    });
  });

  it('redacts the message and the stack of an error', () => {
    const text = inspect(redactValue(new TypeError('a secret failed'), redaction));
    assert.match(text, /TypeError: a \*\*\* failed/);
    assert.ok(!text.includes('secret'));
  });

  it('hides bytes that spell a secret, in a buffer or a list of numbers', () => {
    const bytes = Buffer.from('a secret');
    assert.deepEqual(redactValue(bytes, redaction), Buffer.from('a ***'));
    assert.deepEqual(redactValue([...bytes], redaction), [...Buffer.from('a ***')]);
    assert.deepEqual(redactValue([1, 2, 3], redaction), [1, 2, 3]);
  });

  it('hides a secret whose bytes or letters are numbered, or stand in a list', () => {
    const bytes = Uint8Array.from(Buffer.from('a secret'));
    assert.deepEqual(redactValue({ ...bytes }, redaction), { ...Buffer.from('a ***') });
    assert.deepEqual(redactValue({ ...[...'a secret'] }, redaction), { ...[...'a ***'] });
    assert.deepEqual(redactValue([...'a secret'], redaction), [...'a ***']);
    assert.deepEqual(redactValue([...'ab'], redaction), ['a', 'b']);
    assert.deepEqual(redactValue([{}, []], redaction), [{}, []]);
  });

  it('keeps the bytes of what is no text, but for a secret in it', () => {
    const picture = Buffer.from([0x89, 0x50, 0xff, 0xfe, 0, 1]);
    assert.deepEqual(redactValue(picture, redaction), picture);
    const marked = redactValue(Buffer.concat([picture, Buffer.from('secret')]), redaction);
    assert.deepEqual(marked, Buffer.concat([picture, Buffer.from('***')]));
  });

  it('hands out no view of memory in which other texts lie', () => {
    const copy = redactValue(Buffer.from('a secret'), redaction);
    assert.equal(copy.buffer.byteLength, copy.length);
  });

  it('keeps the methods of an object, which see the copy', () => {
    class Answer {
      body = 'secret';
      text() {
        return this.body;
      }
    }
    assert.equal(redactValue(new Answer(), redaction).text(), '***');
  });

  it('hides a secret that a url of the library holds in two parts', () => {
    const url = new Url('http://127.0.0.1/a/sec/ret?b=1');
    const copy = redactValue(url, { redact: (text) => text.replaceAll('sec/ret', '***') });
    assert.equal(copy.toString(), 'http://127.0.0.1/a/***?b=1');
    assert.deepEqual(copy.path, ['a', '***']);
    assert.equal(url.toString(), 'http://127.0.0.1/a/sec/ret?b=1');
  });

  it('hides what stands under the name of a secret, however short it is', () => {
    const named = { ...redaction, isSecretName: (name: string) => name === 'apiKey' };
    const value = { apiKey: 'k', other: 'k', list: [{ key: 'apiKey', value: 'k' }] };
    assert.deepEqual(redactValue(value, named), {
      apiKey: '***',
      other: 'k',
      list: [{ key: 'apiKey', value: '***' }],
    });
    assert.deepEqual(redactValue({ apiKey: '' }, named), { apiKey: '' });
  });

  it('copes with a value that contains itself, and does not change it', () => {
    const value: { name: string; self?: unknown } = { name: 'secret' };
    value.self = value;
    const copy = redactValue(value, redaction);
    assert.equal(copy.name, '***');
    assert.equal(copy.self, copy);
    assert.equal(value.name, 'secret');
  });
});
