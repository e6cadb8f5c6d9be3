import { isJson } from '../../contract/is-json';
import type { MediaType, RequestBody } from '../../contract/model';
import type { Digits } from '../../spec/digits';
import { printJson } from '../../spec/print-json';
import { withValueAt } from '../../spec/with-value-at';
import type { NamedPlace } from '../life-cycles/named-places';
import type { PostmanBody } from '../postman';
import { formParts, urlencodedFields } from './form-fields';
import { withLiteralBraces } from './literal-braces';
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
  const contentType = sentType(media);
  if (isJson(type)) return raw(named(printJsonBody(media.sample, digits)), 'json', contentType);
  if (type.startsWith('application/x-www-form-urlencoded') && typeof media.sample !== 'string') {
    return { body: { mode: 'urlencoded', urlencoded: urlencodedFields(media, digits, named) }, contentType };
  }
  if (type.startsWith('multipart/')) {
    return { body: { mode: 'formdata', formdata: formParts(media, digits, named) }, contentType: undefined };
  }
  if (isBinary(preferred)) return { body: { mode: 'file', file: { src: '' } }, contentType };
  const { sample } = preferred;
  if (typeof sample !== 'string' && contentType === 'application/json')
    return raw(printJsonBody(sample, digits), 'json', contentType);
  const text = typeof sample === 'string' ? sample : printJson(sample, digits);
  const language = /\b(xml|html|javascript)\b/.exec(type)?.[0] ?? 'text';
  return raw(withLiteralBraces(text), language, contentType);
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

function raw(text: string, language: string, contentType: string): BuiltBody {
  return { body: { mode: 'raw', raw: text, options: { raw: { language } } }, contentType };
}

/** A media type that can be sent: one of those that a range stands for. */
function sentType({ type, sample, binary }: MediaType): string {
  if (!type.includes('*')) return type;
  const [kind = '*'] = type.toLowerCase().split('/');
  if (kind === 'text') return 'text/plain';
  if (kind === 'image') return 'image/png';
  if (kind !== '*' && kind !== 'application') return `${kind}/octet-stream`;
  return binary === true || typeof sample !== 'object' ? 'application/octet-stream' : 'application/json';
}

/** What people don't write by hand: files. Of a type that nobody knows, what the contract gives a text or object for is text. */
function isBinary(media: MediaType): boolean {
  const { type, schema, sample } = media;
  if (media.binary === true) return true;
  if (/^text\/|xml|javascript|csv/i.test(type)) return false;
  if (/^(image|audio|video|font|model)\//i.test(type)) return true;
  if (/octet-stream|pdf|zip|tar|protobuf|msgpack|cbor|avro|parquet|excel|officedocument|msword/i.test(type))
    return media.examples.every(({ value }) => typeof value !== 'string');
  return schema === undefined && sample === null;
}
