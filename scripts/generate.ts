/** `npm run generate`: writes the collection and its environments, or says how they differ from the contract. */

import { basename, extname, join, relative, resolve } from 'node:path';
import { compareCollections } from './changes/compare-collections';
import { withEnvironments } from './changes/compare-environments';
import type { Changes } from './changes/model';
import { changesAsMarkdown, changesAsText } from './changes/print-changes';
import { printProblems, runCommand, userPath } from './cli/command-line';
import { type Artefact, artefactText, buildArtefacts } from './collection/files/artefacts';
import { currentEnvironments, ENDING } from './collection/files/current-environments';
import { currentText, type Drift, findDrift } from './collection/files/find-drift';
import { type FileText, writeTogether } from './collection/files/write-together';
import { type ProbeSummary, summarizeProbes } from './collection/probes/summarize-probes';
import { readScriptFiles } from './collection/scripts/script-files';
import { describeFindings } from './contract/findings/describe-findings';
import { findContractProblems, untoldBy } from './contract/findings/find-contract-problems';
import { readContract } from './contract/read-contract';
import { counted } from './spec/counted';
import { usageError } from './spec/problem';

const PROJECT = join(__dirname, '..');

/** How many reasons for probes that are not made are shown. */
const REASONS = 6;

/** How many lines of changes are shown. */
const CHANGES = 40;

const usage = `npm run generate -- [--spec SOURCE]... [--profile FILE] [--out DIR] [--check] [--strict] [--findings] [--help]

Writes DIR/collections/<slug>.postman_collection.json and DIR/environments/<name>.postman_environment.json.

  --spec SOURCE   the contract: OpenAPI 3.0 or 3.1, or Swagger 2.0, in a YAML or JSON file, in blocks
                  of a Markdown page, in a folder of them, or at a url; several are merged into one
                  (default: the project's spec/nova-post.openapi.yaml with its profile)
  --profile FILE  what OpenAPI can't say: environments, login, which operations write
  --out DIR       where to write (default: the project)
  --allow-outside reads files that a $ref names outside the folder of the specification
  --allow-remote  fetches what a $ref names on other servers
  --check         writes nothing; exit 1 if a file is not what would be written
  --changes FILE  writes what changes for clients against the collection that is replaced,
                  as FILE.md for a pull request or as FILE.json
  --strict        findings about the contract itself are errors: exit 2, nothing written
  --findings      shows every finding, not only the first 20
  --help          shows this

Exit code: 0 fine, 1 drift under --check, 2 bad input or usage (then nothing is written).
`;

void runCommand({
  usage,
  options: {
    spec: { type: 'string', multiple: true },
    profile: { type: 'string' },
    out: { type: 'string' },
    check: { type: 'boolean' },
    changes: { type: 'string' },
    strict: { type: 'boolean' },
    findings: { type: 'boolean' },
    'allow-outside': { type: 'boolean' },
    'allow-remote': { type: 'boolean' },
  },
  async run({
    spec,
    profile,
    out,
    check,
    changes: changesFile,
    strict = false,
    findings: all = false,
    ...allowed
  }): Promise<number> {
    const print = changesFile === undefined ? undefined : printerFor(changesFile);
    const input = inputs(spec ?? [], profile);
    const { contract, warnings, document } = await readContract({
      ...input,
      allowOutside: allowed['allow-outside'] ?? false,
      allowRemote: allowed['allow-remote'] ?? false,
    });
    const found = findContractProblems(document);
    printProblems(untoldBy(found, warnings));
    for (const line of describeFindings(found, { all, strict })) process.stderr.write(`${line}\n`);
    if (strict && found.length > 0) return 2;
    const cwd = userPath('.');
    const folder = out ?? (relative(cwd, PROJECT) || '.');
    const { artefacts, changes } = compared(buildArtefacts(contract, readScriptFiles()), {
      slug: contract.slug,
      folder,
      cwd,
    });
    const operations = `${counted(contract.operations.length, 'operation')} of ${contract.name}`;
    const files = artefacts.map(({ path, pieces }) => ({ file: join(folder, path), pieces }));
    const report: FileText[] = [];
    if (changesFile !== undefined && print !== undefined) {
      keepApart(changesFile, { writes: files.map(({ file }) => file), reads: sourcesOf(input) }, cwd);
      report.push({ file: changesFile, pieces: [print(changes)] });
    }
    if (check === true) {
      const drift = findDrift(artefacts, folder, cwd);
      writeTogether(report, cwd);
      for (const entry of drift) process.stderr.write(`drift: ${describeDrift(entry, folder)}\n`);
      if (drift.length > 0)
        process.stderr.write('Run npm run generate with the same --spec, --profile and --out.\n');
      else process.stdout.write(`${operations}: every file is what would be generated\n`);
      printChanges(changes);
      return drift.length > 0 ? 1 : 0;
    }
    const written = writeTogether([...files, ...report], cwd);
    const changed = files.filter(({ file }) => written.includes(file));
    for (const entry of files) {
      process.stdout.write(`${changed.includes(entry) ? 'written  ' : 'unchanged'} ${entry.file}\n`);
    }
    process.stdout.write(
      `${operations}: ${changed.length === 0 ? 'nothing changed' : `${counted(changed.length, 'file')} written`}\n`,
    );
    process.stdout.write(describeProbes(summarizeProbes(contract)));
    printChanges(changes);
    return 0;
  },
});

/** The project's own contract and profile, unless others are named; a profile never comes with a foreign contract. */
function inputs(spec: string[], profile: string | undefined): Parameters<typeof readContract>[0] {
  const cwd = userPath('.');
  if (spec.length > 0) return { spec, cwd, ...(profile === undefined ? {} : { profile }) };
  return {
    spec: relative(cwd, join(PROJECT, 'spec', 'nova-post.openapi.yaml')),
    profile: profile ?? relative(cwd, join(PROJECT, 'spec', 'nova-post.profile.yaml')),
    cwd,
  };
}

function sourcesOf({ spec, profile }: Parameters<typeof readContract>[0]): string[] {
  return [spec, profile ?? []].flat();
}

/** The collection that is compared is made as a whole, and only once; where there is nothing to compare, in pieces. */
function compared(
  [collection, ...others]: [Artefact, ...Artefact[]],
  { slug, folder, cwd }: { slug: string; folder: string; cwd: string },
) {
  const file = join(folder, collection.path);
  const before = currentText(file, cwd);
  if (before === undefined) {
    return { artefacts: [collection, ...others], changes: compareCollections(file, undefined, '') };
  }
  const text = artefactText(collection);
  const artefacts = [{ path: collection.path, pieces: [text] }, ...others];
  const environments = new Map(
    others.map((artefact) => [basename(artefact.path, ENDING), artefactText(artefact)]),
  );
  const changes = compareCollections(file, before, text);
  return {
    artefacts,
    changes: withEnvironments(changes, currentEnvironments(slug, folder, cwd), environments),
  };
}

function printChanges(changes: Changes): void {
  for (const line of changesAsText(changes, CHANGES)) process.stdout.write(`${line}\n`);
}

function printerFor(file: string): (changes: Changes) => string {
  const ending = extname(file).toLowerCase();
  if (ending === '.md') return changesAsMarkdown;
  if (ending === '.json') return (changes) => `${JSON.stringify(changes, null, 2)}\n`;
  throw usageError(`--changes ${file} ends in neither .md nor .json`, 'name a file like changes.md');
}

/** The list of changes must not take the place of what is generated, or made of. */
function keepApart(file: string, others: Record<'reads' | 'writes', string[]>, cwd: string): void {
  for (const [does, paths] of Object.entries(others)) {
    if (!paths.some((path) => resolve(cwd, path) === resolve(cwd, file))) continue;
    throw usageError(`--changes ${file} is a file that generate ${does}`, 'name another file');
  }
}

function describeDrift({ path, kind, pointer }: Drift, folder: string): string {
  const file = join(folder, path);
  if (kind === 'missing') return `${file} is missing`;
  if (kind === 'broken') return `${file} is no JSON`;
  return `${file} differs${pointer === undefined ? ' in its form' : ` from #${pointer} on`}`;
}

/** The most frequent reasons; the coverage of a run has each one with its place. */
function describeProbes({ made, leftOut }: ProbeSummary): string {
  const all = leftOut.reduce((sum, { count }) => sum + count, 0);
  const shown = leftOut.slice(0, REASONS).map(({ reason, count }) => `  ${count}: ${reason}\n`);
  const rest = all - leftOut.slice(0, REASONS).reduce((sum, { count }) => sum + count, 0);
  const more = rest === 0 ? '' : `  ${rest}: other reasons\n`;
  return `${counted(made, 'probe')} made${all === 0 ? '\n' : `, ${all} left out:\n`}${shown.join('')}${more}`;
}
