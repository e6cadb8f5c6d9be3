import { groupBy } from '../group-by';
import { operationOf } from '../operation-of';
import type { Attempt, Check, RequestRecord, RunRecord } from '../run-record';
import { readCheckName } from '../verdict/check-name';
import { isSilent, wasMended } from '../verdict/sort-attempt';
import type { Strictness } from '../verdict/sort-run';
import { uniqueNames } from './unique-names';
import { type XmlElement, xmlDocument } from './xml';

/** One thing that JUnit calls a test case: a check, or what kept a request from being checked. */
interface Case {
  name: string;
  /** Seconds. */
  time: number;
  outcome?: { element: 'failure' | 'error' | 'skipped'; type: string; text: string };
}

/**
 * A run as JUnit XML: a suite for each operation, a case for each check of a request. Why a request was not tested is
 * an `error`, a request that was left out on purpose `skipped` with its reason. Findings and known deviations are
 * `skipped` too, the one colour that JUnit has left; their names and the type of that element tell them apart.
 *
 * GitLab shows the text of an element and forgets its message, GitHub and Jenkins do the reverse: so both are there.
 * GitLab keeps one of two cases with the same class and name: so none are. Jenkins takes what stands before the last
 * dot of a class for a package: so there is no dot in it.
 */
export function junitReport(record: RunRecord, { strict = false }: Strictness = {}): string {
  const suites = [...groupBy(record.requests, operationOf)].map(([operation, requests]) =>
    suiteOf(operation, requests, strict),
  );
  const stopped = record.error ?? record.interrupted;
  const run = stopped === undefined ? [] : [stoppedSuite(stopped)];
  const all = [...run, ...suites];
  const { skipped: _, ...sums } = totals(all.flatMap(({ cases }) => cases));
  return xmlDocument({
    name: 'testsuites',
    attributes: { name: record.collection.trim() || 'a collection without a name', ...sums },
    children: all.map(({ element }) => element),
  });
}

function suiteOf(operation: string, requests: readonly RequestRecord[], strict: boolean) {
  const named = uniqueNames(requests.flatMap((request) => casesOf(request, strict)));
  const at = requests.flatMap(({ attempts }) => attempts.map((attempt) => attempt.at ?? '')).find(Boolean);
  return suite(operation, named, at);
}

/** What stopped a run concerns no request, and must be seen all the same. */
function stoppedSuite(text: string) {
  return suite('run', [{ ...errorCase('the run comes to its end', 'stopped', text) }], undefined);
}

function suite(name: string, cases: Case[], at: string | undefined) {
  // as the schema has it: without a zone, which is UTC
  const timestamp = at === undefined ? {} : { timestamp: at.replace(/\.\d+Z$/, '') };
  const classname = name.replaceAll('.', '_');
  const element: XmlElement = {
    name: 'testsuite',
    // the name of the machine is nobody's business
    attributes: { name, ...totals(cases), ...timestamp, hostname: 'localhost' },
    children: cases.map(({ name, time, outcome }) => ({
      name: 'testcase',
      attributes: { classname, name, time: seconds(time) },
      children: outcome === undefined ? [] : [outcomeElement(outcome)],
    })),
  };
  return { element, cases };
}

function outcomeElement({ element, type, text }: NonNullable<Case['outcome']>): XmlElement {
  const [message = ''] = text.split('\n', 1);
  return { name: element, attributes: { type, message }, children: [], text };
}

function casesOf(request: RequestRecord, strict: boolean): Case[] {
  const place = [...request.folder, request.name].join(' / ');
  const row = request.row === undefined ? '' : ` (row ${request.row})`;
  const named = (each: Case, suffix = '') => ({ ...each, name: `${place}: ${each.name}${row}${suffix}` });
  const { attempts } = request;
  if (attempts.length === 0)
    return [named(errorCase('the request is reached', 'not tested', 'never reached'))];
  return attempts.flatMap((attempt, index) => {
    const suffix = attempts.length === 1 ? '' : ` (attempt ${index + 1})`;
    const cases = casesOfAttempt(attempt, wasMended(attempt, attempts[index + 1]), strict);
    // the time of a request is shared among its checks, so that sums come out right
    const time = (attempt.took ?? 0) / 1000 / cases.length;
    return cases.map((each) => named({ ...each, time }, suffix));
  });
}

function casesOfAttempt(attempt: Attempt, mended: boolean, strict: boolean): Case[] {
  const untested = (name: string, text: string) => errorCase(name, 'not tested', text);
  return [
    ...(attempt.ended ? [] : [untested('the request ends', 'did not end')]),
    ...(isSilent(attempt) ? [untested('the request is sent', 'skipped without a reason')] : []),
    ...(attempt.error === undefined || mended ? [] : [untested('the request is answered', attempt.error)]),
    ...attempt.scriptErrors.map((message) => untested('the scripts run', message)),
    ...attempt.checks.map((check) => caseOf(check, attempt, strict)),
  ];
}

function caseOf(check: Check, attempt: Attempt, strict: boolean): Case {
  const { name, result } = check;
  const said = readCheckName(name);
  const withOutcome = (element: 'failure' | 'error' | 'skipped', type: string, text: string): Case => {
    return { name, time: 0, outcome: { element, type, text } };
  };
  if (result === 'passed') return { name, time: 0 };
  if (result === 'skipped') {
    if (said.says === 'finding') return withOutcome(strict ? 'failure' : 'skipped', said.says, said.reason);
    if (said.says === 'deviation') return withOutcome('skipped', said.says, `${said.check}: ${said.reason}`);
    return withOutcome('skipped', 'skipped', said.says === 'not tested' ? said.reason : name);
  }
  // without an answer, a failed check says nothing about the contract
  const isBroken = said.says !== 'not tested' && attempt.error === undefined;
  return withOutcome(
    isBroken ? 'failure' : 'error',
    isBroken ? 'broken' : 'not tested',
    check.message ?? name,
  );
}

function errorCase(name: string, type: string, text: string): Case {
  return { name, time: 0, outcome: { element: 'error', type, text } };
}

function totals(cases: Case[]) {
  const count = (element: string) => cases.filter(({ outcome }) => outcome?.element === element).length;
  return {
    tests: cases.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
    time: seconds(cases.reduce((sum, { time }) => sum + time, 0)),
  };
}

function seconds(value: number): string {
  return value.toFixed(3);
}
