import { counted } from '../spec/counted';
import { hasOtherChecks } from './compare-operations';
import type { Pair, ReadCollection } from './model';

/** How many names of lost requests are told. */
const NAMES = 5;

/** Sentences about what of the operations cannot be compared. */
export function describeUnsaid(pairs: readonly Pair[]): string[] {
  const operations = (isOne: (pair: Pair) => boolean) => counted(pairs.filter(isOne).length, 'operation');
  const unsaid = operations(([was]) => was.request === undefined);
  const unread = operations(([was, is]) => hasOtherChecks(was, is) && was.answers() === undefined);
  const unclear = operations(
    ([was]) => was.request?.parameters.some(({ words }) => words === undefined) === true,
  );
  return [
    ...sentence(
      unsaid,
      (some) =>
        `what clients send cannot be compared for ${some}: the file does not say it, as those of earlier versions`,
    ),
    ...sentence(unread, (some) => `answers cannot be compared for ${some}: the test scripts were edited`),
    ...sentence(
      unclear,
      (some) => `some parameters cannot be compared for ${some}: their descriptions were edited`,
    ),
  ];
}

/**
 * Sentences about what changed although the contract did not.
 *
 * @param changed keys of the operations of which a change is told
 */
export function describeOthers(
  before: ReadCollection,
  after: ReadCollection,
  pairs: readonly Pair[],
  changed: ReadonlySet<string>,
): string[] {
  const same = pairs.filter(([, { key }]) => !changed.has(key));
  const checks = same.filter(([was, is]) => was.checks !== is.checks);
  const words = same.filter(([was, is]) => was.request !== undefined && was.rest !== is.rest);
  const moved = pairs.filter(([was, is]) => was.folder !== is.folder);
  const areProbesOnly = changed.size === 0 && before.probes.join() !== after.probes.join();
  return [
    ...sentence(counted(before.others.length, 'request'), (some) => {
      return `the new file is without ${some} of somebody's own: ${listed(before.others)}`;
    }),
    ...sentence(
      counted(checks.length, 'operation'),
      (some) => `checks of ${some} changed, the contract did not`,
    ),
    ...sentence(
      counted(words.length, 'operation'),
      (some) => `requests of ${some} changed (names, words, examples), the contract did not`,
    ),
    ...sentence(
      counted(moved.length, 'operation'),
      (some) => `the folder of ${some} changed${whereTo(moved)}`,
    ),
    ...(areProbesOnly ? [`probes changed: ${after.probes.length}, before ${before.probes.length}`] : []),
    ...(before.shared === after.shared
      ? []
      : ['what all requests share changed: scripts, settings, variables or named schemas']),
    ...(before.info === after.info ? [] : ["the collection's name, version or words changed"]),
  ];
}

/** Where they all came from one folder into one. */
function whereTo(moved: readonly Pair[]): string {
  const [way, ...others] = new Set(moved.map(([was, is]) => `${named(was.folder)} → ${named(is.folder)}`));
  return others.length === 0 ? `: ${way}` : '';
}

function named(folder: string): string {
  return folder === '' ? '(none)' : JSON.stringify(folder);
}

function sentence(some: string, say: (some: string) => string): string[] {
  return some.startsWith('0 ') ? [] : [say(some)];
}

function listed(names: string[]): string {
  const shown = names.slice(0, NAMES).map((name) => JSON.stringify(name));
  return `${shown.join(', ')}${names.length > NAMES ? ` and ${names.length - NAMES} more` : ''}`;
}
