import assert from 'node:assert/strict';
import { junitProblems } from '../../support/junit-problems';

const report = `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="C" tests="1" failures="0" errors="0" time="0.100">
  <testsuite name="S" tests="1" failures="0" errors="0" skipped="0" time="0.100" timestamp="2026-01-31T12:00:00">
    <testcase classname="S" name="a" time="0.100"/>
  </testsuite>
</testsuites>
`;

/** What is changed in a file without fault, and the fault that is then found. */
const faults: [string, string, RegExp][] = [
  ['</testsuites>', '', /not one closed root/],
  [
    'tests="1" failures="0" errors="0" skipped',
    'tests="2" failures="0" errors="0" skipped',
    /says tests=2, and has 1/,
  ],
  ['skipped="0"', 'skipped="x"', /skipped="x"/],
  ['classname="S" name="a"', 'classname="S"', /has no name/],
  ['classname="S"', 'status="S"', /has status/],
  ['12:00:00', '12:00:00.5Z', /timestamp/],
  ['name="C"', 'name="C" skipped="0"', /<testsuites C> has skipped/],
  ['name="a"', 'name="a & b"', /no entity/],
  ['    <testcase', '    <failure/><testcase', /<failure > inside testsuite/],
  ['</testsuites>', '<system-err>x</system-err></testsuites>', /no tag/],
];

describe('junitProblems', () => {
  it('finds none in a file without fault', () => assert.deepEqual(junitProblems(report), []));
  for (const [from, to, problem] of faults) {
    it(`finds what is wrong with ${to || `a lost ${from}`}`, () => {
      assert.ok(junitProblems(report.replace(from, to)).some((each) => problem.test(each)));
    });
  }
});
