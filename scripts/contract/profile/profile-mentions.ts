import type { Profile } from './profile';
import { readingCall } from './profile-place';

/** An operation that a profile speaks of, and where. */
export interface Mention {
  tokens: (string | number)[];
  operation: string;
}

/** The operations that a profile describes one by one, save the login, without which nothing works. */
export function singleMentions(profile: Profile, isKnown: (operation: string) => boolean): Mention[] {
  const { testKey, reads = [], writes = [], deleters = [], deviations = [] } = profile;
  return [
    ...(testKey === undefined ? [] : [mention(testKey.operation, 'testKey', 'operation')]),
    ...reads.map((key, index) => mention(key, 'reads', index)),
    ...writes.map((key, index) => mention(key, 'writes', index)),
    ...deleters.map(({ operation, by }, index) =>
      isKnown(operation)
        ? mention(by, 'deleters', index, 'by')
        : mention(operation, 'deleters', index, 'operation'),
    ),
    ...deviations.map(({ operation }, index) => mention(operation, 'deviations', index, 'operation')),
  ];
}

/** The operations that a profile speaks of where it says how calls depend on each other. */
export function cycleMentions({
  variables = {},
  order = [],
  readsBack = {},
  notNow = [],
}: Profile): Mention[] {
  const inVariables = Object.entries(variables).flatMap(([name, { from = {}, lookUp, to = {} }]) => {
    const asked = lookUp === undefined ? undefined : readingCall(lookUp.send)?.operation;
    return [
      ...Object.keys(from).map((key) => mention(key, 'variables', name, 'from', key)),
      ...(asked === undefined ? [] : [mention(asked, 'variables', name, 'lookUp', 'send')]),
      ...Object.keys(to).map((key) => mention(key, 'variables', name, 'to', key)),
    ];
  });
  return [
    ...inVariables,
    ...order.flatMap((pair, index) => pair.map((key, place) => mention(key, 'order', index, place))),
    ...Object.keys(readsBack).map((key) => mention(key, 'readsBack', key)),
    ...notNow.map(({ operation }, index) => mention(operation, 'notNow', index, 'operation')),
  ];
}

function mention(operation: string, ...tokens: (string | number)[]): Mention {
  return { tokens, operation };
}
