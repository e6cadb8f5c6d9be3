import type { Contract } from '../model';
import type { Profile } from '../profile/profile';
import { completeVariable } from './complete-variable';
import { deriveLists } from './derive-lists';
import { deriveResources } from './derive-resources';
import type { Draft } from './derive-variables';
import type { LifeCycles, ReadBack } from './life-cycles';
import { mergeDeleters } from './merge-deleters';
import { mergeVariables } from './merge-variables';
import { writtenVariable } from './written-variable';

/**
 * How calls depend on each other: what is derived from the contract, completed by the profile. What the profile says
 * of operations that are not there is left out.
 */
export function describeLifeCycles(
  contract: Pick<Contract, 'operations' | 'definitions'>,
  derived: readonly Draft[],
  profile: Profile,
): LifeCycles {
  const { operations } = contract;
  const isKnown = (key: string) => operations.some((operation) => operation.key === key);
  const drafts = mergeVariables(derived, profile.variables ?? {}, operations);
  const merged = mergeDeleters(
    deriveResources(operations, drafts),
    drafts,
    profile.deleters ?? [],
    operations,
  );
  const { resources } = merged;
  const variables = merged.variables.map((draft) => completeVariable(draft, contract));
  return {
    variables,
    resources,
    lists: deriveLists(contract, resources),
    order: (profile.order ?? []).filter((pair) => pair.every(isKnown)),
    readsBack: describeReadsBack(profile.readsBack ?? {}, contract, { variables, resources }),
    notNow: describeNotNow(profile.notNow ?? [], isKnown),
  };
}

function describeReadsBack(
  readsBack: NonNullable<Profile['readsBack']>,
  { operations }: Pick<Contract, 'operations'>,
  cycles: Pick<LifeCycles, 'variables' | 'resources'>,
): LifeCycles['readsBack'] {
  const known = Object.entries(readsBack).flatMap(([key, fields]): [string, ReadBack][] => {
    const operation = operations.find((each) => each.key === key);
    const variable = operation === undefined ? undefined : writtenVariable(operation, cycles);
    return variable === undefined ? [] : [[key, { variable, fields }]];
  });
  return Object.fromEntries(known);
}

function describeNotNow(
  entries: NonNullable<Profile['notNow']>,
  isKnown: (key: string) => boolean,
): LifeCycles['notNow'] {
  const notNow: LifeCycles['notNow'] = {};
  for (const { operation, statuses, reason } of entries) {
    if (!isKnown(operation)) continue;
    notNow[operation] = {
      ...notNow[operation],
      ...Object.fromEntries(statuses.map((status) => [status, reason])),
    };
  }
  return notNow;
}
