import { deepStrictEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { describeFindings } from '../../../../scripts/contract/findings/describe-findings';
import { findContractProblems, untoldBy } from '../../../../scripts/contract/findings/find-contract-problems';
import type { Problem } from '../../../../scripts/spec/problem';
import { arbitraryDocument } from '../../../support/arbitrary-document';
import { findingsIn, SCHEMA, schemaOf } from '../../../support/contract-findings';

const finding = (code: Problem['code'], line: number): Problem => ({
  code,
  severity: 'finding',
  message: 'odd',
  file: 'a.yaml',
  line,
  pointer: `/${line}`,
});

describe('finding what is odd in a contract', () => {
  it('orders the findings by their place', () => {
    const yaml = schemaOf(
      '\n      { type: integer, enum: [1, 1],\n        minimum: 3, maximum: 2, example: x }',
    );
    deepStrictEqual(
      findingsIn(yaml).map(({ line, code, pointer }) => [line, code, pointer]),
      [
        [12, 'CONTRADICTION', `${SCHEMA}/enum/0`],
        [12, 'CONTRADICTION', `${SCHEMA}/enum/1`],
        [13, 'EXAMPLE', `${SCHEMA}/example`],
        [13, 'CONTRADICTION', `${SCHEMA}/minimum`],
      ],
    );
  });

  it('tells once what YAML aliases put in two places', () => {
    const yaml = schemaOf('\n      properties: { a: &a { minimum: 2, maximum: 1 }, b: *a }');
    deepStrictEqual(
      findingsIn(yaml).map(({ pointer }) => pointer),
      [`${SCHEMA}/properties/a/minimum`],
    );
  });

  it('goes through any document without an exception', () => {
    fc.assert(
      fc.property(arbitraryDocument, (value) => {
        findContractProblems({ file: 'a.json', lineOf: () => 1, value, fallbackTitle: 'A' });
      }),
      { numRuns: 100 },
    );
  });

  it('replaces a warning about the form of the same place, and leaves the others', () => {
    const [found] = [finding('CONTRADICTION', 3)];
    const warning = (code: Problem['code'], line: number) => ({
      ...finding(code, line),
      severity: 'warning' as const,
    });
    const warnings = [warning('UNSUPPORTED', 3), warning('CHANGED_NUMBER', 3), warning('UNSUPPORTED', 4)];
    deepStrictEqual(untoldBy([found], warnings), warnings.slice(1));
  });
});

describe('describing findings', () => {
  const many = Array.from({ length: 23 }, (_, index) =>
    finding(index < 21 ? 'EXAMPLE' : 'UNREACHABLE', index + 1),
  );
  const plain = { all: false, strict: false };

  it('says nothing where there is none', () => {
    deepStrictEqual(describeFindings([], { all: true, strict: true }), []);
  });

  it('gives each one line under a heading', () => {
    deepStrictEqual(describeFindings([finding('EXAMPLE', 3)], plain), [
      '1 finding about the contract itself:',
      'finding EXAMPLE a.yaml:3 #/3: odd.',
    ]);
  });

  it('shows twenty, and counts the others by kind', () => {
    const lines = describeFindings(many, plain);
    deepStrictEqual(
      [lines.length, lines[0], lines[21]],
      [
        22,
        '23 findings about the contract itself:',
        'and 3 more: 1 EXAMPLE, 2 UNREACHABLE (--findings shows all)',
      ],
    );
    deepStrictEqual(describeFindings(many, { ...plain, all: true }).length, 24);
  });

  it('calls them errors where they are', () => {
    deepStrictEqual(describeFindings([finding('EXAMPLE', 3)], { all: false, strict: true }), [
      '1 finding about the contract itself, errors under --strict: nothing is written:',
      'error EXAMPLE a.yaml:3 #/3: odd.',
    ]);
  });
});
