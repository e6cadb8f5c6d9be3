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
    'in capitals': 'KEY+WITH/ODD =CHARS"1',
    'in small letters': 'key+with/odd =chars"1',
    'percent-encoded three times': 'Key%25252Bwith%25252Fodd%252520%25253Dchars%2525221',
    'in JSON in JSON': 'Key+with\\\\/odd =chars\\\\\\"1',
    'in the JSON of PHP in JSON': 'Key+with\\\\/odd =chars\\\\u00221',
    'in JSON, percent-encoded': 'Key%2Bwith%2Fodd%20%3Dchars%5C%221',
    'in JavaScript of today': 'Key\\u{2b}with\\u{2F}odd\\x20\\x3Dchars\\u{22}1',
    'in HTML by numbers': 'Key&#43;with&#x2F;odd&#032;&#x3D;chars&#034;1',
    'in HTML by names': 'Key&plus;with&sol;odd &equals;chars&quot;1',
    'in HTML that was escaped once more': 'Key&amp;#43;with/odd =chars&amp;quot;1',
    'in HTML, each letter': [...key].map((letter) => `&#${letter.charCodeAt(0)};`).join(''),
    'in a mail': 'Key=2Bwith/odd =3Dchars=221',
    'broken before a blank': 'Key+with/odd\n =chars"1',
    'broken by tags of HTML': 'Key+with/<br/>\nodd =ch<wbr>ars"1',
    'as a list of letters': "K', 'e', 'y', '+', 'w', 'i', 't', 'h', '/', 'o', 'd', 'd', ' ', '=', 'chars\"1",
    'as a list of letters in JSON in JSON': 'K\\",\\"ey+with/odd =chars\\"1',
    'as letters by their places': [...'Key+with/odd =chars'].join('","3":"').concat('"1'),
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
    const object = (list: number[]) => JSON.stringify({ data: { ...list } });
    assert.equal(redact(object(bytes)), object(left));
    assert.deepEqual(
      JSON.parse(redact(JSON.stringify(JSON.stringify({ ...bytes })))),
      JSON.stringify({ ...left }),
    );
    assert.equal(redact(`(${bytes.join(' ')})`), '(107 61 42 42 42)');
    assert.equal(redact('(6b3d 4b65 792b 7769 7468\n2f6f 6464 203d 6368 6172 7322 31)'), '(6b 3d 2a 2a 2a)');
  });

  it('hides a secret that is not ASCII, also composed otherwise, misread, or escaped as browsers did', () => {
    const keeper = createRedactor(['clé-ключ-😀']);
    for (const text of [
      'clé-ключ-😀',
      'cle\u0301-ключ-😀',
      'cl%C3%A9-%D0%BA%D0%BB%D1%8E%D1%87-%F0%9F%98%80',
      'cl%E9-%u043A%u043B%u044E%u0447-%uD83D%uDE00',
      'cl\\u00e9-\\u043a\\u043b\\u044e\\u0447-\\ud83d\\ude00',
      'cl&#233;-&#x43a;&#1083;&#1102;&#1095;-&#128512;',
      'clÃ©-Ð\xbaÐ»Ñ\x8eÑ\x87-ð\x9f\x98\x80',
      'cl\\xc3\\xa9-\\xd0\\xba\\xd0\\xbb\\xd1\\x8e\\xd1\\x87-\\xf0\\x9f\\x98\\x80',
    ]) {
      assert.equal(keeper.redact(`<${text}>`), '<***>');
    }
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
    (text) => encodeURIComponent(encodeURIComponent(encodeURIComponent(text))),
    (text) => JSON.stringify(JSON.stringify(text).slice(1, -1)).slice(1, -1),
    (text) => JSON.stringify({ ...Buffer.from(text) }),
    (text) => JSON.stringify([...text]).slice(1, -1),
    (text) => [...text].map((letter) => `&#${letter.codePointAt(0)};`).join(''),
    (text) => `(${[...Buffer.from(text)].join(' ')})`,
    (text) => Buffer.from(text).toString('hex').replace(/..\B/g, '$& '),
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
