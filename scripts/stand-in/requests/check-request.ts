import type { Contract, MediaType, Operation, Schema } from '../../contract/model';
import type { JsonValue } from '../../spec/document';
import { bareType, fallsUnder, isJsonType } from '../answers/media-types';
import { type Flaw, flawOf } from '../faults/flaw';
import { formValue } from './form-value';
import { parameterValues, type WireTexts } from './parameter-values';
import type { Readings } from './read-text';
import { type Breach, createSchemaCheck, type SchemaCheck } from './schema-check';
import { MalformedEncoding, readPairs } from './wire-query';

/** A request as it came, its operation known. */
export interface WireRequest {
  pathParameters: Record<string, string>;
  /** The query string without its question mark. */
  queryString: string;
  /** Names in lower case. */
  headers: Record<string, string | undefined>;
  body: Buffer;
}

/** What is wrong with a request, in words that hold none of its values. */
export interface Complaint {
  message: string;
  flaws: readonly Flaw[];
}

/** The body, read by its media type; undefined: there is none, or nothing describes it. */
export type Checked = { complaint: Complaint } | { body: JsonValue | undefined };

/** Holds a request against the parameters and the body that the contract describes. */
export function createRequestCheck(contract: Contract) {
  const definitions = contract.definitions.request;
  const check = createSchemaCheck(definitions);

  return (operation: Operation, request: WireRequest): Checked => {
    try {
      const wrong = checkParameters(operation, request, definitions, check);
      if (wrong !== undefined) return { complaint: wrong };
      return checkBody(operation, request, definitions, check);
    } catch (error) {
      if (!(error instanceof MalformedEncoding)) throw error;
      return complain(error.message, 'wrong-type');
    }
  };
}

function checkParameters(
  operation: Operation,
  request: WireRequest,
  definitions: Record<string, Schema>,
  check: SchemaCheck,
): Complaint | undefined {
  // Other people's cookies are none of our business, however they are encoded.
  const hasCookies = operation.parameters.some((parameter) => parameter.in === 'cookie');
  const texts: WireTexts = {
    path: request.pathParameters,
    query: readPairs(request.queryString),
    headers: request.headers,
    cookies: hasCookies ? readPairs((request.headers.cookie ?? '').replace(/;\s*/g, '&')) : [],
  };
  for (const parameter of operation.parameters) {
    const values = parameterValues(parameter, texts, definitions);
    const name = `${parameter.in} parameter ${parameter.name}`;
    if (values.length === 0 && parameter.required) {
      return { message: `${name}: is required`, flaws: ['missing-parameter'] };
    }
    for (const readings of values) {
      const wrong = checkReadings(readings, parameter.schema, check);
      if (wrong.length > 0) return complaintOf(name, wrong);
    }
  }
  return undefined;
}

/** What is wrong with the likeliest reading, when no reading fits. */
function checkReadings(readings: Readings, schema: Schema, check: SchemaCheck): Breach[] {
  const complaints = readings.map((reading) => check(schema, reading));
  return complaints.some((list) => list.length === 0) ? [] : (complaints[0] ?? []);
}

function checkBody(
  operation: Operation,
  request: WireRequest,
  definitions: Record<string, Schema>,
  check: SchemaCheck,
): Checked {
  const described = operation.requestBody;
  if (described === undefined) return { body: undefined };
  if (request.body.length === 0) {
    return described.required ? complain('body: is required', 'missing-body') : { body: undefined };
  }
  const type = request.headers['content-type'] ?? '';
  const media = described.content.find((documented) => fallsUnder(type, documented.type));
  if (media === undefined && described.content.length > 0) {
    const types = described.content.map((documented) => documented.type).join(' or ');
    return complain(`header Content-Type: must be ${types}`, 'wrong-media-type');
  }
  return media === undefined ? { body: undefined } : readBody(media, type, request.body, definitions, check);
}

/** JSON, forms and texts are held against their schema; other bodies are only there or not. */
function readBody(
  media: MediaType,
  type: string,
  bytes: Buffer,
  definitions: Record<string, Schema>,
  check: SchemaCheck,
): Checked {
  const schema = media.schema ?? true;
  const text = decodeUtf8(bytes);
  let body: JsonValue;
  if (isJsonType(type)) {
    const parsed = text === undefined ? undefined : parseJson(text);
    if (parsed === undefined) return complain('body: is not JSON', 'not-json');
    body = parsed.value;
  } else if (bareType(type) === 'application/x-www-form-urlencoded') {
    body = formValue(readPairs(text ?? ''), media, definitions);
  } else if (bareType(type).startsWith('text/')) {
    if (text === undefined) return complain('body: is not UTF-8', 'wrong-type');
    body = text;
  } else {
    return { body: undefined };
  }
  const wrong = check(schema, body);
  return wrong.length === 0 ? { body } : { complaint: complaintOf('body', wrong) };
}

function complain(message: string, flaw: Flaw): Checked {
  return { complaint: { message, flaws: [flaw] } };
}

const mostMessages = 5;

function complaintOf(place: string, breaches: Breach[]): Complaint {
  const messages = breaches.slice(0, mostMessages).map(({ message }) => message);
  return {
    message: `${place}: ${messages.join('; ')}`,
    flaws: [...new Set(breaches.map(({ keyword }) => flawOf(keyword)))],
  };
}

function decodeUtf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Undefined: the text is no JSON. */
export function parseJson(text: string): { value: JsonValue } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
