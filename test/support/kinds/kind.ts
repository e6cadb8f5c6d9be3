import type { Expectation, Verdict } from '../shared-case';

/** A kind of contract that people report trouble with: a small one of its kind, and what is right. */
export interface Kind {
  /** What is tried, as a sentence about it. */
  name: string;
  files: Record<string, string>;
  /** What `--spec` names: a file, or `.` for the folder. */
  spec: string;
  profile?: string;
  expectation: Expectation;
}

/** A YAML document of one server, `https://api.example.test/v1`. */
export function yaml(paths: string, { version = '3.0.3', more = '' } = {}): string {
  return `openapi: ${version}
info: {title: Kinds, version: '1'}
servers: [{url: https://api.example.test/v1}]
paths:
${paths.replace(/^\n/, '')}
${more}`;
}

/** A kind whose contract is one YAML file that becomes a collection. */
export function inYaml(name: string, text: string, expectation: Omit<Expectation, 'outcome'>): Kind {
  return {
    name,
    files: { 'api.yaml': text },
    spec: 'api.yaml',
    expectation: { outcome: 'collection', ...expectation },
  };
}

/** A kind whose contract is refused, with these words, and nothing is written. */
export function refused(name: string, files: Record<string, string>, spec: string, words: string[]): Kind {
  return { name, files, spec, expectation: { outcome: 'error', errorNames: words, files: 'none' } };
}

/** JSON answers of one operation with one status, and whether its checks pass. */
export function verdicts(op: string, status: number, pass: unknown[], fail: unknown[]): Verdict[] {
  const of = (verdict: 'pass' | 'fail') => (body: unknown) => ({
    op,
    status,
    type: 'application/json',
    body: JSON.parse(JSON.stringify(body)),
    verdict,
  });
  return [...pass.map(of('pass')), ...fail.map(of('fail'))];
}
