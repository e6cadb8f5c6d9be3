import type { Digits } from '../../spec/digits';
import type { JsonObject, JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import { pointerTo } from '../../spec/json-pointer';
import { withDigits } from '../../spec/print-json';
import { isJson } from '../is-json';
import type { Direction, MediaType } from '../model';
import type { RefResolver } from '../schema/ref-resolver';
import type { SchemaTranslator } from '../schema/translate-schema';
import { meantValue } from '../values/meant-value';
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
    const examples = reading.sampler.examplesOf(media, at, schema, direction).map(({ name, value }) => ({
      name,
      value: isJson(type) ? meantValue(value, media.schema, reading.refs) : value,
    }));
    const [example] = examples;
    const sample =
      example === undefined
        ? made(type, media.schema, () =>
            reading.sampler.bodyValue(
              media.schema ?? null,
              place,
              { direction, requiredOnly },
              schema ?? true,
            ),
          )
        : example.value;
    const written = (value: JsonValue) =>
      isXml(type) && typeof value === 'object'
        ? printXml(withDigits(value, reading.digits), media.schema, reading.refs)
        : value;
    return {
      type,
      schema,
      examples: examples.map(({ name, value }) => ({ name, value: written(value) })),
      sample: written(sample),
      ...describeBytes(type, media, reading),
      ...(direction === 'request' ? describeEncoding(type, media, at, reading.report) : {}),
    };
  });
}

function isXml(type: string): boolean {
  return /[/+]xml\b/i.test(type);
}

/** A value of a schema; where the document says nothing of it, one that a person can go on from. */
function made(type: string, schema: JsonValue | undefined, make: () => JsonValue): JsonValue {
  const isOpen = schema === undefined || (isObject(schema) && saysNothing(schema));
  if (isOpen && isJson(type)) return {};
  return isOpen && /^text\//i.test(type) ? 'string' : make();
}

/** https://spec.openapis.org/oas/v3.0.3#considerations-for-file-uploads */
function describeBytes(
  type: string,
  media: JsonObject,
  { refs, document }: Reading,
): Pick<MediaType, 'binary' | 'fileParts'> {
  const whole = partsOf(media.schema, refs);
  const properties = Object.assign(
    Object.create(null) as JsonObject,
    ...whole.map((part) => (isObject(part.properties) ? part.properties : {})),
  ) as JsonObject;
  const encoding = isObject(media.encoding) ? media.encoding : {};
  // What 3.1 says nothing of is `application/octet-stream`.
  const isOpenFile = /^multipart\//i.test(type) && String(document.openapi).startsWith('3.1');
  const fileParts = Object.keys(properties).filter((name) => {
    const property = partsOf(properties[name], refs);
    const items = property.flatMap((part) => partsOf(part.items, refs));
    const field = isObject(encoding[name]) ? encoding[name] : {};
    const value = items[0] ?? property[0];
    return (
      [...property, ...items].some(isBytes) || isFile(value, field) || (isOpenFile && saysNothing(value))
    );
  });
  return { ...(whole.some(isBytes) ? { binary: true } : {}), ...(fileParts.length > 0 ? { fileParts } : {}) };
}

/** A schema and those that `allOf` combines in it, behind references; each once. */
function partsOf(schema: JsonValue | undefined, refs: RefResolver): JsonObject[] {
  const parts = new Set<JsonObject>();
  const add = (each: JsonValue | undefined) => {
    const found = refs.follow(each, '')?.value;
    if (found !== undefined) parts.add(found);
  };
  add(schema);
  // A set that grows is walked to its end.
  for (const { allOf } of parts) if (Array.isArray(allOf)) allOf.forEach(add);
  return [...parts];
}

function saysNothing(schema: JsonObject | undefined): boolean {
  return (
    schema !== undefined && Object.keys(schema).every((keyword) => /^(title|description|x-.*)$/.test(keyword))
  );
}

/** `format: binary` in 3.0; in 3.1 a media type without an encoding. */
function isBytes(schema: JsonObject): boolean {
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
