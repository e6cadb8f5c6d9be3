import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { artefactText, buildArtefacts } from '../../scripts/collection/files/artefacts';
import type { PostmanCollection } from '../../scripts/collection/postman';
import { leftOutProbes } from '../../scripts/collection/probes/left-out-probes';
import { readContract } from '../../scripts/contract/read-contract';
import { formatProblem } from '../../scripts/spec/problem';
import { probesOf, withoutProbes } from '../support/build-document';
import { cycleLines } from '../support/cycle-lines';
import { probeLines } from '../support/probe-lines';
import { throughPostman } from '../support/through-postman';
import { wholeCollection } from '../support/whole-collection';

/*
 * One folder per case: `spec.yaml` or `page.md`, perhaps `profile.yaml`, and what is generated from them, which a
 * person has read line by line. To keep that short, one line stands in the place of each of our scripts, and a few
 * lines in `probes.txt` in the place of each probe; where folders are life cycles, `cycles.txt` holds all of it.
 */

const update = process.env.UPDATE_GOLDEN === '1';
const mend = 'read the difference; if it is meant, run `UPDATE_GOLDEN=1 npm test -- --grep golden`';
const scripts = { preRequest: ['// before each request\n'], test: ['// after each answer\n'] };
const cases = readdirSync(__dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe('golden files', () => {
  before(() => {
    // In CI nobody reads what would be accepted.
    assert.ok(
      !(update && process.env.CI),
      'UPDATE_GOLDEN is not for CI: update them where you can read them',
    );
  });

  for (const { name } of cases) {
    it(`${name} is generated as it stands in test/golden/${name}`, async () => {
      const folder = join(__dirname, name);
      const generated = await generate(folder);
      if (update) write(folder, generated);
      assert.deepEqual(goldenFiles(folder), Object.keys(generated).sort(), mend);
      for (const [file, text] of Object.entries(generated)) {
        assert.equal(text, readFileSync(join(folder, file), 'utf8'), `${name}/${file}: ${mend}`);
      }
    });

    it(`${name} is what Postman's library makes of it`, async () => {
      const { contract } = await contractOf(join(__dirname, name));
      const collection = JSON.parse(JSON.stringify(wholeCollection(contract, scripts)));
      assert.deepEqual(throughPostman(collection), collection);
    });

    it(`${name} is short enough to be read`, () => {
      for (const file of goldenFiles(join(__dirname, name))) {
        const lines = readFileSync(join(__dirname, name, file), 'utf8').split('\n').length;
        assert.ok(lines <= 320, `${name}/${file} has ${lines} lines`);
      }
    });
  }
});

/** The generated files of a case by their name; `warnings.txt` holds what was said, `probes.txt` the probes. */
async function generate(folder: string): Promise<Record<string, string>> {
  const { contract, warnings } = await contractOf(folder);
  const artefacts = buildArtefacts(contract, scripts).map((artefact) => [
    goldenName(artefact.path),
    artefactText(artefact),
  ]);
  const [[, text = '{}'] = []] = artefacts;
  const collection = JSON.parse(text) as PostmanCollection;
  const files = Object.fromEntries(artefacts) as Record<string, string>;
  const probes = probeLines(probesOf(collection), leftOutProbes(contract));
  // The plain requests are what the other cases are about.
  if (basename(folder) === 'probes') return { 'probes.txt': probes };
  if (basename(folder) === 'cycles') return { 'cycles.txt': cycleLines(collection) };
  const said = warnings.map((warning) => `${formatProblem(warning)}\n`).join('');
  return {
    ...files,
    'collection.json': `${JSON.stringify(withoutProbes(collection), null, 2)}\n`,
    ...(probes === '' ? {} : { 'probes.txt': probes }),
    ...(said === '' ? {} : { 'warnings.txt': said }),
  };
}

function contractOf(folder: string): ReturnType<typeof readContract> {
  const inputs = readdirSync(folder);
  const [spec = ''] = inputs.filter((file) => file === 'spec.yaml' || file === 'page.md');
  const profile = inputs.includes('profile.yaml') ? { profile: 'profile.yaml' } : {};
  return readContract({ spec, ...profile, cwd: folder });
}

/** `collection.json`, and `sandbox.environment.json` for each environment. */
function goldenName(path: string): string {
  return path
    .replace(/^collections\/.*/, 'collection.json')
    .replace(/^environments\/(.*)\.postman_environment\.json$/, '$1.environment.json');
}

function goldenFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => /\.json$|^(warnings|probes|cycles)\.txt$/.test(file))
    .sort();
}

function write(folder: string, generated: Record<string, string>): void {
  for (const file of goldenFiles(folder)) rmSync(join(folder, file));
  for (const [file, text] of Object.entries(generated)) writeFileSync(join(folder, file), text);
}
