import assert from 'node:assert/strict';
import { endOfSeed } from '../support/fuzz/end-of-seed';

/** For longer runs, and to see one again: seeds from FUZZ_SEED on, as many as fit in FUZZ_SECONDS. */
const SECONDS = process.env.FUZZ_SECONDS === undefined ? undefined : Number(process.env.FUZZ_SECONDS);
const SEED = Number(process.env.FUZZ_SEED ?? 20_260_101);
/** Without FUZZ_SECONDS: so many, always the same ones. */
const COUNT = 1_000;
describe('a mutated or truncated document, or its profile', () => {
  it('becomes a collection that Postman accepts, or is refused with a place, whatever it is', async function () {
    this.timeout(((SECONDS ?? 120) + 60) * 1_000);
    const end = Date.now() + (SECONDS ?? 0) * 1_000;
    const ends = { collection: 0, problem: 0 };
    const goesOn = (seed: number) => (SECONDS === undefined ? seed < SEED + COUNT : Date.now() < end);
    for (let seed = SEED; goesOn(seed); seed += 1) ends[await endOfSeed(seed)] += 1;
    // Both have to happen, or the mutations say little.
    assert.ok(
      Object.values(ends).every((count) => count > 0 || SECONDS === 0),
      JSON.stringify(ends),
    );
  });
});
