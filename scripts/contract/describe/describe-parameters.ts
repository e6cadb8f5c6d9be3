import type { JsonObject, JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import { pointerTo } from '../../spec/json-pointer';
import { withDigitTexts } from '../../spec/print-json';
import type { Parameter } from '../model';
import type { Located } from '../schema/ref-resolver';
import { meantValue } from '../values/meant-value';
import type { Reading } from './describe-content';

/** Headers that OpenAPI says a parameter must not describe: they come from media types and security. */
const IGNORED_HEADERS = new Set(['accept', 'content-type', 'authorization']);
/** Headers that the client writes for each message: another value breaks it, or sends it elsewhere (RFC 9110, 9112). */
const OF_THE_CLIENT =
  /^(host|content-length|transfer-encoding|connection|keep-alive|te|trailer|upgrade|expect)$/i;

const LOCATIONS = ['path', 'query', 'header', 'cookie'] as const;
const DEFAULT_STYLE = { path: 'simple', query: 'form', header: 'simple', cookie: 'form' } as const;

/**
 * The parameters of an operation: those of its path item, overridden by its own of the same name and place.
 * https://spec.openapis.org/oas/v3.0.3#parameter-object
 */
export function describeParameters(path: string, holders: readonly Located[], reading: Reading): Parameter[] {
  const found = new Map<string, Parameter>();
  for (const { value, pointer } of holders) {
    const list = Array.isArray(value.parameters) ? value.parameters : [];
    list.forEach((entry, index) => {
      const parameter = describeParameter(entry, `${pointer}/parameters${pointerTo(index)}`, reading);
      if (parameter === undefined) return;
      found.set(identityOf(parameter), parameter);
      reportUnsendable(parameter, `${pointer}/parameters${pointerTo(index)}`, reading);
    });
  }
  const parameters = [...found.values()];
  return [...parameters, ...undeclared(path, parameters)];
}

function reportUnsendable({ in: place, name, sample }: Parameter, pointer: string, reading: Reading): void {
  const texts = JSON.stringify(sample).replaceAll(/\\["\\]/g, '');
  if (place === 'header' && /[^\x20-\x7e\x80-\xff]|\\/.test(texts))
    reading.report(
      pointer,
      `no header can hold every character of the value of ${name}; it is percent-encoded`,
    );
}

/** The names of headers are the same in capitals. */
function identityOf({ in: place, name }: Parameter): string {
  return `${place} ${place === 'header' ? name.toLowerCase() : name}`;
}

/** Parameters with those whose value is written in the path. */
export function withFixedQuery(
  parameters: readonly Parameter[],
  query: readonly (readonly [name: string, value: string])[],
): Parameter[] {
  const isFixed = (parameter: Parameter) =>
    query.some(([name, value]) =>
      parameter.in === 'query' ? name === parameter.name : isNamed(parameter, value),
    );
  const fixed = query.map(([name, value]): Parameter => {
    const named = parameters.find((parameter) => isNamed(parameter, value));
    if (named !== undefined) return { ...named, name, in: 'query', style: 'form', explode: false };
    const declared = parameters.find((each) => each.in === 'query' && each.name === name);
    const schema = { enum: [value] };
    return { ...(declared ?? textParameter(name, 'query')), required: true, schema, sample: value };
  });
  return [...fixed, ...parameters.filter((parameter) => !isFixed(parameter))];
}

/** `/files?name={file}` has a parameter of the path in its query. */
function isNamed({ in: place, name }: Parameter, value: string): boolean {
  return place === 'path' && value === `{${name}}`;
}

/** What a path names and nobody declares is a text. */
function undeclared(path: string, parameters: Parameter[]): Parameter[] {
  const names = [...path.matchAll(/\{([^{}/]+)\}/g)].map(([, name = '']) => name);
  const isDeclared = (name: string) => parameters.some((each) => each.in === 'path' && each.name === name);
  return [...new Set(names)].filter((name) => !isDeclared(name)).map((name) => textParameter(name, 'path'));
}

function textParameter(name: string, place: Parameter['in']): Parameter {
  const style = DEFAULT_STYLE[place];
  return {
    name,
    in: place,
    required: true,
    description: '',
    deprecated: false,
    style,
    explode: style === 'form',
    allowReserved: false,
    schema: { type: 'string' },
    sample: 'string',
  };
}

function describeParameter(entry: JsonValue, pointer: string, reading: Reading): Parameter | undefined {
  const located = reading.refs.follow(entry, pointer);
  if (located === undefined) return undefined;
  const { value } = located;
  const location = LOCATIONS.find((name) => name === value.in);
  const name = String(value.name);
  if (location === undefined) return undefined;
  if (location === 'header' && IGNORED_HEADERS.has(name.toLowerCase())) return undefined;
  if (location === 'header' && !/^[\w!#$%&'*+.^`|~-]+$/.test(name)) {
    reading.report(located.pointer, `${JSON.stringify(name)} is no name of a header; it is not sent`);
    return undefined;
  }

  const isOfTheClient = location === 'header' && OF_THE_CLIENT.test(name);
  if (isOfTheClient)
    reading.report(located.pointer, `the client itself writes the header ${name}; no value of ours is sent`);

  const { schema, at, holder, mediaType } = schemaOf(value, located.pointer);
  const translated = reading.schemas.translate(schema, at, 'request');
  const style = typeof value.style === 'string' ? value.style : DEFAULT_STYLE[location];
  const [example] = reading.sampler.examplesOf(holder, located.pointer, translated, 'request');
  const sample =
    example === undefined
      ? reading.sampler.parameterValue(schema, at, translated)
      : meantValue(
          reading.sampler.asText(
            example.value,
            reading.refs.follow(schema, at)?.value ?? schema,
            `${located.pointer}/example`,
          ),
          schema,
          reading.refs,
        );
  const { digits } = reading;
  return {
    name,
    in: location,
    required: (value.required === true && !isOfTheClient) || location === 'path',
    description: typeof value.description === 'string' ? value.description : '',
    deprecated: value.deprecated === true,
    style,
    explode: typeof value.explode === 'boolean' ? value.explode : style === 'form',
    allowReserved: value.allowReserved === true,
    ...(mediaType === undefined ? {} : { mediaType, ...(digits.size === 0 ? {} : { digits }) }),
    schema: translated,
    // Without a media type it is a text on the wire: a number can have any number of digits.
    sample: mediaType === undefined ? withDigitTexts(sample, digits, style === 'deepObject') : sample,
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
