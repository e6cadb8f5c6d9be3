import { deepStrictEqual, ok } from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { KINDS } from '../support/kinds/kinds';
import { PROJECT, readProjectFile } from '../support/project';

const TESTS = join(PROJECT, 'test');
const text = readProjectFile('test', 'README.md');

describe('the README of the tests', () => {
  it('names files and folders that are there', () => {
    const named = [...text.matchAll(/`([\w-]+\/[\w./-]*)`/g)].map(([, path = '']) => path);
    ok(named.length > 50);
    deepStrictEqual(
      named.filter((path) => !existsSync(join(path.startsWith('scripts/') ? PROJECT : TESTS, path))),
      [],
    );
  });

  it('names every folder', () => {
    const folders = readdirSync(TESTS, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    deepStrictEqual(
      folders.map(({ name }) => name).filter((name) => !text.includes(`\`${name}/\``)),
      [],
    );
  });

  it('has each kind of contract that is run, under its heading, with a place where more is held', () => {
    const [, ...parts] = text.split(/^### /m);
    const table = parts.map((part) => {
      const rows = [...part.matchAll(/^\| (.*) \| `.*` \|$/gm)].map(([, kind]) => kind);
      return [part.split('\n', 1)[0], rows];
    });
    const run = Object.entries(KINDS).map(([about, kinds]) => [about, kinds.map(({ name }) => name)]);
    deepStrictEqual(table, run);
  });

  it('names the variables that tests read, and no other', () => {
    const sources = readdirSync(TESTS, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    const read = sources.flatMap((name) =>
      [...readProjectFile('test', name).matchAll(/process\.env\.([A-Z_]+)/g)].map(([, variable]) => variable),
    );
    const named = [...text.matchAll(/^\| (.*) \| (?!`)/gm)]
      .flatMap(([, cell = '']) => [...cell.matchAll(/`([A-Z_]{3,})(=[^`]*)?`/g)])
      .map(([, variable]) => variable);
    deepStrictEqual(
      [...new Set(named)].filter((variable) => !read.includes(variable)),
      [],
    );
    ok(named.length > 4, named.join(', '));
  });
});
