import type { Field, FieldList } from '../contract/fields/facts';
import { type ReadWords, readWords } from '../contract/fields/read-words';
import type { ReadBody, ReadCredentials, ReadParameter, ReadRequest } from './model';

/** What the generator's part of a request's description says; `scripts/collection/requests/describe-fields.ts` writes it. */
export interface ReadDescription {
  key: string;
  operationId: string | undefined;
  deprecated: boolean;
  /** Undefined: it says nothing of what is sent. */
  sent: ReadRequest | undefined;
}

const CONTRACT = /^Contract: `([A-Z]+ [^`]+)`(?: \(operationId `([^`]*)`\))?$/;
const CREDENTIALS = /^Credentials: (.+)$/;
const PARAMETER = /^Parameter: (\w+) (`[^`]*`|\(empty\)): (.+)$/s;
const BODY = /^Body(, required)?, as (.+)$/s;
const REST = /^and ((?:more than )?\d+) more fields \(`(\w+)`\)$/;

/**
 * @param isOpen whether the collection says that a request without a word on credentials needs none
 * @returns undefined where it names no operation
 */
export function readDescription(description: string, isOpen: boolean): ReadDescription | undefined {
  const parts = description.replaceAll('\r\n', '\n').split('\n\n');
  const end = parts.findLastIndex((part) => CONTRACT.test(part));
  const [, key, operationId] = CONTRACT.exec(parts[end] ?? '') ?? [];
  if (key === undefined) return undefined;
  const before = parts.slice(0, end);
  const start = before.findLastIndex((part) => CREDENTIALS.test(part));
  const isRead = start !== -1 || isOpen;
  const own = before.slice(Math.max(start, 0));
  return {
    key,
    operationId,
    deprecated: parts[0] === 'Deprecated.',
    sent: isRead
      ? {
          credentials: readCredentials(start === -1 ? 'Credentials: none' : (own[0] ?? '')),
          parameters: own.flatMap(readHomeless),
          body: readBody(own),
        }
      : undefined,
  };
}

/** A parameter's own description: marks such as `required` stand among its words. */
export function readParameterWords(description: string): ReadWords | undefined {
  return readWords(description, (part) =>
    /^(required|deprecated|as `[^`]*`|style `[^`]*`( exploded)?)$/.test(part),
  );
}

/** What is needed for each alternative: its schemes, and each of their scopes by itself. */
function readCredentials(line: string): ReadCredentials[] {
  const [, text = ''] = CREDENTIALS.exec(line) ?? [];
  return splitOutside(text, ' or ').map((alternative) => ({
    text: alternative,
    parts: splitOutside(alternative, ' and ').flatMap((part) => {
      if (part === 'none') return [];
      const [, scheme = part, inside = ''] = /^(\S+) \((.*)\)$/s.exec(part) ?? [];
      const [scopes, how] = parted(inside === '' ? [] : splitOutside(inside, ', '));
      const sent = how.join(', ');
      // the name of a scheme is nothing that clients send; where a token comes from, only the name tells
      const needed = /^(apiKey|http)\b/.test(sent) ? sent : `${scheme} ${sent}`;
      return [needed, ...scopes.map((scope) => `${scheme} scope ${scope}`)];
    }),
  }));
}

/** Scopes are code and nothing else; how a scheme is sent begins with a word. */
function parted(parts: string[]): [scopes: string[], how: string[]] {
  const isScope = (part: string) => /^`[^`]*`$/.test(part);
  return [parts.filter(isScope), parts.filter((part) => !isScope(part))];
}

/** Separators inside of code are none. */
function splitOutside(text: string, separator: string): string[] {
  const out = [''];
  for (const piece of text.split(/(`[^`]*`)/)) {
    const [first = '', ...others] = piece.startsWith('`') ? [piece] : piece.split(separator);
    out.push(`${out.pop()}${first}`, ...others);
  }
  return out;
}

function readHomeless(part: string): ReadParameter[] {
  const [, place, name, text] = PARAMETER.exec(part) ?? [];
  if (place === undefined || name === undefined || text === undefined) return [];
  const words = readParameterWords(text);
  return [{ in: place, name: plain(name), required: words?.marks.includes('required') === true, words }];
}

function readBody(parts: string[]): ReadBody | undefined {
  const at = parts.findIndex((part) => BODY.test(part));
  const [, required, text = ''] = BODY.exec(parts[at] ?? '') ?? [];
  const [types = '', ...words] = splitOutside(text, ': ');
  // Of a body without a schema nothing is said.
  const whole = at === -1 ? undefined : readWords(words.join(': ') || 'any');
  if (whole === undefined) return undefined;
  const fields: FieldList = {
    whole: whole.facts,
    fields: (parts[at + 1] ?? '').split('\n').flatMap(readRow),
  };
  const rest = parts
    .slice(at + 1)
    .map((part) => REST.exec(part))
    .find((found) => found !== null);
  if (rest != null) fields.rest = { count: rest[1] ?? '', fingerprint: rest[2] ?? '' };
  return { required: required !== undefined, types: splitOutside(types, ', ').map(readType), fields };
}

/** `application/xml`, or with other fields than those of the table. */
function readType(text: string): ReadBody['types'][number] {
  const [, type = text, own] = /^`([^`]*)`(?: \(with other fields `(\w+)`\))?$/.exec(text) ?? [];
  return { type, ...(own === undefined ? {} : { own }) };
}

/** `| path | words | required |`; items that the words of an array tell of are a place of their own. */
function readRow(line: string): Field[] {
  const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
  const [, path = '', text = '', mark] = cells;
  const words = /^`[^`]+`$/.test(path) ? readWords(text) : undefined;
  if (words === undefined) return [];
  const field: Field = { path: plain(path), facts: words.facts, required: mark === 'required' };
  if (words.items === undefined) return [field];
  return [field, { path: `${field.path}[]`, facts: words.items, required: false }];
}

function plain(text: string): string {
  return text === '(empty)' ? '' : text.replace(/^`([^`]*)`$/s, '$1');
}
