import { closureText } from '../contract/fields/fingerprint';
import { listFields } from '../contract/fields/list-fields';
import { code } from '../contract/fields/words';
import type { Schema } from '../contract/model';
import { compareFields } from './compare-fields';
import { judge } from './judge';
import { mediaKey } from './media-key';
import type { Change, ReadAnswer } from './model';

/** Fields of an answer that are compared one by one. */
const ROOM = 1000;

/** Stands for "answer 200" until it is known which answers changed alike; no text of a contract has it. */
const ANSWER = '\0';

/** A change of one answer, without its place: several answers often change alike. */
interface Found {
  status: string;
  change: Change;
}

/** What changed in what is answered: statuses, media types, headers, fields. What changed alike is told once. */
export function compareAnswers(before: ReadAnswer[], after: ReadAnswer[]): Change[] {
  const now = new Map(after.map((answer) => [answer.status, answer]));
  const was = new Set(before.map(({ status }) => status));
  const found = [
    ...before.flatMap((answer) => {
      const next = now.get(answer.status);
      return next === undefined ? goneStatus(answer, now) : compareAnswer(answer, next);
    }),
    ...after.filter(({ status }) => !was.has(status)).map(freshStatus),
  ];
  return together(found);
}

function isSuccess(status: string): boolean {
  return status.startsWith('2');
}

/** What its range or the default says holds for it then; a success is one only with a range. */
function goneStatus(answer: ReadAnswer, now: Map<string, ReadAnswer>): Found[] {
  const { status } = answer;
  const range = now.get(`${status[0]}XX`);
  const cover = range ?? now.get('default');
  const breaks = isSuccess(status) && range === undefined;
  const change: Change = {
    kind: 'answer-gone',
    ...judge('wider', 'answer'),
    ...(breaks ? {} : { verdict: 'fine' }),
    place: ANSWER,
    text: `${ANSWER} is gone${cover === undefined ? '' : ` (${cover.status} is left)`}`,
  };
  return [{ status, change }, ...(cover === undefined ? [] : compareAnswer(answer, cover))];
}

/** Clients have to be ready for statuses that they do not know. */
function freshStatus({ status }: ReadAnswer): Found {
  return {
    status,
    change: {
      kind: 'answer-new',
      effect: 'promises more',
      verdict: 'fine',
      place: ANSWER,
      text: `${ANSWER} is new`,
    },
  };
}

function compareAnswer(before: ReadAnswer, after: ReadAnswer): Found[] {
  const changes = [...compareMedia(before, after), ...compareHeaders(before, after)];
  return changes.map((change) => ({ status: before.status, change }));
}

function compareMedia(before: ReadAnswer, after: ReadAnswer): Change[] {
  const key = mediaKey(typesOf(before), typesOf(after));
  const was = new Map(before.content.map((media) => [key(media.type), media]));
  const is = new Map(after.content.map((media) => [key(media.type), media]));
  const isAlone = was.size <= 1 && is.size <= 1;
  return [
    ...[...was.values()]
      .filter(({ type }) => !is.has(key(type)))
      .map(({ type }): Change => {
        const place = `${ANSWER} as ${code(type)}`;
        return { kind: 'media-type-gone', ...judge('wider', 'answer'), place, text: `${place} is gone` };
      }),
    ...[...is.values()]
      .filter(({ type }) => !was.has(key(type)))
      .map(({ type }): Change => {
        const place = `${ANSWER} as ${code(type)}`;
        return { kind: 'media-type-new', ...judge('narrower', 'answer'), place, text: `${place} is new` };
      }),
    ...[...was].flatMap(([name, { schema }]) => {
      const next = is.get(name);
      if (next === undefined) return [];
      const place = isAlone ? ANSWER : `${ANSWER} as ${code(next.type)}`;
      return compareSchemas(place, [schema, before], [next.schema, after]);
    }),
  ];
}

function typesOf({ content }: ReadAnswer): string[] {
  return content.map(({ type }) => type);
}

function compareSchemas(
  place: string,
  [schema, { definitions }]: [Schema, ReadAnswer],
  [next, after]: [Schema, ReadAnswer],
): Change[] {
  // Most are as they were, and comparing texts is cheap.
  if (closureText([schema], definitions) === closureText([next], after.definitions)) return [];
  const before = listFields(schema, definitions, ROOM);
  return compareFields(place, before, listFields(next, after.definitions, ROOM), 'answer');
}

/** Names of headers know no case. */
function compareHeaders(before: ReadAnswer, after: ReadAnswer): Change[] {
  const byName = ({ headers }: ReadAnswer) =>
    new Map(headers.map((header) => [header.name.toLowerCase(), header]));
  const [was, is] = [byName(before), byName(after)];
  return [
    ...[...was].flatMap(([name, header]): Change[] => {
      const place = `${ANSWER} header ${code(header.name)}`;
      const next = is.get(name);
      if (next === undefined) {
        return [{ kind: 'header-gone', ...judge('wider', 'answer'), place, text: `${place} is gone` }];
      }
      const fields = compareSchemas(place, [header.schema, before], [next.schema, after]);
      if (header.required === next.required) return fields;
      const text = `${place} ${next.required ? 'is always there now' : 'may be missing now'}`;
      const judged = judge(next.required ? 'narrower' : 'wider', 'answer');
      return [{ kind: 'header-required', ...judged, place, text }, ...fields];
    }),
    ...[...is]
      .filter(([name]) => !was.has(name))
      .map(([, { name }]): Change => {
        const place = `${ANSWER} header ${code(name)}`;
        return { kind: 'header-new', ...judge('narrower', 'answer'), place, text: `${place} is new` };
      }),
  ];
}

/** `answers 401, 422` in place of the same line for each. */
function together(found: Found[]): Change[] {
  const groups = new Map<string, { change: Change; statuses: string[] }>();
  for (const { status, change } of found) {
    const key = `${change.verdict} ${change.text}`;
    const group = groups.get(key) ?? { change, statuses: [] };
    group.statuses.push(status);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ change, statuses }) => {
    const [first = '', ...more] = statuses;
    const answer = `answer${more.length === 0 ? '' : 's'} ${[first, ...more].join(', ')}`;
    const named = (text: string) => text.replaceAll(ANSWER, answer);
    const verb = (text: string) =>
      more.length === 0 ? text : text.replace(/^(answers [\w, ]+) is /, '$1 are ');
    return { ...change, place: named(change.place), text: verb(named(change.text)) };
  });
}
