import type { JsonObject, JsonValue } from '../spec/document';
import { isObject } from '../spec/is-object';
import { pointerTo } from '../spec/json-pointer';
import { withDigits } from '../spec/print-json';
import type { Reading } from './describe-content';
import type { Parameter } from './model';
import type { Located } from './ref-resolver';

/** Headers that OpenAPI says a parameter must not describe: they come from media types and security. */
const IGNORED_HEADERS = new Set(['accept', 'content-type', 'authorization']);

const LOCATIONS = ['path', 'query', 'header', 'cookie'] as const;
const DEFAULT_STYLE = { path: 'simple', query: 'form', header: 'simple', cookie: 'form' } as const;

/**
 * The parameters of an operation: those of its path item, overridden by its own of the same name and place.
 * https://spec.openapis.org/oas/v3.0.3#parameter-object
 */
export function describeParameters(pathItem: Located, operation: Located, reading: Reading): Parameter[] {
  const found = new Map<string, Parameter>();
  for (const { value, pointer } of [pathItem, operation]) {
    const list = Array.isArray(value.parameters) ? value.parameters : [];
    list.forEach((entry, index) => {
      const parameter = describeParameter(entry, `${pointer}/parameters${pointerTo(index)}`, reading);
      if (parameter !== undefined) found.set(`${parameter.in} ${parameter.name}`, parameter);
    });
  }
  return [...found.values()];
}

function describeParameter(entry: JsonValue, pointer: string, reading: Reading): Parameter | undefined {
  const located = reading.refs.follow(entry, pointer);
  if (located === undefined) return undefined;
  const { value } = located;
  const location = LOCATIONS.find((name) => name === value.in);
  const name = String(value.name);
  if (location === undefined) return undefined;
  if (location === 'header' && IGNORED_HEADERS.has(name.toLowerCase())) return undefined;

  const { schema, at, holder, mediaType } = schemaOf(value, located.pointer);
  const translated = reading.schemas.translate(schema, at, 'request');
  const style = typeof value.style === 'string' ? value.style : DEFAULT_STYLE[location];
  const [example] = reading.sampler.examplesOf(holder, located.pointer, translated, 'request');
  const sample =
    example === undefined ? reading.sampler.parameterValue(schema, at, translated) : example.value;
  return {
    name,
    in: location,
    required: value.required === true || location === 'path',
    description: typeof value.description === 'string' ? value.description : '',
    deprecated: value.deprecated === true,
    style,
    explode: typeof value.explode === 'boolean' ? value.explode : style === 'form',
    allowReserved: value.allowReserved === true,
    ...(mediaType === undefined ? {} : { mediaType }),
    schema: translated,
    // On the wire it is a text: an integer can have any number of digits.
    sample: withDigits(sample, reading.digits),
  };
}

interface ParameterSchema {
  schema: JsonObject;
  at: string;
  /** The object that holds the schema, and examples beside it. */
  holder: JsonObject;
  mediaType?: string;
}

/** A parameter has a `schema`, or a `content` of exactly one media type. */
function schemaOf(parameter: JsonObject, pointer: string): ParameterSchema {
  if (isObject(parameter.schema)) {
    return { schema: parameter.schema, at: `${pointer}/schema`, holder: parameter };
  }
  const [media] = isObject(parameter.content) ? Object.entries(parameter.content) : [];
  if (media === undefined || !isObject(media[1])) return { schema: {}, at: pointer, holder: parameter };
  const [mediaType, holder] = media;
  const schema = isObject(holder.schema) ? holder.schema : {};
  return { schema, at: `${pointer}/content${pointerTo(mediaType)}/schema`, holder, mediaType };
}
