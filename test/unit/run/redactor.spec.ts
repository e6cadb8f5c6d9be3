import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createRedactingWriter } from '../../../scripts/run/secrets/redacting-writer';
import { createRedactor } from '../../../scripts/run/secrets/redactor';

const key = 'Key+with/odd =chars"1';
const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjE3MDAwMDAwMDB9.c2lnbmF0dXJlLWhlcmU';

describe('createRedactor', () => {
  const { redact } = createRedactor([key, '+380 50 111 22 33']);

  const spelled: Record<string, string> = {
    'as it is': key,
    'percent-encoded': 'Key%2Bwith%2Fodd%20%3Dchars%221',
    'percent-encoded with small letters': 'Key%2bwith%2fodd%20%3dchars%221',
    'percent-encoded in part': 'Key+with%2Fodd%20=chars"1',
    'percent-encoded twice': 'Key%252Bwith%252Fodd%2520%253Dchars%25221',
    'as a form field': 'Key%2Bwith%2Fodd+%3Dchars%221',
    'in JSON': 'Key+with/odd =chars\\"1',
    'in HTML': 'Key+with/odd =chars&quot;1',
    'broken into two lines': 'Key+with/\nodd =chars"1',
    'broken by the edge of a console box': 'Key+wit\n  │ h/odd =chars"1',
    'broken into two lines of JSON': 'Key+with/\\nodd =chars\\"1',
    'broken into two lines of XML': 'Key+with/&#xA;odd =chars&quot;1',
    'broken into two lines of a mail': 'Key+with/=\r\nodd =chars"1',
    'in hexadecimal digits': '4b65792b776974682f6f6464203D636861727322 31'.replace(' ', ''),
    'with colours in it': 'Key+\u001b[90mwith/odd =ch\u001b[39mars"1',
  };
  for (const [way, text] of Object.entries(spelled)) {
    it(`hides a secret ${way}`, () => {
      assert.equal(redact(`?apiKey=${text}&page=1`), '?apiKey=***&page=1');
    });
  }

  it('hides a secret in base64 and base64url, wherever it stands in the encoded text', () => {
    for (const before of ['', 'u', 'us', 'user:']) {
      for (const encoding of ['base64', 'base64url'] as const) {
        const text = Buffer.from(`${before}${key}:password`).toString(encoding);
        const left = Buffer.from(redact(text).replace('***', ''), 'base64').toString();
        assert.ok(redact(text).includes('***'), text);
        assert.ok(!left.includes('with/odd'), left);
      }
    }
  });

  it('hides the bytes of a secret, and keeps lists lists', () => {
    const bytes = [...Buffer.from(`k=${key}`)];
    const left = [...Buffer.from('k=***')];
    assert.equal(redact(`{"data":[${bytes.join(',')}],"n":[1,2,3]}`), `{"data":[${left}],"n":[1,2,3]}`);
    assert.deepEqual(JSON.parse(redact(JSON.stringify({ bytes }, null, 2))), { bytes: left });
    assert.equal(
      redact(`<Buffer ${bytes.map((byte) => byte.toString(16)).join(' ')}>`),
      '<Buffer 6b 3d 2a 2a 2a>',
    );
    assert.doesNotMatch(redact(`300, ${bytes.join(', ')}`), /101, 121/);
  });

  it('hides the signature of a jwt, and the phone without its plus sign', () => {
    const keeper = createRedactor([jwt, '+380501112233']);
    assert.equal(keeper.redact('c2lnbmF0dXJlLWhlcmU is the end of it'), '*** is the end of it');
    assert.equal(keeper.redact('{"phone":380501112233}'), '{"phone":***}');
  });

  it('hides a secret with what looks like a line break in it', () => {
    assert.equal(createRedactor(['abc\\ndef']).redact('<abc\\ndef>'), '<***>');
  });

  it('hides every secret of several', () => {
    assert.equal(redact(`${key} of %2B380%2050%20111%2022%2033`), '*** of ***');
  });

  it('hides the whole of a secret that begins with another one', () => {
    assert.equal(createRedactor(['abcdef', 'abcdefgh']).redact('abcdefgh'), '***');
  });

  it('hides what a person pasted percent-encoded, also decoded', () => {
    assert.equal(createRedactor(['abc%2Fdefg']).redact('abc/defg abc%2fdefg'), '*** ***');
  });

  it('hides what is shaped like a jwt without knowing it, whole, unsigned or cut', () => {
    assert.equal(redact(`Authorization: ${jwt}, next`), 'Authorization: ***, next');
    assert.equal(redact('eyJhbGciOiJub25lIn0.eyJleHAiOjF9.'), '***');
    assert.equal(redact('eyJhbGciOiJub25lIn0.eyJleHAiOjF9…'), '***…');
    assert.equal(redact(`'${jwt.slice(0, 30)}\n  │ ${jwt.slice(30)}'`), "'***'");
  });

  it('leaves ordinary text alone', () => {
    const text =
      'GET http://127.0.0.1:4010/v.1.0/clients/authorization [200 OK] eyewitness-report.example.com';
    assert.equal(redact(text), text);
    assert.equal(redact('keyJoinSomething12.abcdef'), 'keyJoinSomething12.abcdef');
  });

  it('does not shred text for the sake of a value of fewer than six characters', () => {
    assert.equal(
      createRedactor(['', 'a', '1', 'the', 'apikey'.slice(1)]).redact('the pikey 1'),
      'the pikey 1',
    );
  });
});

describe('createRedactor, for any secret', () => {
  const secret = fc.string({ minLength: 6, maxLength: 24, unit: 'grapheme' });
  const ways: ((text: string) => string)[] = [
    (text) => text,
    encodeURIComponent,
    (text) => encodeURIComponent(text).replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
    (text) => new URLSearchParams({ k: text }).toString().slice(2),
    (text) => Buffer.from(text).toString('base64'),
    (text) => Buffer.from(text).toString('base64url'),
    (text) => encodeURIComponent(Buffer.from(text).toString('base64')),
    (text) => JSON.stringify(text).slice(1, -1),
    (text) => Buffer.from(text).toString('hex'),
    (text) => `[${[...Buffer.from(text)].join(', ')}]`,
    (text) => Buffer.from(encodeURIComponent(text)).toString('base64'),
  ];

  it('lets no way of writing it survive', () => {
    fc.assert(
      fc.property(secret, fc.string(), fc.string(), fc.constantFrom(...ways), (value, before, after, way) => {
        const result = createRedactor([value]).redact(before + way(value) + after);
        assert.ok(!result.includes(way(value)), result);
        assert.ok(!result.includes(value), result);
      }),
    );
  });

  it('does the same when the text comes in pieces', () => {
    const word = fc.stringMatching(/^[a-z0-9+/%]{6,12}$/);
    const bytes = (value: string) => [...Buffer.from(value)].join(', ');
    const cuts = fc.array(fc.nat({ max: 60 }), { maxLength: 6 });
    fc.assert(
      fc.property(word, fc.stringMatching(/^[a-z0-9 \n│]{0,20}$/), cuts, (value, around, places) => {
        const text = `${around}${encodeURIComponent(value)}${around}${value}${around}x ${bytes(value)}]`;
        const redactor = createRedactor([value]);
        assert.equal(inPieces(text, places, redactor), redactor.redact(text));
      }),
    );
  });

  it('changes nothing in a text that does not hold it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{6,12}$/), fc.stringMatching(/^[G-Z \n]*$/), (value, text) => {
        assert.equal(createRedactor([value]).redact(text), text);
      }),
    );
  });
});

describe('createRedactingWriter', () => {
  it('hands on at once what cannot be the beginning of a secret', () => {
    const redactor = createRedactor(['secret-1234']);
    const written: string[] = [];
    const writer = createRedactingWriter(
      () => redactor,
      (text) => written.push(text),
    );
    writer.write('GET /shipments ');
    assert.deepEqual(written, ['GET /shipments ']);
    writer.write('key sec');
    writer.write('ret-12\n  │ 34 sec');
    assert.equal(written.join(''), 'GET /shipments key *** ');
    writer.end();
    assert.equal(written.join(''), 'GET /shipments key *** sec');
  });

  it('hides a jwt that nobody knows yet when it comes letter by letter', () => {
    assert.equal(
      inPieces(
        `jwt ${jwt}!`,
        [...jwt].map((_, index) => index),
        createRedactor([]),
      ),
      'jwt ***!',
    );
  });
});

function inPieces(text: string, places: number[], redactor: ReturnType<typeof createRedactor>): string {
  const ends = [...places.filter((place) => place < text.length), text.length].sort((a, b) => a - b);
  let result = '';
  const writer = createRedactingWriter(
    () => redactor,
    (piece) => {
      result += piece;
    },
  );
  for (const [index, end] of ends.entries()) writer.write(text.slice(ends[index - 1] ?? 0, end));
  writer.end();
  return result;
}
