import { code, words } from '../contract/fields/words';
import { compareBodies } from './compare-bodies';
import { compareFacts, isAnotherType } from './compare-facts';
import { judge, shiftChange } from './judge';
import type { Change, ReadCredentials, ReadParameter, ReadRequest } from './model';

/** What changed in what clients send: credentials, parameters, body. */
export function compareRequests(before: ReadRequest, after: ReadRequest): Change[] {
  return [
    ...compareCredentials(before.credentials, after.credentials),
    ...compareParameters(before.parameters, after.parameters),
    ...compareBodies(before.body, after.body),
  ];
}

/** Who had what was asked for still gets in, if an alternative asks for no more than that. */
function compareCredentials(before: ReadCredentials[], after: ReadCredentials[]): Change[] {
  const isMet = ({ parts }: ReadCredentials, alternatives: ReadCredentials[]) =>
    alternatives.some((needed) => needed.parts.every((part) => parts.includes(part)));
  const isStricter = before.some((one) => !isMet(one, after));
  const isLooser = after.some((one) => !isMet(one, before));
  if (!isStricter && !isLooser) return [];
  const place = 'credentials';
  const say = (alternatives: ReadCredentials[]) => alternatives.map(({ text }) => text).join(' or ');
  return [
    {
      kind: 'credentials',
      ...judge(isStricter ? 'narrower' : 'wider', 'request'),
      place,
      text: `${place}: ${say(after)}, was ${say(before)}`,
    },
  ];
}

function compareParameters(before: ReadParameter[], after: ReadParameter[]): Change[] {
  const was = new Map(before.map((parameter) => [idOf(parameter), parameter]));
  const is = new Map(after.map((parameter) => [idOf(parameter), parameter]));
  const gone = before.filter((parameter) => !is.has(idOf(parameter)));
  const fresh = after.filter((parameter) => !was.has(idOf(parameter)));
  const renamed = findRenamed(gone, fresh);
  return [
    ...renamed.map(([from, to]): Change => {
      const required = to.required && !from.required ? ' and required' : '';
      const text = `${placeOf(from)} is gone, ${placeOf(to)} is new${required}: renamed?`;
      return { kind: 'parameter-renamed', effect: 'different', verdict: 'break', place: placeOf(from), text };
    }),
    ...gone
      .filter((parameter) => !renamed.some(([from]) => from === parameter))
      .map((parameter): Change => {
        const place = placeOf(parameter);
        return { kind: 'parameter-gone', ...judge('narrower', 'request'), place, text: `${place} is gone` };
      }),
    ...fresh.filter((parameter) => !renamed.some(([, to]) => to === parameter)).map(freshParameter),
    ...after.flatMap((parameter) => {
      const earlier = was.get(idOf(parameter));
      return earlier === undefined ? [] : compareParameter(earlier, parameter);
    }),
  ];
}

/** Names of headers know no case. */
function idOf({ in: place, name }: ReadParameter): string {
  return `${place} ${place === 'header' ? name.toLowerCase() : name}`;
}

function placeOf({ in: place, name }: ReadParameter): string {
  return `${place} ${code(name)}`;
}

function findRenamed(gone: ReadParameter[], fresh: ReadParameter[]): [ReadParameter, ReadParameter][] {
  return gone.flatMap((from): [ReadParameter, ReadParameter][] => {
    const look = lookOf(from);
    const [to, ...more] = fresh.filter((parameter) => lookOf(parameter) === look);
    const alike = gone.filter((parameter) => lookOf(parameter) === look);
    return to !== undefined && more.length === 0 && alike.length === 1 ? [[from, to]] : [];
  });
}

function lookOf({ in: place, words: said }: ReadParameter): string {
  return `${place} ${said === undefined ? '' : words(said.facts, said.items)}`;
}

function freshParameter(parameter: ReadParameter): Change {
  const place = placeOf(parameter);
  const said =
    parameter.words === undefined ? '' : ` (${words(parameter.words.facts, parameter.words.items)})`;
  return {
    kind: 'parameter-new',
    ...judge(parameter.required ? 'narrower' : 'wider', 'request'),
    place,
    text: `${place} is new${parameter.required ? ' and required' : ''}${said}`,
  };
}

function compareParameter(before: ReadParameter, after: ReadParameter): Change[] {
  const place = placeOf(after);
  const changes: Change[] = [];
  if (before.required !== after.required) {
    const text = `${place} ${after.required ? 'is required now' : 'is no longer required'}`;
    const judged = judge(after.required ? 'narrower' : 'wider', 'request');
    changes.push({ kind: 'parameter-required', ...judged, place, text });
  }
  const [was, is] = [before.words, after.words];
  if (was === undefined || is === undefined) return changes;
  const hasItems = (was.items ?? is.items) !== undefined && !isAnotherType(was.facts, is.facts);
  const inItems = hasItems ? compareFacts(was.items ?? ANY, is.items ?? ANY) : [];
  return [
    ...changes,
    ...compareFacts(was.facts, is.facts).map((shift) => shiftChange('parameter', place, shift, 'request')),
    ...inItems.map((shift) => shiftChange('parameter-item', `${place} items`, shift, 'request')),
    ...compareMarks(place, was.marks, is.marks),
  ];
}

const ANY = { types: [] };

/** Deprecated or not, and how it is written. */
function compareMarks(place: string, before: string[], after: string[]): Change[] {
  const isDeprecated = after.includes('deprecated');
  const style = (marks: string[]) => marks.find((mark) => /^(as|style) /.test(mark)) ?? 'the usual style';
  return [
    ...(before.includes('deprecated') === isDeprecated
      ? []
      : [deprecation('parameter', place, isDeprecated)]),
    ...(style(before) === style(after)
      ? []
      : [
          {
            kind: 'parameter-style',
            ...judge('other', 'request'),
            place,
            text: `${place}: ${style(after)}, was ${style(before)}`,
          },
        ]),
  ];
}

export function deprecation(kind: string, place: string, isDeprecated: boolean): Change {
  const text = `${place} is ${isDeprecated ? 'deprecated now' : 'no longer deprecated'}`;
  return { kind: `${kind}-deprecated`, effect: 'different', verdict: 'fine', place, text };
}
