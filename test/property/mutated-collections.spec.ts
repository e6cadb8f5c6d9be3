import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareCollections } from '../../scripts/changes/compare-collections';
import { changesAsMarkdown, changesAsText } from '../../scripts/changes/print-changes';
import { mutateText, mutateValue, pick, seeded } from '../support/fuzz/mutate-document';
import { PROJECT } from '../support/project';

/** As for mutated documents. */
const SECONDS = Number(process.env.FUZZ_SECONDS ?? 0);
const SEED = Number(process.env.FUZZ_SEED ?? 20_260_101);
const COUNT = 2_000;
const MOST_MILLISECONDS = 2_000;

const golden = join(PROJECT, 'test', 'golden');
const collections = readdirSync(golden)
  .map((name) => join(golden, name, 'collection.json'))
  .filter((file) => existsSync(file))
  .map((file) => readFileSync(file, 'utf8'));

describe('a collection that was broken, when it is generated anew', () => {
  it('is told of in plain lines, whatever became of it', function () {
    this.timeout((SECONDS + 60) * 1_000);
    const end = Date.now() + SECONDS * 1_000;
    for (let seed = SEED; seed < SEED + COUNT || Date.now() < end; seed += 1) {
      const random = seeded(seed);
      const text = pick(random, collections);
      const broken =
        random() < 0.4 ? mutateText(text, random) : JSON.stringify(mutateValue(JSON.parse(text), random));
      const started = Date.now();
      const changes = compareCollections('c.json', broken, text);
      const lines = [...changesAsText(changes), ...changesAsMarkdown(changes).split('\n')];
      assert.ok(Date.now() - started < MOST_MILLISECONDS, `FUZZ_SEED=${seed}`);
      for (const line of lines)
        assert.doesNotMatch(line, /undefined|\[object |NaN|\p{Cc}/u, `FUZZ_SEED=${seed}`);
    }
  });
});
