import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonValue } from '../../scripts/spec/document';

/** What must hold of a case: the keys that its folder's README explains. */
export interface Expectation {
  outcome: 'collection' | 'error' | 'either';
  count?: number;
  errorNames?: string[];
  warnNames?: string[];
  files?: 'none';
  environments?: number;
  requests?: ExpectedRequest[];
  form?: {
    op: string;
    mode: string;
    entries: { key: string; type: string; value?: string; json?: JsonValue }[];
  };
  noStaticHeaders?: string[];
  uniqueNames?: boolean;
  byteIdentical?: boolean;
  second?: { file: string; count: number; unchanged: string[] };
  verdicts?: Verdict[];
  tokenEndpoint?: string;
  maxScriptTokenCalls?: number;
  runVerdicts?: { when: string; exit: string }[];
}

export interface ExpectedRequest {
  op: string;
  path?: string;
  query?: [string, string][];
  headers?: Record<string, string>;
  headersExact?: Record<string, string>;
  noHeaders?: string[];
  json?: JsonValue;
  jsonHas?: Record<string, JsonValue>;
  jsonMatch?: Record<string, string>;
  jsonValid?: boolean;
  bodyText?: string[];
  bodyNotText?: string[];
  maxBytes?: number;
}

export interface Verdict {
  op: string;
  status: number;
  type: string;
  body?: JsonValue;
  text?: string;
  verdict: 'pass' | 'fail';
}

export interface SharedCase {
  name: string;
  /** File name of the input, in the folder. */
  input: string;
  expectation: Expectation;
}

const KEYS: readonly string[] = [
  ...['outcome', 'count', 'errorNames', 'warnNames', 'files', 'environments', 'requests', 'form'],
  ...['noStaticHeaders', 'uniqueNames', 'byteIdentical', 'second', 'verdicts'],
  ...['tokenEndpoint', 'maxScriptTokenCalls', 'runVerdicts'],
];
const REQUEST_KEYS: readonly string[] = [
  ...['op', 'path', 'query', 'headers', 'headersExact', 'noHeaders', 'json', 'jsonHas', 'jsonMatch'],
  ...['jsonValid', 'bodyText', 'bodyNotText', 'maxBytes'],
];

/** The cases of a folder, in order. A key that nobody here looks at is an error: the case would hold less. */
export function readCases(folder: string): SharedCase[] {
  const files = readdirSync(folder).sort();
  return files
    .filter((file) => file.endsWith('.expect.md'))
    .map((file) => {
      const name = file.replace('.expect.md', '');
      const input = files.find(
        (other) => other !== file && new RegExp(`^${name}\\.(yaml|json|md)$`).test(other),
      );
      const [, json] = /```json\n(.*)\n```/s.exec(readFileSync(join(folder, file), 'utf8')) ?? [];
      if (input === undefined || json === undefined) throw new Error(`${file}: no input, or no JSON block`);
      const expectation = JSON.parse(json) as Expectation;
      const requestKeys = (expectation.requests ?? []).flatMap((request) => Object.keys(request));
      const unknown = [
        ...Object.keys(expectation).filter((key) => !KEYS.includes(key)),
        ...requestKeys.filter((key) => !REQUEST_KEYS.includes(key)),
      ];
      if (unknown.length > 0) throw new Error(`${file}: nobody looks at ${unknown.join(', ')}`);
      return { name, input, expectation };
    });
}
