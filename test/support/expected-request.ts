import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import Ajv from 'ajv';
import type { JsonObject, JsonValue } from '../../scripts/spec/document';
import { pointerTo, valueAt } from '../../scripts/spec/json-pointer';
import type { ExpectedRequest } from './shared-case';
import type { WireRequest } from './wire-run';

/** Holds a request of the wire against what a case expects of it. */
export function assertRequest(sent: WireRequest, expected: ExpectedRequest, document: JsonValue): void {
  const { op, path, query, headers = {}, headersExact = {}, noHeaders = [] } = expected;
  if (path !== undefined) strictEqual(sent.path, path, op);
  if (query !== undefined) deepStrictEqual(byName(sent.query), byName(query), op);
  for (const [name, pattern] of Object.entries(headers)) {
    match(String(sent.headers[name]), new RegExp(pattern), `${op}: ${name}`);
  }
  for (const [name, value] of Object.entries(headersExact)) {
    strictEqual(sent.headers[name], value, `${op}: ${name}`);
  }
  for (const name of noHeaders) strictEqual(sent.headers[name], undefined, `${op}: ${name}`);
  assertBody(sent.body, expected, document);
}

function assertBody(body: string, expected: ExpectedRequest, document: JsonValue): void {
  const { op, json, jsonHas = {}, jsonMatch = {}, bodyText = [], bodyNotText = [], maxBytes } = expected;
  for (const text of bodyText) ok(body.includes(text), `${op}: ${text} in ${body}`);
  for (const text of bodyNotText) ok(!body.includes(text), `${op}: ${text} in ${body}`);
  if (maxBytes !== undefined) ok(Buffer.byteLength(body) <= maxBytes, `${op}: ${body.length} characters`);
  if (json !== undefined) deepStrictEqual(JSON.parse(body), json, op);
  for (const [key, value] of Object.entries(jsonHas)) deepStrictEqual(JSON.parse(body)[key], value, op);
  for (const [key, pattern] of Object.entries(jsonMatch)) {
    strictEqual(typeof JSON.parse(body)[key], 'string', `${op}: ${key}`);
    match(JSON.parse(body)[key], new RegExp(pattern), `${op}: ${key}`);
  }
  if (expected.jsonValid === true) assertValid(JSON.parse(body), op, document);
}

/** By ajv and the document as it is, not by our translation of it. */
function assertValid(body: JsonValue, op: string, document: JsonValue): void {
  const [method = '', path = ''] = op.split(' ');
  const pointer = pointerTo(
    'paths',
    path,
    method.toLowerCase(),
    'requestBody',
    'content',
    'application/json',
  );
  ok(valueAt(document, `${pointer}/schema`), `${op} has no schema`);
  const ajv = new Ajv({ strict: false, validateSchema: false, logger: false });
  ajv.addSchema(withoutReadOnly(document) as JsonObject, 'document');
  const validate = ajv.compile({ $ref: `document#${encodeURI(pointer)}/schema` });
  ok(validate(body), `${op}: ${ajv.errorsText(validate.errors)} in ${JSON.stringify(body)}`);
}

/** A request has no property that is read only, and so none that is required. */
function withoutReadOnly(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(withoutReadOnly);
  if (typeof value !== 'object' || value === null) return value;
  const { properties, required } = value;
  const out = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutReadOnly(item)]));
  if (Array.isArray(required) && typeof properties === 'object' && properties !== null) {
    const isSent = (name: JsonValue) => valueAt(properties, `${pointerTo(String(name))}/readOnly`) !== true;
    out.required = required.filter(isSent);
  }
  return out;
}

/** Values by name: order matters only among pairs of one name. */
function byName(pairs: [string, string][]): Record<string, string[]> {
  const names = [...new Set(pairs.map(([name]) => name))].sort();
  return Object.fromEntries(
    names.map((name) => [name, pairs.filter(([other]) => other === name).map(([, value]) => value)]),
  );
}
