/** Every kind of trouble the project can report, so that tests and readers can tell them apart. */
export type ProblemCode =
  | 'UNREADABLE_SOURCE' // no such file, a folder, not text
  | 'EMPTY_SOURCE'
  | 'HTML_INSTEAD'
  | 'NO_OPENAPI_BLOCK' // a Markdown page without an OpenAPI document
  | 'INVALID_SYNTAX' // YAML or JSON that does not parse
  | 'NOT_OPENAPI' // parses, but is no OpenAPI document
  | 'UNSUPPORTED_VERSION'
  | 'CHANGED_NUMBER' // a number that is not kept as it is written
  | 'INVALID_DOCUMENT' // breaks the OpenAPI specification
  | 'DANGLING_REF'
  | 'UNSUPPORTED' // legal OpenAPI that is not understood (yet)
  | 'NO_VALUE' // no value was found that satisfies a schema
  | 'INVALID_PROFILE'
  | 'PROFILE_MISMATCH' // the profile speaks of something that the contract lacks
  | 'NOT_POSTMAN' // parses, but is no collection or no environment
  | 'INVALID_DATA' // a data file with a row or a column that cannot be
  | 'USAGE' // a flag, a folder or a variable that a person gave, or did not give
  | 'UNWRITABLE'
  | FindingCode;

/** The kinds of findings about a contract. */
export type FindingCode =
  | 'EXAMPLE' // an example or a default breaks its own schema
  | 'CONTRADICTION' // nothing satisfies it
  | 'UNDECLARED_FIELD' // required, and declared nowhere
  | 'UNREACHABLE' // a component that no operation leads to
  | 'AMBIGUOUS_PATH'
  | 'PATH_PARAMETER' // declared and not in the path, or the reverse
  | 'DUPLICATE' // an operationId or a parameter that stands twice
  | 'NO_ANSWER' // no success is documented, or nothing is said of its body
  | 'SERVER'; // a url without a host, or with a variable that nobody declares

/**
 * One thing that is wrong with an input, with its place.
 * An `error` stops the command (exit 2, nothing written); a `warning` is shown and the work goes on. A `finding` is
 * about the contract itself: it is listed apart, and is an error only where a person asks for that.
 */
export interface Problem {
  code: ProblemCode;
  severity: 'error' | 'warning' | 'finding';
  /** What was found, in one sentence. */
  message: string;
  /** The file as the person named it. */
  file?: string;
  /** 1-based line in that file (in a Markdown page: of the page). */
  line?: number;
  /** JSON pointer (RFC 6901) into the document. */
  pointer?: string;
  /** What was expected in its place. */
  expected?: string;
  /** What to do about it. */
  hint?: string;
}

/** Thrown by a stage that cannot go on; the commands print its problems and exit 2. */
export class ProblemError extends Error {
  readonly problems: readonly Problem[];

  constructor(...problems: Problem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.name = 'ProblemError';
    this.problems = problems;
  }
}

/** A flag, a value or a variable that a person gave, or did not give. */
export function usageError(message: string, hint: string): ProblemError {
  return new ProblemError({ code: 'USAGE', severity: 'error', message, hint });
}

/** `error NOT_OPENAPI spec/a.yaml:3 #/info: found … Expected … Hint: …`, on one line, whatever the names in it are. */
export function formatProblem(problem: Problem): string {
  const place = [problem.file, problem.line].filter((part) => part !== undefined).join(':');
  const pointer = problem.pointer === undefined ? '' : `#${problem.pointer}`;
  const where = [place, pointer].filter((part) => part !== '').join(' ');
  const head = [problem.severity, problem.code, where].filter((part) => part !== '').join(' ');
  const expected = problem.expected === undefined ? '' : ` Expected: ${problem.expected}.`;
  const hint = problem.hint === undefined ? '' : ` Hint: ${problem.hint}.`;
  return visible(`${head}: ${problem.message}.${expected}${hint}`);
}

/** Line breaks, and what a terminal would obey, as JSON would write them. */
function visible(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, (character) => {
    if (character === '\n') return '\\n';
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
