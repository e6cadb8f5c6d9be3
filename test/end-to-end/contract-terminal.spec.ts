import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { check, useWorkplace } from '../support/contract-workplace';
import { withLoopbackServer } from '../support/loopback-server';
import { collection, environment, request } from '../support/postman-parts';
import { PROJECT } from '../support/project';
import { runProgram } from '../support/run-program';

const hasTerminals = spawnSync('python3', ['-c', 'import pty, os; os.waitstatus_to_exitcode']).status === 0;
const esc = String.fromCharCode(27);
const refused = 'Not tested: nobody agreed to sending this to production';
const kept = 'Kept: 1 check passed on 1 request';

describe('npm run contract in a terminal, before production', () => {
  if (!hasTerminals) {
    it('(skipped: there is no python3, which makes terminals)');
    return;
  }
  const { path, write } = useWorkplace();

  /** What is typed, variables of the process, exit code and last line, and how often a request came. */
  const answers: [string, string, Record<string, string>, number, string, number][] = [
    ['y', 'y\r', {}, 0, kept, 1],
    ['Yes, among blanks and without colours', ' Yes \r', { NO_COLOR: '1' }, 0, kept, 1],
    ['y, in a terminal that can do nothing', 'y\r', { TERM: 'dumb' }, 0, kept, 1],
    ['nothing', '\r', {}, 2, refused, 0],
    ['Ctrl-C', '\u0003', {}, 2, refused, 0],
    ['Ctrl-D', '\u0004', {}, 2, refused, 0],
  ];
  for (const [answer, keys, env, exitCode, last, count] of answers) {
    it(`takes ${answer} for an answer`, async () => {
      let requests = 0;
      const result = await withLoopbackServer(
        (_, response) => {
          requests += 1;
          response.end('{}');
        },
        (baseUrl) => {
          write('env.json', environment({ baseUrl, environment: 'production' }));
          write('c.json', collection([request('a name that is longer than the window', { test: check })]));
          const contract = [
            process.execPath,
            `${PROJECT}/scripts/start.cjs`,
            'contract',
            '--env',
            './env.json',
          ];
          const variables = { INIT_CWD: path('.'), NO_COLOR: '', TERM: 'xterm', ...env };
          const set = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
          const command = ['env', ...set, ...contract, '--collection', 'c.json'];
          return runProgram('python3', ['test/support/in-a-terminal.py', keys, '[y/N]', ...command]);
        },
      );
      const lines = result.output.split(/\r*\n/);
      assert.equal(lines.at(-2), last, result.output);
      assert.deepEqual([result.exitCode, requests], [exitCode, count]);
      assert.equal(result.output.includes(`${esc}[32m`), count === 1 && answer === 'y', 'colours');
      if (env.TERM === 'dumb') assert.ok(!result.output.includes(esc));
      const progress = lines.flatMap((line) => line.split('\r')).find((line) => line.startsWith('1/1'));
      if (answer === 'y') assert.equal(progress, '1/1 (0 %) a name that is longer than th');
    });
  }
});
