import type { Pair, ReadCollection } from './model';

/** How many names of lost requests are told. */
const NAMES = 5;

/**
 * Sentences about what cannot be compared, and about what changed although the contract did not.
 *
 * @param changed keys of the operations of which a change is told
 */
export function describeOthers(
  before: ReadCollection,
  after: ReadCollection,
  pairs: readonly Pair[],
  changed: ReadonlySet<string>,
): string[] {
  const count = (isOne: (pair: Pair) => boolean) => pairs.filter(isOne).length;
  const same = pairs.filter(([, { key }]) => !changed.has(key));
  const unsaid = count(([was]) => was.request === undefined);
  const unread = count(([was]) => was.answers === undefined);
  const unclear = count(([was]) => was.request?.parameters.some(({ words }) => words === undefined) === true);
  const checks = same.filter(([was, is]) => was.checks !== is.checks).length;
  const words = same.filter(([was, is]) => was.request !== undefined && was.rest !== is.rest).length;
  const probes = changed.size === 0 && before.probes.join() !== after.probes.join();
  const { others } = before;
  return [
    ...sentence(
      unsaid > 0,
      `what ${counted(unsaid, 'operation')} ${unsaid === 1 ? 'takes' : 'take'} cannot be compared: the file does not say it, as those of earlier versions`,
    ),
    ...sentence(
      unread > 0,
      `what ${counted(unread, 'operation')} ${unread === 1 ? 'answers' : 'answer'} cannot be compared: the test was edited`,
    ),
    ...sentence(
      unclear > 0,
      `parameters of ${counted(unclear, 'operation')} cannot be compared: their descriptions were edited`,
    ),
    ...sentence(
      others.length > 0,
      `${counted(others.length, 'request')} of somebody's own ${others.length === 1 ? 'is' : 'are'} not in the new file: ${listed(others)}`,
    ),
    ...sentence(checks > 0, `checks of ${counted(checks, 'operation')} changed, the contract did not`),
    ...sentence(words > 0, `names, words or examples of ${counted(words, 'operation')} changed`),
    ...sentence(probes, `probes changed: ${after.probes.length}, before ${before.probes.length}`),
    ...sentence(
      before.shared !== after.shared,
      'what all requests share changed: scripts, settings, variables or named schemas',
    ),
  ];
}

function sentence(isSaid: boolean, text: string): string[] {
  return isSaid ? [text] : [];
}

function listed(names: string[]): string {
  const shown = names.slice(0, NAMES).map((name) => JSON.stringify(name));
  return `${shown.join(', ')}${names.length > NAMES ? ` and ${names.length - NAMES} more` : ''}`;
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
