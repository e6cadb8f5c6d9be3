/** How a run goes: folder, more arguments, exit code, and what the last line says. */
export const leakyRuns: {
  goes: string;
  folder: string;
  args?: string[];
  exitCode: number;
  says: RegExp;
  kill?: NodeJS.Signals;
}[] = [
  {
    goes: 'well',
    folder: 'good',
    exitCode: 0,
    says: /^Kept: 2 checks passed on 2 requests; 2 findings; 2 known/,
  },
  {
    goes: 'badly',
    folder: 'failing',
    exitCode: 1,
    says: /^Broken: 2 checks failed, first failing \/ broken/,
  },
  {
    goes: 'wrong with a promise',
    folder: 'crashing',
    exitCode: 2,
    says: /^Not tested: .*a script failed: unhandled rejection: Error: rejected with \*\*\* and \*\*\*/,
  },
  ...['at once', 'later', 'in a promise', 'by leaving'].map((fails) => ({
    goes: `well while a reporter fails ${fails}`,
    folder: 'good',
    args: ['--reporter-dump-fails', fails],
    exitCode: 0,
    says: /^Kept: /,
  })),
  {
    goes: 'until SIGINT',
    folder: 'interrupted',
    kill: 'SIGINT',
    exitCode: 2,
    says: /^Not tested: stopped by SIGINT/,
  },
  {
    goes: 'until SIGTERM',
    folder: 'interrupted',
    kill: 'SIGTERM',
    exitCode: 2,
    says: /^Not tested: stopped by SIGTERM/,
  },
];
