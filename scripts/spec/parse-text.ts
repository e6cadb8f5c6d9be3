import { LineCounter, parseDocument, type YAMLError } from 'yaml';
import type { LocatedValue } from './document';
import { limitProblems } from './limit-problems';
import { lineFinder } from './line-finder';
import { parseJson } from './parse-json';
import { type Problem, ProblemError } from './problem';
import { readNode } from './read-node';

/**
 * Parses YAML 1.2 (core schema, with merge keys) or JSON, which is read as YAML where
 * anything is odd in it.
 *
 * @param text with `\n` as line end
 * @param file the name to show in messages
 * @param firstLine the line of the file on which the text begins
 * @returns the value, and warnings CHANGED_NUMBER and INVALID_SYNTAX
 * @throws ProblemError INVALID_SYNTAX, EMPTY_SOURCE, or UNSUPPORTED for a stream of several documents
 */
export function parseText(
  text: string,
  file: string,
  firstLine = 1,
): { located: LocatedValue; warnings: Problem[] } {
  const json = parseJson(text, firstLine);
  if (json !== undefined) {
    const { value, places } = json;
    // The root begins behind blank lines, if there are any.
    const rootLine = firstLine + (/^\s*/.exec(text)?.[0].split('\n').length ?? 1) - 1;
    return { located: { value, file, lineOf: lineFinder(value, places, rootLine) }, warnings: [] };
  }
  const lineCounter = new LineCounter();
  const yaml = parseDocument(text, {
    lineCounter,
    version: '1.2',
    schema: 'core',
    // Dates, sets and binaries stay what they are in JSON.
    resolveKnownTags: false,
    // `readNode` finds them, and names the key and the line of the first.
    uniqueKeys: false,
    prettyErrors: false,
  });
  const lineAt = (offset: number) => lineCounter.linePos(offset).line + firstLine - 1;
  const columnAt = (offset: number) => lineCounter.linePos(offset).col;

  const syntaxErrors = onePerLine(yaml.errors.map((error) => syntaxProblem(error, 'error')));
  if (syntaxErrors.length > 0) throw new ProblemError(...limitProblems(syntaxErrors));

  const { value, places, problems } = readNode(yaml.contents, lineAt, file);
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
  const warnings = [...yaml.warnings.map((warning) => syntaxProblem(warning, 'warning')), ...problems];
  const rootLine = lineAt(yaml.contents?.range?.[0] ?? 0);
  return {
    located: { value, file, lineOf: lineFinder(value, places, rootLine) },
    warnings: limitProblems(warnings),
  };

  function syntaxProblem(error: YAMLError, severity: Problem['severity']): Problem {
    const [offset] = error.pos;
    const place = { file, line: lineAt(offset) };
    if (error.code === 'MULTIPLE_DOCS') {
      return {
        code: 'UNSUPPORTED',
        severity,
        message: 'the text is a stream of several YAML documents; the second begins here',
        ...place,
        hint: 'keep one document, without a `---` behind it',
      };
    }
    const message =
      error.code === 'RESOURCE_EXHAUSTION' ? 'the text is nested too deeply to be read' : error.message;
    return {
      code: 'INVALID_SYNTAX',
      severity,
      message: `${message} (column ${columnAt(offset)})`,
      ...place,
      hint: 'look at this line and the one before it',
    };
  }
}

/** One slip makes the parser stumble several times; the first time is the one to tell. */
function onePerLine(problems: Problem[]): Problem[] {
  const exhausted = problems.find((problem) => problem.message.includes('nested too deeply'));
  if (exhausted !== undefined) return [exhausted];
  const lines = new Set<number | undefined>();
  return problems.filter((problem) => {
    const seen = lines.has(problem.line);
    lines.add(problem.line);
    return !seen;
  });
}
