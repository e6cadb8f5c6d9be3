import { resolve } from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type Problem, ProblemError, usageError } from '../spec/problem';
import { problemLines } from '../spec/problem-lines';

type Options = NonNullable<ParseArgsConfig['options']>;
type Values<O extends Options> = ReturnType<typeof parseArgs<{ options: O; strict: true }>>['values'];

/** What stands on the command line besides the command's own flags. */
interface Rest {
  words: string[];
  /** Flags that were passed on: the rest of the name, and the value, true where there is none. */
  passed: [string, string | true][];
}

export interface Command<O extends Options> {
  /** What `--help` prints; its first line is the command. */
  usage: string;
  /** Whether it takes words besides its flags. */
  allowPositionals?: boolean;
  /** What is printed last, on standard output, where a problem ended it; absent: nothing. */
  lastLine?(problem: Pick<Problem, 'message' | 'file'>): string;
  /** As `parseArgs` of `node:util` takes them. `help` is added. */
  options: O;
  /** Flags that begin like this are not looked into: `--reporter-`. */
  passOn?: string;
  /** Does the work and returns the exit code. A ProblemError is printed and ends the command with 2. */
  run(values: Values<O>, rest: Rest): Promise<number>;
}

/** Runs a command with the arguments of this process, prints its problems, and ends the process with its exit code. */
export async function runCommand<O extends Options>(command: Command<O>): Promise<void> {
  // a reader that has seen enough (`| head`) shall not end the run with a stack trace
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  const exitCode = await exitCodeOf(command, process.argv.slice(2)).catch((error: unknown) => {
    const isKnown = error instanceof ProblemError;
    if (isKnown) printProblems(error.problems);
    else process.stderr.write(`error: this should not happen: ${error}\n`);
    const [first] = isKnown ? error.problems : [];
    const last = command.lastLine?.(first ?? { message: 'this should not happen' });
    if (last !== undefined) process.stdout.write(`${last.replace(/\s*[\r\n]+\s*/g, ' ')}\n`);
    return 2;
  });
  await Promise.all([process.stdout, process.stderr].map(written));
  process.exit(exitCode);
}

/** Prints problems and warnings to standard error. */
export function printProblems(problems: readonly Problem[]): void {
  for (const line of problemLines(problems)) process.stderr.write(`${line}\n`);
}

/** A path as a person typed it: npm runs a script in the project's folder, and keeps theirs in INIT_CWD. */
export function userPath(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}

async function exitCodeOf<O extends Options>(command: Command<O>, args: string[]): Promise<number> {
  const options = { ...command.options, help: { type: 'boolean', short: 'h' } } as const;
  const { own, passed } = splitArguments(args, command.passOn);
  const { values, positionals: words } = parse(options, own, command);
  if (values.help === true) {
    process.stdout.write(`${command.usage.trim()}\n`);
    return 0;
  }
  // a variable of the shell that is not set; as a path it would mean the folder in which the person stands
  const empty = Object.entries(values).find(([, value]) => [value].flat().includes(''));
  if (empty !== undefined)
    throw usageError(`--${empty[0]} is given an empty value`, 'leave it out, or say which');
  return command.run(values as Values<O>, { words, passed });
}

function splitArguments(args: readonly string[], prefix: string | undefined) {
  const own: string[] = [];
  const passed: [string, string | true][] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (prefix === undefined || !arg.startsWith(prefix)) {
      own.push(arg);
      continue;
    }
    const [, name = '', value] = /^([^=]*)(?:=(.*))?$/s.exec(arg.slice(prefix.length)) ?? [];
    const next = args[at + 1];
    if (value !== undefined) passed.push([name, value]);
    else if (next === undefined || next.startsWith('-')) passed.push([name, true]);
    else {
      passed.push([name, next]);
      at += 1;
    }
  }
  return { own, passed };
}

function parse(
  options: Options,
  args: string[],
  { usage, allowPositionals = false }: Pick<Command<Options>, 'usage' | 'allowPositionals'>,
): { values: Values<Options>; positionals: string[] } {
  try {
    return parseArgs({ options, args, strict: true, allowPositionals });
  } catch (error) {
    // the first sentence; the others explain how parseArgs is meant to be used. `apiKey=…` is no flag of ours, and secret
    const [message] = String(error instanceof Error ? error.message : error)
      .replace(/'([\w-]+)=.*'/s, "'$1=…'")
      .split(/\.\s/);
    const command = usage.trim().split(/\s--\s|\n/)[0] ?? '';
    throw usageError(
      `${message?.replace(/\.$/, '')}`,
      `\`${command} -- --help\` lists the flags; npm takes for itself what stands before the --`,
    );
  }
}

function written(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((done) => {
    if (stream.destroyed || !stream.writable) done();
    else stream.write('', () => done());
  });
}
