import { createInterface } from 'node:readline/promises';
import { usageError } from '../spec/problem';

/**
 * Shows what is about to be sent, and asks.
 * @param signal ends the wait for an answer
 * @throws ProblemError USAGE where the person does not agree, or there is nobody to ask
 */
export async function confirm(
  notice: readonly string[],
  agreed: boolean,
  signal: AbortSignal,
): Promise<void> {
  process.stdout.write(`${notice.join('\n')}\n\n`);
  if (agreed) return;
  if (process.stdin.isTTY !== true || process.stdout.isTTY !== true) {
    throw usageError('nobody agreed to sending this to production', 'say --yes where there is no terminal');
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  // Ctrl-C and Ctrl-D are answers, too
  const given = await terminal.question('Send this? [y/N] ', { signal }).catch(() => {
    process.stdout.write('\n');
    return '';
  });
  terminal.close();
  if (!/^y(es)?$/i.test(given.trim()))
    throw usageError('nobody agreed to sending this to production', 'answer y');
}
