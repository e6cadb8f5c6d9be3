import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT, readProjectFile } from '../project';
import { FUZZ_DOCUMENTS, type FuzzSource } from './fuzz-documents';
import { FUZZ_PROFILES } from './fuzz-profiles';

/** All that is mutated: the small documents, and the contracts and profiles of the golden files. */
export const FUZZ_SOURCES: readonly FuzzSource[] = [...FUZZ_DOCUMENTS, ...FUZZ_PROFILES, ...goldenSources()];

function goldenSources(): FuzzSource[] {
  const golden = join(PROJECT, 'test', 'golden');
  const folders = readdirSync(golden, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.flatMap(({ name }): FuzzSource[] => {
    const inside = readdirSync(join(golden, name));
    const spec = inside.find((file) => file === 'spec.yaml' || file === 'page.md');
    if (spec === undefined) return [];
    const profile = inside.find((file) => file === 'profile.yaml');
    const names = [spec, ...(profile === undefined ? [] : [profile])];
    const files = Object.fromEntries(
      names.map((file) => [file, readProjectFile('test', 'golden', name, file)]),
    );
    return names.map((mutated) => ({ mutated, files, spec, ...(profile === undefined ? {} : { profile }) }));
  });
}
