import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentOf, timesOf } from '../support/folder-content';
import { readProjectFile } from '../support/project';
import { type CommandResult, runCommand } from '../support/run-command';
import { withScratchFolder } from '../support/scratch-folder';
import { SMALL } from '../support/small-files';

const FILES = [
  'collections/nova-post.postman_collection.json',
  'environments/sandbox.postman_environment.json',
  'environments/production.postman_environment.json',
  'environments/stand-in.postman_environment.json',
];

/** A document of one operation with a server, without which there is no environment. */
const PARCELS = `${SMALL}servers:\n  - url: https://api.example.test/v1\n`;
const PARCELS_FILES = [
  'collections/parcels.postman_collection.json',
  'environments/api-example-test.postman_environment.json',
];

const NO_PROBES = '0 probes made, 1 left out:\n  1: the path has a GET, and other methods may write\n';

describe('npm run generate', () => {
  it('writes the files of the project as they are committed', async () => {
    await withScratchFolder({}, async (folder) => {
      const { exitCode, stdout, stderr } = await runCommand('generate', ['--out', 'out'], { cwd: folder });
      assert.equal(exitCode, 0);
      // the vendor's own `format: json`, on the jwt
      assert.match(
        stderr,
        /^warning UNSUPPORTED \S+ #\S+\/jwt\/format: nobody knows the format json;[^\n]*\n$/,
      );
      const lines = [
        ...FILES.map((file) => `written   out/${file}`),
        '42 operations of Nova Post: 4 files written',
      ];
      const last = `Nothing to compare with: out/${FILES[0]} is new\n`;
      assert.ok(stdout.endsWith(last), stdout);
      const [probes = '', ...leftOut] = stdout
        .replace(`${lines.join('\n')}\n`, '')
        .replace(last, '')
        .trimEnd()
        .split('\n');
      assert.match(probes, /^374 probes made, \d+ left out:$/);
      assert.ok(leftOut.length >= 1 && leftOut.length <= 7, stdout);
      assert.ok(
        leftOut.every((line) => /^ {2}\d+: [a-z]/.test(line)),
        stdout,
      );
      const written = Object.entries(contentOf(join(folder, 'out'))).filter(([, text]) => text !== null);
      assert.deepEqual(written.map(([path]) => path).sort(), [...FILES].sort());
      for (const [path, text] of written) assert.ok(text === readProjectFile(path), `${path} differs`);
    });
  });

  it('leaves alone what would not change, and says so', async () => {
    await withParcels(async (folder, generate) => {
      await generate();
      const old = new Date('2020-01-01T00:00:00Z');
      for (const file of PARCELS_FILES) utimesSync(join(folder, 'out', file), old, old);
      const times = timesOf(join(folder, 'out'));
      const { exitCode, stdout } = await generate();
      assert.equal(exitCode, 0);
      const lines = PARCELS_FILES.map((file) => `unchanged out/${file}`);
      assert.equal(stdout, `${lines.join('\n')}\n1 operation of Parcels: nothing changed\n${NO_PROBES}`);
      assert.deepEqual(timesOf(join(folder, 'out')), times);
    });
  });

  it('writes only what changed, and takes away no other file', async () => {
    await withParcels(async (folder, generate) => {
      await generate();
      const [collection = '', environment = ''] = PARCELS_FILES.map((file) => join(folder, 'out', file));
      writeFileSync(join(folder, 'out', 'environments', 'mine.json'), '{}');
      const wanted = readFileSync(environment, 'utf8');
      writeFileSync(environment, wanted.replace('Parcels', 'Changed'));
      const { stdout } = await generate();
      assert.match(
        stdout.replace(NO_PROBES, ''),
        /^unchanged out\/collections.*\nwritten {3}out\/environments.*\n.*: 1 file written\n$/,
      );
      assert.equal(readFileSync(environment, 'utf8'), wanted);
      assert.equal(readFileSync(join(folder, 'out', 'environments', 'mine.json'), 'utf8'), '{}');
      assert.ok(readFileSync(collection, 'utf8').endsWith('}\n'));
    });
  });

  it('makes the same bytes in another folder, time zone and language, and for any umask', async () => {
    const mask = process.umask();
    try {
      const texts: Record<string, string | null>[] = [];
      for (const [name, env, umask] of [
        ['one', { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' }, 0o022],
        ['two/deeper', { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }, 0o077],
      ] as const) {
        await withScratchFolder({}, async (folder) => {
          const cwd = join(folder, name);
          mkdirSync(cwd, { recursive: true });
          writeFileSync(join(cwd, 'spec.yaml'), PARCELS);
          process.umask(umask);
          const { exitCode } = await runCommand('generate', ['--spec', 'spec.yaml', '--out', 'o'], {
            cwd,
            env,
          });
          assert.equal(exitCode, 0);
          texts.push(contentOf(join(cwd, 'o')));
        });
      }
      assert.deepEqual(texts[1], texts[0]);
    } finally {
      process.umask(mask);
    }
  });

  describe('--check', () => {
    it('ends with 0 when every file is what would be generated', async () => {
      await withParcels(async (_folder, generate) => {
        await generate();
        assert.deepEqual(await generate('--check'), {
          exitCode: 0,
          stdout: '1 operation of Parcels: every file is what would be generated\n',
          stderr: '',
        });
      });
    });

    it('ends with 1, names the file and the place of its first difference, and writes nothing', async () => {
      await withParcels(async (folder, generate) => {
        await generate();
        const [collection = '', environment = ''] = PARCELS_FILES.map((file) => join(folder, 'out', file));
        writeFileSync(
          collection,
          readFileSync(collection, 'utf8').replace('"method": "GET"', '"method": "POST"'),
        );
        rmSync(environment);
        const before = contentOf(folder);
        assert.deepEqual(await generate('--check'), {
          exitCode: 1,
          stdout:
            'The contract did not change, the collection did\n' +
            '  note: requests of 1 operation changed (names, words, examples), the contract did not\n',
          stderr: [
            `drift: out/${PARCELS_FILES[0]} differs from #/item/0/request/method on`,
            `drift: out/${PARCELS_FILES[1]} is missing`,
            'Run npm run generate with the same --spec, --profile and --out.\n',
          ].join('\n'),
        });
        assert.deepEqual(contentOf(folder), before);
      });
    });

    it('sees a file that differs only in blanks or line ends, and one that is no JSON', async () => {
      await withParcels(async (folder, generate) => {
        await generate();
        const [collection = '', environment = ''] = PARCELS_FILES.map((file) => join(folder, 'out', file));
        writeFileSync(collection, `\uFEFF${readFileSync(collection, 'utf8').replaceAll('\n', '\r\n')}`);
        writeFileSync(environment, readFileSync(environment, 'utf8').slice(0, 20));
        assert.deepEqual(await generate('--check'), {
          exitCode: 1,
          stdout: 'The contract did not change, the form of the file did\n',
          stderr: [
            `drift: out/${PARCELS_FILES[0]} differs in its form`,
            `drift: out/${PARCELS_FILES[1]} is no JSON`,
            'Run npm run generate with the same --spec, --profile and --out.\n',
          ].join('\n'),
        });
      });
    });
  });
});

/** The small document in a folder of its own, and the command on it, run as a person who stands there. */
async function withParcels(
  use: (folder: string, generate: (...flags: string[]) => Promise<CommandResult>) => Promise<void>,
): Promise<void> {
  await withScratchFolder({ 'spec.yaml': PARCELS }, (folder) =>
    use(folder, (...flags) =>
      runCommand('generate', ['--spec', 'spec.yaml', '--out', 'out', ...flags], { cwd: folder }),
    ),
  );
}
