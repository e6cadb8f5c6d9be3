import assert from 'node:assert/strict';
import type { Problem } from '../../../scripts/spec/problem';
import { problemLines } from '../../../scripts/spec/problem-lines';

const token = (line: number): Problem => ({
  code: 'UNSUPPORTED',
  severity: 'warning',
  message: 'nobody knows the format token; it is not checked',
  file: 'a.yaml',
  line,
  pointer: `/components/schemas/S${line}/format`,
});

describe('the lines of problems', () => {
  it('are one for each problem', () => {
    assert.deepEqual(
      problemLines([
        token(7),
        {
          code: 'DANGLING_REF',
          severity: 'error',
          message: 'there is no Box',
          file: 'a.yaml',
          line: 9,
          hint: 'declare it',
        },
      ]),
      [
        'warning UNSUPPORTED a.yaml:7 #/components/schemas/S7/format: nobody knows the format token; it is not checked.',
        'error DANGLING_REF a.yaml:9: there is no Box. Hint: declare it.',
      ],
    );
  });

  it('are one line each, whatever the names in them are', () => {
    const [line] = problemLines([
      {
        ...token(7),
        pointer: '/paths/~1a\nb',
        message: '`a\nb\u001b[31m\u2028` is not known here',
        hint: 'no\r',
      },
    ]);
    assert.equal(
      line,
      'warning UNSUPPORTED a.yaml:7 #/paths/~1a\\nb: `a\\nb\\u001b[31m\\u2028` is not known here. Hint: no\\u000d.',
    );
  });

  it('are one for what is the same at several places of a file, which it names', () => {
    const other = { ...token(3), file: 'b.yaml' };
    const url = { ...token(5), message: 'nobody knows the format url; it is not checked' };
    assert.deepEqual(problemLines([token(7), url, token(30), other, token(12)]), [
      'warning UNSUPPORTED a.yaml:7 #/components/schemas/S7/format: nobody knows the format token; it is not checked. The same at 2 more places, lines 12, 30.',
      'warning UNSUPPORTED a.yaml:5 #/components/schemas/S5/format: nobody knows the format url; it is not checked.',
      'warning UNSUPPORTED b.yaml:3 #/components/schemas/S3/format: nobody knows the format token; it is not checked.',
    ]);
  });

  it('are not longer than a person reads', () => {
    const [line = ''] = problemLines(Array.from({ length: 40 }, (_, index) => token(index + 1)));
    assert.ok(
      line.endsWith('The same at 39 more places, lines 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13….'),
      line,
    );
  });
});
