import type { DigitKeeper } from '../digits';
import type { LocatedValue } from '../document';
import { limitProblems } from '../limit-problems';
import { type Problem, ProblemError } from '../problem';
import { lineFinder } from './line-finder';
import type { ReadJson } from './read-json';

/**
 * Parses YAML 1.2 (core schema, with merge keys) or JSON. What is no JSON after all is read as YAML.
 *
 * @param text with `\n` as line end
 * @param file the name to show in messages
 * @param firstLine the line of the file on which the text begins
 * @param keeper keeps the digits of large integers; without one they are rounded, which is told
 * @returns the value, and warnings CHANGED_NUMBER and INVALID_SYNTAX
 * @throws ProblemError INVALID_SYNTAX, EMPTY_SOURCE, or UNSUPPORTED for a stream of several documents
 */
export function parseText(
  text: string,
  file: string,
  firstLine = 1,
  keeper?: DigitKeeper,
): { located: LocatedValue; warnings: Problem[] } {
  const { value, places, problems, rootLine } =
    readAsJson(text, file, firstLine, keeper) ?? readAsYaml(text, file, firstLine, keeper);
  const errors = problems.filter((problem) => problem.severity === 'error');
  if (errors.length > 0) throw new ProblemError(...limitProblems(errors));
  if (value === null) {
    throw new ProblemError({
      code: 'EMPTY_SOURCE',
      severity: 'error',
      message: 'the text holds no value',
      file,
      line: firstLine,
      hint: 'fetch or save it again',
    });
  }
  return {
    located: { value, file, lineOf: lineFinder(value, places, rootLine) },
    warnings: limitProblems(problems),
  };
}

function readAsJson(...source: Parameters<typeof import('./read-json').readJson>): ReadJson | undefined {
  const [text] = source;
  if (!/^\s*[{[]/.test(text)) return undefined;
  const { readJson }: typeof import('./read-json') = require('./read-json');
  return readJson(...source);
}

/** Loaded when needed: JSON does without the parser. */
function readAsYaml(...source: Parameters<typeof import('./read-yaml').readYaml>): ReadJson {
  const { readYaml }: typeof import('./read-yaml') = require('./read-yaml');
  return readYaml(...source);
}
