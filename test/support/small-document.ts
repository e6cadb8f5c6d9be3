import assert from 'node:assert/strict';
import { parseText } from '../../scripts/spec/parse/parse-text';
import type { Problem } from '../../scripts/spec/problem';
import { validateDocument } from '../../scripts/spec/validate/validate-document';
import { thrownProblems } from './thrown-problems';

/** The first two lines of a document in YAML. */
export const HEAD = "openapi: 3.0.3\ninfo: {title: Parcels, version: '1'}\n";

/** One operation, at `/paths/~1a/get`; the text becomes its members, from line 6 on. */
export const withOperation = (members: string) => `${HEAD}paths:\n  /a:\n    get:\n${indented(members, 6)}\n`;

/** Named schemas; the text becomes the members of `/components/schemas`, from line 6 on. */
export const withSchemas = (members: string) =>
  `${HEAD}paths: {}\ncomponents:\n  schemas:\n${indented(members, 4)}\n`;

const validate = (text: string) => validateDocument(parseText(text, 'a.yaml').located, 'a');

/** The errors for which a document is refused. */
export const refused = (text: string): Promise<readonly Problem[]> => thrownProblems(() => validate(text));

/** The warnings with which a document is taken. */
export const warned = async (text: string): Promise<readonly Problem[]> => (await validate(text)).warnings;

/** The one problem there is; fails where there are more. */
export async function only(problems: Promise<readonly Problem[]>): Promise<Problem> {
  const [problem, ...others] = await problems;
  assert.deepEqual(others, []);
  assert.ok(problem);
  assert.equal(problem.file, 'a.yaml');
  return problem;
}

export const placeOf = ({ code, line, pointer }: Problem) => [code, line, pointer];

function indented(text: string, by: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(by));
}
