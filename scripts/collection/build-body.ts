import type { MediaType, RequestBody } from '../contract/model';
import type { Digits } from '../spec/digits';
import { printJson } from '../spec/print-json';
import { withValueAt } from '../spec/with-value-at';
import type { NamedPlace } from './life-cycles/named-places';
import type { PostmanBody, PostmanField, PostmanPart } from './postman';
import { preferredMedia } from './preferred-media';
import { printJsonBody } from './print-json-body';

export interface BuiltBody {
  body: PostmanBody;
  /** Undefined where the client has to write it: a multipart boundary. */
  contentType: string | undefined;
}

/**
 * The body of a request in the media type that people edit best, from the contract's first example.
 *
 * @param digits of integers that a double rounds
 * @param places where a Postman variable stands in the example; any other `{{` is text of the contract
 */
export function buildBody(
  requestBody: RequestBody,
  digits: Digits,
  places: readonly NamedPlace[] = [],
): BuiltBody {
  const preferred = preferredMedia(requestBody.content);
  const { media, named } = withMarks(preferred, places);
  const type = media.type.toLowerCase();
  if (/[/+]json\b/.test(type)) {
    return raw(media, named(printJsonBody(media.sample, digits)), 'json');
  }
  if (type.startsWith('application/x-www-form-urlencoded')) {
    return {
      body: { mode: 'urlencoded', urlencoded: formFields(media, digits, named) },
      contentType: media.type,
    };
  }
  if (type.startsWith('multipart/')) {
    return {
      body: {
        mode: 'formdata',
        formdata: formFields(media, digits, named).map((entry) => part(entry, media)),
      },
      contentType: undefined,
    };
  }
  if (isBinary(media)) return { body: { mode: 'file', file: { src: '' } }, contentType: media.type };
  const { sample } = preferred;
  return raw(media, typeof sample === 'string' ? sample : printJson(sample, digits), 'text');
}

/** The example with a mark in each place, and what puts the variables' names where the marks are in a text. */
function withMarks(
  media: MediaType,
  places: readonly NamedPlace[],
): { media: MediaType; named: (text: string) => string } {
  // No contract's text has a NUL in it.
  const mark = (index: number | string) => `\0${index}\0`;
  const sample = places.reduce(
    (whole, { name }, index) => withValueAt(whole, name, mark(index)),
    media.sample,
  );
  const named = (text: string) =>
    places.reduce((whole, { variable, bare }, index) => {
      return whole
        .replaceAll(JSON.stringify(mark(index)), () => (bare ? `{{${variable}}}` : `"{{${variable}}}"`))
        .replaceAll(mark(index), () => `{{${variable}}}`);
    }, text);
  return { media: { ...media, sample }, named };
}

function raw(media: MediaType, text: string, language: string): BuiltBody {
  return { body: { mode: 'raw', raw: text, options: { raw: { language } } }, contentType: media.type };
}

function formFields(media: MediaType, digits: Digits, named: (text: string) => string): PostmanField[] {
  const sample = media.sample;
  if (typeof sample !== 'object' || sample === null || Array.isArray(sample)) return [];
  return Object.entries(sample).flatMap(([key, value]) =>
    (Array.isArray(value) ? value : [value]).map((item) => ({
      key,
      value: named(typeof item === 'string' ? item : printJson(item, digits)),
    })),
  );
}

/** A part that the schema calls binary is a file that the person chooses. */
function part(entry: PostmanField, media: MediaType): PostmanPart {
  return media.fileParts?.includes(entry.key)
    ? { key: entry.key, type: 'file', src: '' }
    : { ...entry, type: 'text' };
}

function isBinary(media: MediaType): boolean {
  return media.binary === true || !/^text\/|xml|javascript|csv/i.test(media.type);
}
