import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { artefactText } from '../../scripts/collection/files/artefacts';
import type { JsonValue } from '../../scripts/spec/document';
import { formatProblem, ProblemError } from '../../scripts/spec/problem';
import { readDocument } from '../../scripts/spec/read-document';
import { isFolder, itemsOf } from './build-document';
import { assertRequest } from './expected-request';
import { type Generated, generateFrom } from './generated';
import { signJwt } from './script-host-server';
import type { Expectation, Verdict } from './shared-case';
import { onlyOperation, operationOf, runOnWire, type WireAnswer, type WireRun } from './wire-run';

/** What is generated from. */
export interface CaseSource {
  folder: string;
  spec: string;
  profile?: string;
}

const NOTHING: WireAnswer = { status: 200, type: '', body: '' };

/** Generates from a case's input and holds all that it expects against the result; throws what does not hold. */
export async function holdCase(source: CaseSource, expectation: Expectation): Promise<void> {
  const generate = (spec: string) => generateFrom(spec, source.folder, source.profile);
  const generated = await generate(source.spec).catch((error: unknown) => {
    if (error instanceof ProblemError) return error;
    throw error;
  });
  if (generated instanceof ProblemError) {
    ok(expectation.outcome !== 'collection', generated.message);
    // A place may be named in words or by a JSON pointer, in either letter case.
    const message = generated.message.replaceAll('~1', '/').toLowerCase();
    for (const text of expectation.errorNames ?? []) ok(message.includes(text.toLowerCase()), message);
    return;
  }
  ok(expectation.outcome !== 'error', 'a collection came out');
  const warnings = generated.warnings.map(formatProblem).join('\n');
  for (const text of expectation.warnNames ?? []) ok(warnings.includes(text), `${text} in ${warnings}`);
  assertFiles(generated, expectation);
  if (expectation.byteIdentical === true) {
    const textsOf = ({ artefacts }: Generated) => artefacts.map((one) => [one.path, artefactText(one)]);
    deepStrictEqual(textsOf(await generate(source.spec)), textsOf(generated));
  }
  const { second } = expectation;
  if (second !== undefined) assertUnchanged(generated, await generate(second.file), second);
  const document = await readCase(source);
  await assertWire(generated, expectation, document);
  for (const verdict of expectation.verdicts ?? []) await assertVerdict(generated, verdict);
}

/** The document itself; of a page or a folder, what is read of it. */
async function readCase({ folder, spec }: CaseSource): Promise<JsonValue> {
  if (!/\.(ya?ml|json)$/.test(spec)) return (await readDocument(spec, folder)).document.value;
  return parse(readFileSync(join(folder, spec), 'utf8'));
}

function assertFiles({ collection, environments }: Generated, expectation: Expectation): void {
  const items = itemsOf(collection);
  const keys = new Set(items.map(operationOf));
  if (expectation.count !== undefined)
    deepStrictEqual([items.length, keys.size], [expectation.count, expectation.count]);
  if (expectation.environments !== undefined) {
    strictEqual(environments.length, expectation.environments);
    const urls = environments.map(({ values }) => values.find(({ key }) => key === 'baseUrl')?.value);
    strictEqual(new Set(urls).size, expectation.environments);
  }
  if (expectation.uniqueNames === true) {
    const lists = [collection.item, ...collection.item.filter(isFolder).map((folder) => folder.item)];
    for (const names of lists.map((list) => list.map(({ name }) => name))) {
      strictEqual(new Set(names).size, names.length, names.join(', '));
      ok(names.every((name) => name.trim() !== ''));
    }
  }
  for (const name of expectation.noStaticHeaders ?? []) {
    ok(items.every(({ request }) => !(request.header ?? []).some(({ key }) => key.toLowerCase() === name)));
  }
  if (expectation.form !== undefined) assertForm(items, expectation.form);
}

function assertForm(
  items: ReturnType<typeof itemsOf>,
  { op, mode, entries }: NonNullable<Expectation['form']>,
): void {
  const body = items.find((item) => operationOf(item) === op)?.request.body;
  ok(body?.mode === 'formdata' && mode === 'formdata', op);
  deepStrictEqual(
    body.formdata.map(({ key, type }) => [key, type]),
    entries.map(({ key, type }) => [key, type]),
  );
  body.formdata.forEach((part, index) => {
    const { value, json } = entries[index] ?? {};
    if (value !== undefined) strictEqual('value' in part && part.value, value);
    if (json !== undefined) deepStrictEqual(JSON.parse('value' in part ? part.value : ''), json);
  });
}

function assertUnchanged(one: Generated, other: Generated, second: NonNullable<Expectation['second']>): void {
  strictEqual(itemsOf(other.collection).length, second.count);
  for (const op of second.unchanged) {
    const itemIn = ({ collection }: Generated) =>
      itemsOf(collection).find((item) => operationOf(item) === op);
    ok(itemIn(one), op);
    deepStrictEqual(itemIn(other), itemIn(one));
  }
}

/** Runs the whole collection, also with a login that fails in each of the ways that the case names. */
async function assertWire(
  generated: Generated,
  expectation: Expectation,
  document: JsonValue,
): Promise<void> {
  const { requests = [], tokenEndpoint, runVerdicts = [] } = expectation;
  const jwt = signJwt();
  const run = (login: WireAnswer) =>
    runWhole(generated, ({ path }) => (path === tokenEndpoint ? login : NOTHING));
  const { requests: sent, errors } = await run({ ...json({ jwt }), status: 200 });
  deepStrictEqual(errors, []);
  for (const { headersExact = {}, ...expected } of requests) {
    const request = sent.find(({ operation }) => operation === expected.op);
    ok(request, `${expected.op} was not sent`);
    const exact = Object.entries(headersExact).map(([name, value]) => [
      name,
      value === 'TOKEN' ? jwt : value,
    ]);
    assertRequest(request, { ...expected, headersExact: Object.fromEntries(exact) }, document);
  }
  const fromScripts = sent.filter(({ operation }) => operation === undefined);
  ok(
    fromScripts.length <= (expectation.maxScriptTokenCalls ?? 0),
    `${fromScripts.length} requests of scripts`,
  );
  for (const { when, exit } of runVerdicts) {
    const { checks } = await run(loginAnswer(when));
    strictEqual(exit, 'non-zero');
    ok(
      checks.some(({ outcome }) => outcome === 'failed'),
      when,
    );
  }
}

function runWhole(
  { collection, environments }: Generated,
  answer: Parameters<typeof runOnWire>[2],
): Promise<WireRun> {
  const [environment] = environments;
  ok(environment);
  return runOnWire(collection, environment, answer, { apiKey: 'key-1' });
}

/** `token endpoint answers 200 {"jwt":""}` */
function loginAnswer(when: string): WireAnswer {
  const [, status, body] = /^token endpoint answers (\d+) ?(.*)$/.exec(when) ?? [];
  ok(status, when);
  return { status: Number(status), type: 'application/json', body: body || '{}' };
}

/** Lets the server give that answer to that operation, and looks at the checks of its request. */
async function assertVerdict(
  generated: Generated,
  { op, status, type, body, text, verdict }: Verdict,
): Promise<void> {
  const collection = onlyOperation(generated.collection, op);
  const answer = { status, type, body: text ?? JSON.stringify(body) };
  const { checks, errors } = await runWhole({ ...generated, collection }, () => answer);
  const row = `${op} ${status} ${answer.body}`;
  deepStrictEqual(errors, [], row);
  // An answer that is no success is held against what is documented for it.
  const asked = checks.filter(({ name }) => status < 300 || !/2xx|success/i.test(name));
  const failed = asked.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name);
  const said = asked.map(({ name, outcome }) => `${name}: ${outcome}`).join(', ');
  strictEqual(failed.length > 0, verdict === 'fail', `${row}: ${said}`);
  ok(
    asked.some(({ outcome }) => outcome !== 'skipped'),
    `${row}: nothing is checked`,
  );
  ok(!failed.some((name) => / runs?$/.test(name)), `${row}: ${said}`);
}

function json(body: JsonValue): WireAnswer {
  return { status: 200, type: 'application/json', body: JSON.stringify(body) };
}
