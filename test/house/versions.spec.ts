import { ok, strictEqual } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PROJECT, readProjectFile } from '../support/project';

const manifest = JSON.parse(readProjectFile('package.json')) as Record<string, Record<string, string>>;

/** The version of a package as another package of the tree resolves it. */
function versionFrom(folder: string, name: string): string {
  const resolve = createRequire(join(PROJECT, folder, 'package.json')).resolve;
  return (
    JSON.parse(readProjectFile(resolve(`${name}/package.json`).slice(PROJECT.length + 1))) as {
      version: string;
    }
  ).version;
}

describe('versions that the project stands on', () => {
  it('pin TypeScript below 7, which ts-node cannot load', () => {
    strictEqual(manifest.dependencies?.typescript, '~6.0.3');
  });

  it("test the scripts in the very host that newman's runtime has", () => {
    strictEqual(
      versionFrom('node_modules/postman-runtime', 'postman-sandbox'),
      versionFrom('.', 'postman-sandbox'),
    );
  });

  it('have a lock file that names no registry host', () => {
    ok(!/"resolved":/.test(readProjectFile('package-lock.json')));
  });
});

describe('files of the project', () => {
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'scripts', 'test'], {
    cwd: PROJECT,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((file) => /\.(ts|js)$/.test(file));

  it('stay under 280 lines', () => {
    const long = files.filter((file) => readProjectFile(file).split('\n').length > 280);
    strictEqual(long.join(', '), '');
  });
});
