import assert from 'node:assert/strict';
import { parse, stringify } from 'yaml';
import { buildCollection } from '../../scripts/collection/build-collection';
import { readContract } from '../../scripts/contract/read-contract';
import { ProblemError } from '../../scripts/spec/problem';
import { FUZZ_SOURCES, type FuzzSource } from '../support/fuzz-documents';
import { mutateText, mutateValue, pick, type Random, seeded } from '../support/mutate-document';
import { withScratchFolder } from '../support/scratch-folder';

/** For longer runs, and to see one again. */
const SECONDS = Number(process.env.FUZZ_SECONDS ?? 15);
const SEED = Number(process.env.FUZZ_SEED ?? 20_260_101);
/** No document of a few lines takes as long, even on a busy machine. */
const MOST_MILLISECONDS = 5_000;
const SCRIPTS = { preRequest: ['// before'], test: ['// after'] };

describe('a mutated or truncated document', () => {
  it(`becomes a collection, or is refused with a place, whatever it is`, async function () {
    this.timeout((SECONDS + 60) * 1_000);
    const end = Date.now() + SECONDS * 1_000;
    const ends = { collection: 0, problem: 0 };
    for (let seed = SEED; Date.now() < end; seed += 1) {
      const random = seeded(seed);
      const source = pick(random, FUZZ_SOURCES);
      const text = mutate(source, random);
      await withScratchFolder({ ...source.files, [source.mutated]: text }, async (folder) => {
        const started = Date.now();
        try {
          ends[await endOf(source.spec, folder)] += 1;
        } catch (error) {
          const trace = error instanceof Error ? error.stack : error;
          assert.fail(`FUZZ_SEED=${seed}, ${source.mutated}:\n${trace}\n\n${text.slice(0, 5_000)}`);
        }
        const took = Date.now() - started;
        assert.ok(took < MOST_MILLISECONDS, `FUZZ_SEED=${seed} took ${took} ms:\n${text.slice(0, 5_000)}`);
      });
    }
    // Both have to happen, or the mutations say little.
    assert.ok(ends.collection > 20 && ends.problem > 20, JSON.stringify(ends));
  });
});

function mutate({ mutated, files }: FuzzSource, random: Random): string {
  const text = files[mutated] ?? '';
  if (mutated.endsWith('.md') || random() < 0.3) return mutateText(text, random);
  const value = mutateValue(parse(text), random);
  return mutated.endsWith('.json') ? JSON.stringify(value, null, 1) : stringify(value);
}

async function endOf(spec: string, folder: string): Promise<'collection' | 'problem'> {
  try {
    const { contract } = await readContract({ spec, cwd: folder });
    JSON.stringify(buildCollection(contract, SCRIPTS));
    return 'collection';
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    assert.ok(error.problems.length > 0 && error.problems.length <= 21);
    for (const problem of error.problems) {
      assert.ok(problem.file !== undefined && problem.file !== '', error.message);
      assert.doesNotMatch(problem.message, /undefined|\[object |NaN/);
    }
    return 'problem';
  }
}
