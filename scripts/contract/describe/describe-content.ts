import type { Digits } from '../../spec/digits';
import type { JsonObject, JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import { pointerTo } from '../../spec/json-pointer';
import { withDigits } from '../../spec/print-json';
import type { Direction, MediaType } from '../model';
import type { RefResolver } from '../schema/ref-resolver';
import type { SchemaTranslator } from '../schema/translate-schema';
import type { Sampler } from '../values/sample-value';
import { describeEncoding } from './describe-encoding';
import { printXml } from './print-xml';

/** What the describing functions share while they read one document. */
export interface Reading {
  document: JsonObject;
  digits: Digits;
  refs: RefResolver;
  schemas: SchemaTranslator;
  sampler: Sampler;
  /** Notes something that is legal but cannot be carried over. */
  report: (pointer: string, message: string) => void;
}

/**
 * The `content` map of a request body or response.
 * https://spec.openapis.org/oas/v3.0.3#media-type-object
 *
 * @param requiredOnly make the smallest value where the document has no example
 */
export function describeContent(
  content: JsonValue | undefined,
  pointer: string,
  direction: Direction,
  reading: Reading,
  requiredOnly = false,
): MediaType[] {
  if (!isObject(content)) return [];
  return Object.entries(content).map(([type, value]) => {
    const media = isObject(value) ? value : {};
    const at = pointer + pointerTo(type);
    const place = at + pointerTo('schema');
    const schema =
      media.schema === undefined ? undefined : reading.schemas.translate(media.schema, place, direction);
    const examples = reading.sampler.examplesOf(media, at, schema, direction);
    const sample =
      examples[0]?.value ??
      reading.sampler.bodyValue(media.schema ?? null, place, { direction, requiredOnly }, schema ?? true);
    const written = (value: JsonValue) =>
      isXml(type) && typeof value === 'object'
        ? printXml(withDigits(value, reading.digits), media.schema, reading.refs)
        : value;
    return {
      type,
      schema,
      examples: examples.map(({ name, value }) => ({ name, value: written(value) })),
      sample: written(sample),
      ...describeBytes(media, reading.refs),
      ...(direction === 'request' ? describeEncoding(type, media, at, reading.report) : {}),
    };
  });
}

function isXml(type: string): boolean {
  return /[/+]xml\b/i.test(type);
}

/** https://spec.openapis.org/oas/v3.0.3#considerations-for-file-uploads */
function describeBytes(media: JsonObject, refs: RefResolver): Pick<MediaType, 'binary' | 'fileParts'> {
  const whole = refs.follow(media.schema, '')?.value;
  if (whole === undefined) return {};
  const properties = isObject(whole.properties) ? whole.properties : {};
  const encoding = isObject(media.encoding) ? media.encoding : {};
  const fileParts = Object.keys(properties).filter((name) => {
    const property = refs.follow(properties[name], '')?.value;
    const item = refs.follow(property?.items, '')?.value;
    const field = isObject(encoding[name]) ? encoding[name] : {};
    return isBytes(property) || isBytes(item) || isFile(item ?? property, field);
  });
  return { ...(isBytes(whole) ? { binary: true } : {}), ...(fileParts.length > 0 ? { fileParts } : {}) };
}

/** `format: binary` in 3.0; in 3.1 a media type without an encoding. */
function isBytes(schema: JsonObject | undefined): boolean {
  if (schema === undefined) return false;
  return (
    schema.format === 'binary' ||
    (schema.contentMediaType !== undefined && schema.contentEncoding === undefined)
  );
}

/** A part without a text of its own whose content type is that of a file: 3.1 gives its schema no type. */
function isFile(schema: JsonObject | undefined, { contentType }: JsonObject): boolean {
  const isText = schema?.contentEncoding !== undefined || ['byte', 'base64'].includes(String(schema?.format));
  const isPlain = schema === undefined || schema.type === undefined || schema.type === 'string';
  const types = /^\s*(image|audio|video|font)\/|^\s*application\/(octet-stream|pdf|zip)\b/i;
  return isPlain && !isText && typeof contentType === 'string' && types.test(contentType);
}
