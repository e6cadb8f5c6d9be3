import assert from 'node:assert/strict';
import { parse, stringify } from 'yaml';
import { withScratchFolder } from '../scratch-folder';
import { endOfGenerate } from './end-of-generate';
import type { FuzzSource } from './fuzz-documents';
import { FUZZ_SOURCES } from './fuzz-sources';
import { mutateText, mutateValue, pick, type Random, seeded } from './mutate-document';

/** No document of a few lines takes as long, even on a busy machine. */
const MOST_MILLISECONDS = 5_000;
/** Nor as much room, beyond what the documents before it left to be collected. */
const MOST_BYTES = 500_000_000;

/** Breaks one of the sources as the seed says, and generates from it; throws what must not happen, with the text. */
export async function endOfSeed(seed: number): Promise<'collection' | 'problem'> {
  const random = seeded(seed);
  const source = pick(random, FUZZ_SOURCES);
  const text = mutate(source, random);
  return withScratchFolder({ ...source.files, [source.mutated]: text }, async (folder) => {
    const shown = `${source.mutated}:\n${text.slice(0, 5_000)}`;
    const before = { milliseconds: Date.now(), bytes: process.memoryUsage().rss };
    const ended = await endOfGenerate(source, folder).catch((error: unknown) => {
      assert.fail(`FUZZ_SEED=${seed}: ${error instanceof Error ? error.stack : error}\n\n${shown}`);
    });
    const took = Date.now() - before.milliseconds;
    assert.ok(took < MOST_MILLISECONDS, `FUZZ_SEED=${seed} took ${took} ms: ${shown}`);
    const grown = process.memoryUsage().rss - before.bytes;
    assert.ok(grown < MOST_BYTES, `FUZZ_SEED=${seed} took ${grown} bytes: ${shown}`);
    return ended;
  });
}

/** The file as text, or, more often, as the value that it holds. */
function mutate({ mutated, files }: FuzzSource, random: Random): string {
  const text = files[mutated] ?? '';
  if (mutated.endsWith('.md')) return random() < 0.5 ? mutateText(text, random) : mutateBlock(text, random);
  if (random() < 0.3) return mutateText(text, random);
  const value = mutateValue(parse(text), random);
  return mutated.endsWith('.json') ? JSON.stringify(value, null, 1) : stringify(value);
}

/** One of the blocks of a page, mutated as the value that it holds. */
function mutateBlock(page: string, random: Random): string {
  const blocks = [...page.matchAll(/(?<=^```json\n).*?(?=\n```$)/gms)];
  const { 0: block, index } = pick(random, blocks);
  const mutated = JSON.stringify(mutateValue(JSON.parse(block), random));
  return page.slice(0, index) + mutated + page.slice(index + block.length);
}
