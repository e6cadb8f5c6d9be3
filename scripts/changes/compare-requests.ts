import { code, words } from '../contract/fields/words';
import { compareFacts } from './compare-facts';
import { compareFields } from './compare-fields';
import { judge, shiftChange } from './judge';
import type { Change, ReadBody, ReadCredentials, ReadParameter, ReadRequest } from './model';

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
      const text = `${placeOf(from)} is gone, ${placeOf(to)} is new: renamed?`;
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

function lookOf({ in: place, required, words: said }: ReadParameter): string {
  const described = said === undefined ? '' : words(said.facts, said.items);
  return `${place} ${required} ${described}`;
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
  const inItems =
    (was.items ?? is.items) === undefined ? [] : compareFacts(was.items ?? ANY, is.items ?? ANY);
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

function compareBodies(before: ReadBody | undefined, after: ReadBody | undefined): Change[] {
  const place = 'body';
  if (before === undefined && after === undefined) return [];
  if (before === undefined) {
    const isRequired = after?.required === true;
    const text = isRequired ? 'a body is new and required' : 'a body is new';
    return [{ kind: 'body-new', ...judge(isRequired ? 'narrower' : 'wider', 'request'), place, text }];
  }
  if (after === undefined) {
    return [{ kind: 'body-gone', ...judge('narrower', 'request'), place, text: 'the body is gone' }];
  }
  const required: Change[] =
    before.required === after.required
      ? []
      : [
          {
            kind: 'body-required',
            ...judge(after.required ? 'narrower' : 'wider', 'request'),
            place,
            text: `the body ${after.required ? 'is required now' : 'is no longer required'}`,
          },
        ];
  return [
    ...required,
    ...compareMedia(before, after),
    ...compareFields(place, before.fields, after.fields, 'request'),
  ];
}

function compareMedia(before: ReadBody, after: ReadBody): Change[] {
  const place = 'body';
  const has = (body: ReadBody, type: string) => body.types.find((other) => other.type === type);
  return [
    ...before.types
      .filter(({ type }) => has(after, type) === undefined)
      .map(({ type }): Change => {
        const text = `${place} as ${code(type)} is gone`;
        return { kind: 'media-type-gone', ...judge('narrower', 'request'), place, text };
      }),
    ...after.types.flatMap(({ type, own }): Change[] => {
      const earlier = has(before, type);
      if (earlier === undefined) {
        const text = `${place} as ${code(type)} is new`;
        return [{ kind: 'media-type-new', ...judge('wider', 'request'), place, text }];
      }
      if (earlier.own === own) return [];
      const text = `${place} as ${code(type)}: its fields changed; how, this file does not tell`;
      return [{ kind: 'media-type-fields', ...judge('unclear', 'request'), place, text }];
    }),
  ];
}
