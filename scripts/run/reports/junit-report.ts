import { readCheckName } from '../check-name';
import type { Attempt, Check, RequestRecord, RunRecord } from '../run-record';
import { isSilent, wasMended } from '../sort-attempt';
import type { Strictness } from '../sort-run';

/** One thing that JUnit calls a test case: a check, or what kept a request from being checked. */
interface Case {
  name: string;
  outcome?: { element: 'failure' | 'error' | 'skipped'; type?: string; text: string };
}

/**
 * A run as JUnit XML: a suite for each request, a case for each check. Why a request was not tested is an
 * `error`, a request that was left out on purpose `skipped` with its reason. Findings and known deviations are
 * `skipped` too, the one colour that JUnit has left; their names and the type of that element tell them apart.
 */
export function junitReport(record: RunRecord, { strict = false }: Strictness = {}): string {
  const suites = record.requests.map((request) => ({ request, cases: casesOf(request, strict) }));
  const all = suites.flatMap(({ cases }) => cases);
  const stopped = record.error ?? record.interrupted;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: record.collection, ...totals(all) })}>`,
    ...suites.flatMap(({ request, cases }) => suiteLines(request, cases)),
    ...(stopped === undefined ? [] : [`  <system-err>${escapeXml(stopped)}</system-err>`]),
    '</testsuites>',
    '',
  ].join('\n');
}

function suiteLines(request: RequestRecord, cases: Case[]): string[] {
  const row = request.row === undefined ? '' : ` (row ${request.row})`;
  const name = [...request.folder, request.name].join(' / ') + row;
  return [
    `  <testsuite${attributes({ name, ...totals(cases) })}>`,
    ...cases.map(({ name, outcome }) => {
      const head = `    <testcase${attributes({ classname: request.operation, name })}`;
      if (outcome === undefined) return `${head}/>`;
      const { element, type, text } = outcome;
      const details = attributes({ ...(type === undefined ? {} : { type }), message: text });
      return `${head}><${element}${details}/></testcase>`;
    }),
    '  </testsuite>',
  ];
}

function casesOf(request: RequestRecord, strict: boolean): Case[] {
  if (request.attempts.length === 0) return [errorCase('the request is reached', 'never reached')];
  return request.attempts.flatMap((attempt, index) => {
    const suffix = request.attempts.length === 1 ? '' : ` (attempt ${index + 1})`;
    const mended = wasMended(attempt, request.attempts[index + 1]);
    return casesOfAttempt(attempt, mended, strict).map((each) => ({
      ...each,
      name: `${each.name}${suffix}`,
    }));
  });
}

function casesOfAttempt(attempt: Attempt, mended: boolean, strict: boolean): Case[] {
  return [
    ...(attempt.ended ? [] : [errorCase('the request ends', 'did not end')]),
    ...(isSilent(attempt) ? [errorCase('the request is sent', 'skipped without a reason')] : []),
    ...(attempt.error === undefined || mended ? [] : [errorCase('the request is answered', attempt.error)]),
    ...attempt.scriptErrors.map((message) => errorCase('the scripts run', message)),
    ...attempt.checks.map((check) => caseOf(check, attempt, strict)),
  ];
}

function caseOf(check: Check, attempt: Attempt, strict: boolean): Case {
  const { name, result } = check;
  const said = readCheckName(name);
  if (result === 'passed') return { name };
  if (result === 'skipped') {
    if (said.says === 'finding' && strict)
      return { name, outcome: { element: 'failure', text: said.reason } };
    const type = said.says === 'finding' || said.says === 'deviation' ? { type: said.says } : {};
    const text = said.says === 'not tested' ? said.reason : name;
    return { name, outcome: { element: 'skipped', ...type, text } };
  }
  // without an answer, a failed check says nothing about the contract
  const element = said.says !== 'not tested' && attempt.error === undefined ? 'failure' : 'error';
  return { name, outcome: { element, text: check.message ?? name } };
}

function errorCase(name: string, text: string): Case {
  return { name, outcome: { element: 'error', text } };
}

function totals(cases: Case[]): Record<string, number> {
  const count = (element: string) => cases.filter(({ outcome }) => outcome?.element === element).length;
  return {
    tests: cases.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
  };
}

function attributes(values: Record<string, string | number>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('');
}

/** Also what XML 1.0 cannot hold at all: control characters and halves of characters become U+FFFD. */
function escapeXml(text: string): string {
  return [...text].map(escapeCharacter).join('');
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code === 0x9 || code === 0xa || code === 0xd) return `&#${code};`;
  const forbidden = code < 0x20 || (code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff;
  return forbidden ? '\ufffd' : (entities[character] ?? character);
}
