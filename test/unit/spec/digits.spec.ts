import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { createDigitKeeper, NO_DIGITS } from '../../../scripts/spec/digits';
import { printJson, withDigits, withDigitTexts, withNearest } from '../../../scripts/spec/print-json';

describe('the digits of integers that no double holds', () => {
  it('are kept for those beyond 2^53, with sign and without leading zeros', () => {
    const { keep, digits } = createDigitKeeper();
    for (const written of ['9007199254740991', '123', '1.5', '1e30', '9007199254740993.5', 'abc'])
      strictEqual(keep(written), undefined, written);
    strictEqual(keep('9007199254740993'), 9007199254740992);
    strictEqual(keep('-0009007199254740993'), -9007199254740992);
    strictEqual(keep('+100000000000000000000000'), 1e23);
    deepStrictEqual(
      [...digits.values()],
      ['9007199254740993', '-9007199254740993', '100000000000000000000000'],
    );
  });

  it('are told apart where two integers have one nearest double, and keep their order', () => {
    const { keep, digits } = createDigitKeeper();
    const written = [
      '1379505554728411139',
      '1379505554728411140',
      '1379505554728411138',
      '1379505554728411139',
    ];
    const [middle = 0, above = 0, below = 0, again] = written.map((text) => keep(text));
    ok(below < middle && middle < above);
    strictEqual(again, middle);
    deepStrictEqual(
      [below, middle, above].map((value) => printJson(value, digits)),
      ['1379505554728411138', '1379505554728411139', '1379505554728411140'],
    );
  });

  it('stand for an integer that a double holds when another has taken it', () => {
    const { keep, digits } = createDigitKeeper();
    keep('9007199254740993');
    const exact = keep('9007199254740992') ?? 0;
    strictEqual(printJson(exact, digits), '9007199254740992');
    strictEqual(printJson(9007199254740992, digits), '9007199254740993');
  });

  it('are printed at any depth, and nothing else is changed', () => {
    const { keep, digits } = createDigitKeeper();
    const value = {
      id: keep('9223372036854775807') ?? 0,
      list: [0.1, { '1': '9223372036854775807' }],
      none: null,
    };
    strictEqual(
      printJson(value, digits),
      '{"id":9223372036854775807,"list":[0.1,{"1":"9223372036854775807"}],"none":null}',
    );
    strictEqual(
      printJson({ id: 1e300, text: '\0#1\0' }, NO_DIGITS),
      '{"id":1e+300,"text":"\\u0000#1\\u0000"}',
    );
    deepStrictEqual(withDigits(value, digits), {
      id: '9223372036854775807',
      list: [0.1, { '1': '9223372036854775807' }],
      none: null,
    });
  });

  it('give way to the nearest double where somebody reads numbers', () => {
    const { keep, digits } = createDigitKeeper();
    const value = ['9007199254740993', '9007199254740992'].map((text) => keep(text) ?? 0);
    deepStrictEqual(withNearest({ enum: value }, digits), { enum: [9007199254740992] });
  });

  it('are kept for decimals of more than 17, beside the double that people write in few', () => {
    const { keep, digits } = createDigitKeeper();
    for (const written of ['0.1', '0.30000000000000004', '12345678901234567.0', '0.00000000000000000000001'])
      strictEqual(keep(written), undefined, written);
    const written = [
      '0.1000000000000000055511',
      '-0.1000000000000000055511',
      '0.0999999999999999999999',
      '3.14159265358979323846',
    ];
    const kept = written.map((text) => keep(text) ?? 0);
    deepStrictEqual(
      kept.map((value) => printJson(value, digits)),
      written,
    );
    strictEqual(printJson(0.1, digits), '0.1');
    const [above = 0, , below = 0] = kept;
    ok(below < 0.1 && 0.1 < above && above - below < 1e-15);
    deepStrictEqual(withNearest({ minimum: above }, digits), { minimum: 0.1 });
    strictEqual(keep('10000000000000000000000.5'), 10000000000000000000000 + 2 ** 21);
  });

  it('are texts in a parameter, and JSON where no style has a form for what holds them', () => {
    const { keep, digits } = createDigitKeeper();
    const n = keep('9007199254740993') ?? 0;
    const value = { a: n, b: { c: n, d: [n] }, e: [{ f: n }, { g: 1 }] };
    deepStrictEqual(withDigitTexts(value, digits, false), {
      a: '9007199254740993',
      b: '{"c":9007199254740993,"d":[9007199254740993]}',
      e: '[{"f":9007199254740993},{"g":1}]',
    });
    deepStrictEqual(withDigitTexts({ ...value, e: [{ f: n }, { g: 1 }] }, digits, true), {
      a: '9007199254740993',
      b: { c: '9007199254740993', d: ['9007199254740993'] },
      e: ['{"f":9007199254740993}', { g: 1 }],
    });
  });
});
