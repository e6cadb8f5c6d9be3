import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { preRequestFiles, testFiles } from '../../scripts/postman/events';
import type { Settings } from '../../scripts/postman/script-data';
import { sampleCollection, sampleSettings, scriptOf } from '../support/script-host-collection';
import { runInNewman } from '../support/script-host-run';
import { type Answers, withScriptedServer } from '../support/script-host-server';

const settings = sampleSettings({}, 'sandbox');
const sends = ['divisions', 'status'];

async function run(broken: Settings, answers: Answers = {}, bail = false) {
  return await withScriptedServer(answers, async ({ baseUrl, wire }) => {
    const environment = { baseUrl, apiKey: 'key-1' };
    const { outcomes } = await runInNewman({
      collection: sampleCollection(broken, sends),
      environment,
      options: { bail } as never,
    });
    return { outcomes, wire };
  });
}

describe('the collection’s scripts', () => {
  it('are all the files of the folder, each in one event', () => {
    const files = readdirSync(join(__dirname, '..', '..', 'scripts', 'postman'));
    const scripts = files.filter((file) => file.endsWith('.js')).sort();
    assert.deepEqual([...preRequestFiles, ...testFiles].sort(), scripts);
  });

  it('use no promise, and print nothing', () => {
    const text = scriptOf([...preRequestFiles, ...testFiles]);
    assert.doesNotMatch(text, /\b(async|await|Promise|console|globalThis)\b/);
  });

  it('that fail send nothing, and fail a check', async () => {
    const broken = { ...settings, writes: undefined } as unknown as Settings;
    assert.deepEqual(await run(broken), {
      outcomes: sends.map(
        (name) => `${name}: failed (not tested: the collection's pre-request script failed)`,
      ),
      wire: [],
    });
  });

  it('that fail in a callback send nothing, and fail a check', async () => {
    const login = { ...settings.login, jwt: undefined };
    assert.deepEqual(await run({ ...settings, login } as unknown as Settings), {
      outcomes: [
        "divisions: failed (not tested: the collection's pre-request script failed)",
        'status: kept',
      ],
      wire: ['login key-1', 'GET /status'],
    });
  });

  it('stop a run with --bail at the first check that fails', async () => {
    const answers = { 'GET /divisions': [{ status: 404 }] };
    assert.deepEqual(await run(settings, answers, true), {
      outcomes: ['divisions: failed (status is documented)'],
      wire: ['login key-1', 'GET /divisions jwt-1'],
    });
  });

  it('fetch nothing where the contract has no login', async () => {
    const { login, ...rest } = settings;
    assert.deepEqual(
      (await run(rest)).wire.map((line) => line.split(' ')[1]),
      ['/divisions', '/status'],
    );
  });
});
