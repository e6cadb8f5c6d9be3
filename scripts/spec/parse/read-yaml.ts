import { LineCounter, parseDocument, type YAMLError } from 'yaml';
import type { DigitKeeper } from '../digits';
import { limitProblems } from '../limit-problems';
import { type Problem, ProblemError } from '../problem';
import type { ReadJson } from './read-json';
import { readNode } from './read-node';

/**
 * Reads YAML 1.2 (core schema, with merge keys).
 *
 * @param text with `\n` as line end
 * @param firstLine the line of the file on which the text begins
 * @throws ProblemError INVALID_SYNTAX, or UNSUPPORTED for a stream of several documents
 */
export function readYaml(text: string, file: string, firstLine: number, keeper?: DigitKeeper): ReadJson {
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

  const { value, places, problems } = readNode(yaml.contents, lineAt, file, keeper);
  const warnings = yaml.warnings.map((warning) => syntaxProblem(warning, 'warning'));
  const rootLine = lineAt(yaml.contents?.range?.[0] ?? 0);
  return { value, places, problems: [...warnings, ...problems], rootLine };

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
