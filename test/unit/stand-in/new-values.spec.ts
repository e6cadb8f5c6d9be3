import assert from 'node:assert/strict';
import type { JsonValue } from '../../../scripts/spec/document';
import { momentLike } from '../../../scripts/stand-in/state/moment-like';
import { lookOf, newValue } from '../../../scripts/stand-in/state/new-value';
import { createStore } from '../../../scripts/stand-in/state/store';

describe('a new value', () => {
  const cases: [example: JsonValue, first: JsonValue, second: JsonValue][] = [
    [100001, 100002, 100003],
    [0, 1, 2],
    [1.5, 2, 3],
    ['100001', '100002', '100003'],
    ['SHPL0000000001', 'SHPL0000000002', 'SHPL0000000003'],
    ['106-00000001', '106-00000002', '106-00000003'],
    ['A9', 'A10', 'A11'],
    ['string', 'string1', 'string2'],
  ];
  for (const [example, first, second] of cases) {
    it(`after ${JSON.stringify(example)} is ${JSON.stringify(first)}, then ${JSON.stringify(second)}`, () => {
      const { count } = createStore([]);
      assert.deepEqual([newValue(example, count), newValue(example, count)], [first, second]);
    });
  }

  it('is another UUID for a UUID, and nothing for what is no name', () => {
    const { count } = createStore([]);
    const uuid = '00000000-0000-0000-0000-000000000001';
    const [first, second] = [newValue(uuid, count), newValue(uuid, count)];
    assert.equal(lookOf(first ?? null), 'uuid');
    assert.notEqual(first, second);
    assert.equal(newValue(true, count), undefined);
  });

  it('is beyond every example of its series', () => {
    const { count } = createStore([]);
    assert.equal(newValue('SH1', count), 'SH2');
    assert.equal(newValue('SH7', count), 'SH8');
    assert.equal(newValue('SH1', count), 'SH9');
  });
});

describe('a moment', () => {
  const now = Date.UTC(2026, 0, 2, 3, 4, 5, 678);
  const cases: [example: JsonValue, want: JsonValue][] = [
    ['2025-01-01T10:00:00.000000Z', '2026-01-02T03:04:05.678000Z'],
    ['2025-01-01T10:00:00Z', '2026-01-02T03:04:05Z'],
    ['2025-01-01T10:00:00.1+02:00', '2026-01-02T03:04:05.6+00:00'],
    ['2025-01-01 10:00:00', '2026-01-02 03:04:05'],
    ['2025-01-01', '2026-01-02'],
    [1_735_689_600, 1_767_323_045],
    [1_735_689_600_000, now],
    [null, '2026-01-02T03:04:05.678Z'],
    ['yesterday', '2026-01-02T03:04:05.678Z'],
  ];
  for (const [example, want] of cases) {
    it(`like ${JSON.stringify(example)} is ${JSON.stringify(want)}`, () => {
      assert.equal(momentLike(example, now), want);
    });
  }
});
