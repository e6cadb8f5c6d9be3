import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { contractFlags } from '../../scripts/cli/contract-flags';

const project = join(__dirname, '..', '..');
const read = (file: string) => readFileSync(join(project, file), 'utf8');

/** As far as a workflow of GitHub Actions is looked at: the keys that its documentation names. */
interface Step {
  uses?: string;
  run?: string;
  [key: string]: unknown;
}
interface Job {
  'runs-on'?: string;
  needs?: string | string[];
  steps?: Step[];
  [key: string]: unknown;
}

const jobKeys = ['if', 'needs', 'runs-on', 'strategy', 'steps', 'permissions', 'env', 'timeout-minutes'];
const stepKeys = ['if', 'name', 'id', 'uses', 'with', 'run', 'env', 'working-directory', 'continue-on-error'];
/** Flags of the commands, by their npm script. */
const flags: Record<string, string[]> = {
  contract: Object.keys(contractFlags),
  'merge-reports': ['out'],
  generate: ['check', 'spec', 'profile', 'out'],
};
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

describe('the examples for CI', () => {
  for (const file of ['docs/ci/github-actions.yml', '.github/workflows/contract.yml']) {
    describe(file, () => {
      const workflow = parse(read(file)) as { on: Record<string, unknown>; jobs: Record<string, Job> };
      const jobs = Object.entries(workflow.jobs);

      it('has the form of a workflow', () => {
        assert.deepEqual(Object.keys(workflow).sort(), ['jobs', 'name', 'on', 'permissions']);
        for (const [name, job] of jobs) {
          assert.match(name, /^[a-zA-Z_][\w-]*$/);
          assert.equal(job['runs-on'], 'ubuntu-latest');
          for (const key of Object.keys(job)) assert.ok(jobKeys.includes(key), `${name}: ${key}`);
          for (const needed of [job.needs ?? []].flat()) assert.ok(needed in workflow.jobs, needed);
          for (const step of job.steps ?? []) {
            for (const key of Object.keys(step)) assert.ok(stepKeys.includes(key), `${name}: ${key}`);
            assert.equal([step.uses, step.run].filter((each) => each !== undefined).length, 1, name);
            if (step.uses !== undefined) assert.match(step.uses, /^actions\/[a-z-]+@v\d+$/);
          }
        }
      });

      it('runs what there is, with flags that are known', () => {
        const commands = jobs.flatMap(([, job]) => (job.steps ?? []).flatMap(({ run }) => run ?? []));
        assertCommands(commands);
      });

      it('hands the key in by the environment, and keeps the reports whatever happens', () => {
        const steps = jobs.flatMap(([, job]) => job.steps ?? []);
        for (const { run, env } of steps) {
          assert.ok(!run?.includes('secrets.'), run);
          if (run?.includes('--env sandbox')) {
            assert.deepEqual(env, { NOVAPOST_API_KEY: '${{ secrets.NOVAPOST_API_KEY }}' });
          }
        }
        const uploads = steps.filter(({ uses }) => uses?.startsWith('actions/upload-artifact'));
        assert.ok(uploads.length > 0);
        for (const { if: when } of uploads) assert.equal(when, 'always()');
      });
    });
  }

  it('of GitHub merges as many shards as it makes', () => {
    const { jobs } = parse(read('docs/ci/github-actions.yml')) as { jobs: Record<string, Job> };
    assert.deepEqual(jobs.sandbox?.strategy, { 'fail-fast': false, matrix: { shard: [1, 2, 3] } });
    const merge = jobs.verdict?.steps?.find(({ run }) => run?.includes('merge-reports'))?.run;
    assert.match(merge ?? '', / shards\/shard-1 shards\/shard-2 shards\/shard-3 --out reports$/);
  });

  it('of GitLab runs what there is, with flags that are known', () => {
    const pipeline = parse(read('docs/ci/gitlab-ci.yml')) as Record<string, { script?: string[] }>;
    const jobs = Object.entries(pipeline).filter(([name]) => name !== 'default');
    assert.deepEqual(
      jobs.map(([name]) => name),
      ['stand-in', 'sandbox', 'verdict'],
    );
    assertCommands(jobs.flatMap(([, job]) => job.script ?? []));
  });
});

function assertCommands(commands: readonly string[]): void {
  for (const command of commands) {
    if (command === 'npm ci') continue;
    const [, script = '', rest = ''] = /^npm (?:run )?([\w:-]+)(.*)$/.exec(command) ?? [];
    assert.ok(script === 'start' || script in scripts, command);
    for (const [, flag = ''] of rest.matchAll(/ --([a-z][\w-]*)/g)) {
      assert.ok(flags[script]?.includes(flag), `${command}: --${flag}`);
    }
  }
}
