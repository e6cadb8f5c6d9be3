import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '../../scripts/spec/document';
import { withLoopbackServer } from './loopback-server';
import { collection, environment, request } from './postman-parts';
import { type CommandResult, runCommand } from './run-command';

export const check = "pm.test('status is 200', () => pm.response.to.have.status(200));";
export const ok = request('ok', { test: check });

/** The folder where a person stands who runs `npm run contract`. */
export interface Workplace {
  /** Path of a file in it. */
  path(name: string): string;
  write(name: string, value: JsonObject | string): void;
  read(name: string): string;
  run(...args: string[]): Promise<CommandResult>;
  /** Runs a collection of these items against a server that answers 200, and 500 on `/broken`. */
  runAgainstServer(items: JsonObject[], ...args: string[]): Promise<CommandResult>;
}

/** Gives each test of the suite it is called in an empty one. */
export function useWorkplace(): Workplace {
  let at: string;
  beforeEach(() => {
    at = mkdtempSync(join(tmpdir(), 'contract-command-'));
  });
  afterEach(() => rmSync(at, { recursive: true }));

  const path = (name: string) => join(at, name);
  const write = (name: string, value: JsonObject | string) =>
    writeFileSync(path(name), typeof value === 'string' ? value : JSON.stringify(value));
  const run = (...args: string[]) => runCommand('contract', args, { cwd: at });
  return {
    path,
    write,
    read: (name) => readFileSync(path(name), 'utf8'),
    run,
    runAgainstServer(items, ...args) {
      write('collection.json', collection(items));
      return withLoopbackServer(answer, (baseUrl) => {
        write('env.json', environment({ baseUrl }));
        return run('--env', './env.json', '--collection', 'collection.json', ...args);
      });
    },
  };
}

export function answer(incoming: IncomingMessage, response: ServerResponse): void {
  response.writeHead(incoming.url === '/broken' ? 500 : 200, { 'content-type': 'application/json' });
  response.end('{}');
}

export function lastLine(text: string): string | undefined {
  return text.trimEnd().split('\n').at(-1);
}
