import assert from 'node:assert/strict';
import { readDataFile } from '../../../scripts/run/inputs/data-file/read-data-file';
import { variableNames } from '../../../scripts/run/inputs/fill-environment';
import { isProduction, productionNotice } from '../../../scripts/run/inputs/production-notice';
import { readEnvironment } from '../../../scripts/run/inputs/read-environment';
import { readPostmanFile } from '../../../scripts/run/inputs/read-postman-file';
import { runNewman } from '../../../scripts/run/newman/run-newman';
import { junitReport } from '../../../scripts/run/reports/junit-report';
import { markdownSummary } from '../../../scripts/run/reports/markdown-summary';
import { selectRequests } from '../../../scripts/run/selection/select-requests';
import { baseline } from '../../../scripts/run/verdict/baseline';
import { lastWords } from '../../../scripts/run/verdict/last-words';
import { verdictOf } from '../../../scripts/run/verdict/verdict';
import { ProblemError } from '../../../scripts/spec/problem';
import { problemLines } from '../../../scripts/spec/problem-lines';
import { junitProblems } from '../junit-problems';
import { withScratchFolder } from '../scratch-folder';
import { mutateText, mutateValue, pick, type Random, seeded } from './mutate-document';

/** Nothing of a few requests takes as long, even on a busy machine. */
const MOST_MILLISECONDS = 20_000;

const check = "pm.test('status is 200', () => pm.response.to.have.status(200));";

/** What is broken: each kind of file that a run reads, with all that we look at in it. */
function files(baseUrl: string): Record<string, string> {
  const event = [{ listen: 'test', script: { type: 'text/javascript', exec: [check] } }];
  const url = { raw: '{{baseUrl}}/a/:id?b=1', host: ['{{baseUrl}}'], path: ['a', ':id'] };
  const sent = { ...url, query: [{ key: 'b', value: '1' }], variable: [{ key: 'id', value: '{{id}}' }] };
  const header = [{ key: 'Authorization', value: '{{jwt}}' }];
  const made = 'Contract: `POST /a/{id}`\nDeleted by: `DELETE /a/{id}` (id at `/id`)';
  const body = { mode: 'raw', raw: '{"a": "{{id}}"}', options: { raw: { language: 'json' } } };
  const form = { mode: 'formdata', formdata: [{ key: 'f', value: 'x', type: 'text' }] };
  const values = { baseUrl, apiKey: 'key-of-the-test', jwt: '', allowWrites: 'true', id: '7' };
  return {
    'collection.json': JSON.stringify({
      info: { name: 'C', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
      item: [
        {
          id: 'i',
          name: 'A',
          item: [
            { name: 'one', event, request: { method: 'POST', url: sent, header, body, description: made } },
          ],
        },
        {
          name: 'B',
          description: 'Contract: `GET /a`',
          item: [
            { name: 'Before', item: [{ name: 'two', request: { method: 'PUT', url: sent, body: form } }] },
            { name: 'three', event, request: '{{baseUrl}}/b' },
          ],
        },
      ],
      event: [{ listen: 'prerequest', script: { exec: "pm.variables.set('x', 1);" } }],
      variable: [{ key: 'id', value: '8' }],
      auth: { type: 'noauth' },
      protocolProfileBehavior: { followRedirects: false },
    }),
    'env.json': JSON.stringify({
      name: 'E',
      values: Object.entries(values).map(([key, value]) => ({ key, value, type: 'default', enabled: true })),
    }),
    'rows.csv': 'id,jwt\n1,"a ""b"""\n2,c\n',
    'rows.json': '[{"id": "1"}, {"id": 2, "jwt": "c"}]',
  };
}

/**
 * Breaks one of the files of a run as the seed says, and goes through every stage of `contract` as the command does.
 * @returns the last line of its output; throws what must not happen
 */
export async function endOfContract(seed: number, baseUrl: string): Promise<string> {
  const random = seeded(seed);
  const given = files(baseUrl);
  const broken = pick(random, Object.keys(given));
  const text = mutate(given[broken] ?? '', random);
  const shown = `FUZZ_SEED=${seed}, ${broken}: ${text.slice(0, 5_000)}`;
  return withScratchFolder({ ...given, [broken]: text }, async (cwd) => {
    const data = broken.startsWith('rows') ? broken : pick(random, ['', 'rows.csv', 'rows.json']);
    const started = Date.now();
    const last = await endOf(cwd, data, random() < 0.3 ? ['A'] : []).catch((error: unknown) => {
      if (error instanceof ProblemError) return problemLast(error);
      throw new Error(`${error instanceof Error ? error.stack : error}\n\n${shown}`);
    });
    assert.match(last, /^(?:Kept|Broken|Not tested): [^\n]+$/, shown);
    assert.ok(Date.now() - started < MOST_MILLISECONDS, `${Date.now() - started} ms: ${shown}`);
    return last;
  });
}

function problemLast(error: ProblemError): string {
  for (const line of problemLines(error.problems))
    assert.doesNotMatch(line, /[\n\r]|undefined|\[object |NaN/);
  return `Not tested: ${error.problems[0]?.message}`;
}

async function endOf(cwd: string, data: string, folders: string[]): Promise<string> {
  const collection = await readPostmanFile('collection', 'collection.json', cwd);
  const choice = { env: './env.json', project: cwd, cwd, allowWrites: false, phone: undefined };
  const environment = await readEnvironment({ ...choice, apiKey: undefined });
  const names = [collection.variable, environment.values].flatMap(variableNames);
  const rows = data === '' ? undefined : await readDataFile(data, cwd, names);
  const { requests } = selectRequests(collection, folders, { noProbes: false, forRows: rows !== undefined });
  productionNotice(environment, requests);
  isProduction(environment, environment);
  const record = await runNewman({
    collection,
    environment,
    folders,
    ...(rows === undefined ? {} : { rows }),
    colour: false,
    write() {},
    network: { timeoutRequest: 1_000 },
    signal: AbortSignal.timeout(3_000),
  });
  const verdict = verdictOf(record);
  const at = new Date(0);
  assert.deepEqual(junitProblems(junitReport(record)), []);
  markdownSummary({ record, verdict, coverage: undefined, at });
  baseline(record, verdict, at);
  return lastWords(record, verdict, undefined).at(-1) ?? '';
}

function mutate(text: string, random: Random): string {
  if (!text.startsWith('{') || random() < 0.3) return mutateText(text, random);
  return JSON.stringify(mutateValue(JSON.parse(text), random));
}
