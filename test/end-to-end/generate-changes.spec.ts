import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Changes } from '../../scripts/changes/model';
import { sharedFile } from '../support/project';
import { type CommandResult, runCommand } from '../support/run-command';
import { withScratchFolder } from '../support/scratch-folder';
import { vendorLikePage } from '../support/vendor-like-page';

const real = sharedFile('how-to-generate-a-jwt-token.md');

/** What is told of a page with a new required parameter, a status gone, and a field renamed. */
const PAGES: [name: string, text: string | undefined, slug: string, lines: string[]][] = [
  [
    'a page like the vendor has them',
    vendorLikePage(),
    'how-one-logs-in',
    [
      'Changed operations: 1 changed; 2 breaks for clients',
      '  GET /clients/authorization:',
      '    BREAK stricter: query `region` is new and required (string, exactly 2 characters)',
      '    BREAK different: answer 200 `jwt` is gone, `token` is new: renamed?',
      '    promises less: answer 401 is gone',
    ],
  ],
  [
    "the vendor's page",
    real && readFileSync(real, 'utf8'),
    'how-to-generate-a-jwt-token',
    [
      'Changed operations: 1 changed; 2 breaks for clients',
      '  GET /clients/authorization:',
      '    BREAK stricter: query `region` is new and required (string, exactly 2 characters)',
      '    BREAK different: answer 200 `jwt` is gone, `token` is new: renamed?',
      '    promises less: answer 401 is gone',
    ],
  ],
];

/** The page as the vendor might change it. */
function changedPage(page: string): string {
  const region =
    '{"in":"query","required":true,"name":"region","schema":{"type":"string","minLength":2,"maxLength":2}}';
  const changed = page
    .replace('"parameters":[', `"parameters":[${region},`)
    .replace('"properties":{"jwt":', '"properties":{"token":')
    .replace(/,?"401":\{"\$ref":"#\/components\/responses\/Unauthorized"\}/, '');
  assert.equal(
    changed.length - page.length,
    region.length + 3 - ',"401":{"$ref":"#/components/responses/Unauthorized"}'.length,
  );
  return changed;
}

const generate = (folder: string, ...flags: string[]): Promise<CommandResult> =>
  runCommand('generate', ['--spec', 'page.md', '--out', 'out', ...flags], { cwd: folder });

/** What stands after the lines about probes. */
function toldChanges({ stdout }: CommandResult): string[] {
  const lines = stdout.trimEnd().split('\n');
  return lines.slice(
    lines.findIndex((line) => /^(Changed|Nothing|Not compared|The contract did)/.test(line)),
  );
}

for (const [name, page, slug, lines] of PAGES) {
  describe(`npm run generate after a change of ${name}`, () => {
    if (page === undefined) {
      it('(skipped: the page is not beside the project)');
      return;
    }
    const file = `out/collections/${slug}.postman_collection.json`;

    it('tells what became stricter and what is promised less, and which of it breaks clients', async () => {
      await withScratchFolder({ 'page.md': page }, async (folder) => {
        assert.deepEqual(toldChanges(await generate(folder)), [`Nothing to compare with: ${file} is new`]);
        writeFileSync(join(folder, 'page.md'), changedPage(page));
        assert.deepEqual(toldChanges(await generate(folder)), lines);
        const again = await generate(folder);
        assert.match(again.stdout, /nothing changed\n/);
        assert.doesNotMatch(again.stdout, /Changed operations|Nothing to compare/);
      });
    });

    it('tells the same under --check, writes it as Markdown and JSON, and nothing else', async () => {
      await withScratchFolder({ 'page.md': page }, async (folder) => {
        await generate(folder);
        const before = readFileSync(join(folder, file), 'utf8');
        writeFileSync(join(folder, 'page.md'), changedPage(page));
        const checked = await generate(folder, '--check', '--changes', 'pull-request/changes.md');
        assert.equal(checked.exitCode, 1);
        assert.deepEqual(toldChanges(checked), lines);
        await generate(folder, '--check', '--changes', 'changes.json');
        assert.equal(readFileSync(join(folder, file), 'utf8'), before);
        assert.equal(
          readFileSync(join(folder, 'pull-request', 'changes.md'), 'utf8'),
          `### Changed operations: 1 changed; 2 breaks for clients

Against \`${file}\`.

\`GET /clients/authorization\`:

| | | |
|---|---|---|
| **BREAK** | stricter | query \`region\` is new and required (string, exactly 2 characters) |
| **BREAK** | different | answer 200 \`jwt\` is gone, \`token\` is new: renamed? |
|  | promises less | answer 401 is gone |
`,
        );
        const { operations, ...others } = JSON.parse(
          readFileSync(join(folder, 'changes.json'), 'utf8'),
        ) as Changes;
        assert.deepEqual(others, { file, state: 'changed', complete: true, breaks: 2, notes: [] });
        assert.deepEqual(
          operations.map(({ operation, state, verdict, changes }) => [
            operation,
            state,
            verdict,
            changes.length,
          ]),
          [['GET /clients/authorization', 'changed', 'break', 3]],
        );
        assert.deepEqual(operations[0]?.changes[0], {
          kind: 'parameter-new',
          effect: 'stricter',
          verdict: 'break',
          place: 'query `region`',
          text: 'query `region` is new and required (string, exactly 2 characters)',
        });
      });
    });
  });
}

describe('npm run generate --changes', () => {
  it('takes no other ending, no file that is read or generated, no place that is none, and then writes nothing', async () => {
    await withScratchFolder({ 'page.md': vendorLikePage() }, async (folder) => {
      for (const [file, message] of [
        ['changes.txt', 'error USAGE: --changes changes.txt ends in neither .md nor .json. Hint: '],
        [
          'out/collections/how-one-logs-in.postman_collection.json',
          'error USAGE: --changes out/collections/how-one-logs-in.postman_collection.json is a file that generate writes. Hint: ',
        ],
        [
          'page.md/changes.md',
          'error UNWRITABLE page.md/changes.md: the file cannot be written: a file stands where a folder is needed. Hint: ',
        ],
        ['./page.md', 'error USAGE: --changes ./page.md is a file that generate reads. Hint: '],
      ] as const) {
        const { exitCode, stderr } = await generate(folder, '--changes', file);
        assert.equal(exitCode, 2);
        assert.ok(
          stderr.split('\n').some((line) => line.startsWith(message)),
          stderr,
        );
      }
      assert.equal(existsSync(join(folder, 'out')), false);
    });
  });

  it('replaces whatever stands there, and says that it cannot be compared', async () => {
    const file = 'out/collections/how-one-logs-in.postman_collection.json';
    await withScratchFolder({ 'page.md': vendorLikePage(), [file]: 'not { json' }, async (folder) => {
      const result = await generate(folder, '--changes', 'changes.json');
      assert.equal(result.exitCode, 0);
      assert.deepEqual(toldChanges(result), [
        `Not compared with ${file}: what stood there is no Postman collection: nothing can be compared`,
      ]);
      const { state } = JSON.parse(readFileSync(join(folder, 'changes.json'), 'utf8')) as Changes;
      assert.equal(state, 'unknown');
    });
  });
});
