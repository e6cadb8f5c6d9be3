import type { Schema } from '../contract/model';
import type { JsonObject, JsonValue } from '../spec/document';
import { isObject } from '../spec/is-object';
import type { ReadAnswer } from './model';
import { readLiteral } from './read-literal';

/** What a request's test script begins with, and an operation's folder of probes. */
const CHECKS = /contract\.(?:check\(pm, |checks = )(?=\{)/;
const SHARED = /contract\.shared = (?:\(\) => \()?(?=\{)/;

/** Named schemas that stand once, in the collection's test script. */
export function readSharedSchemas(script: string): Record<string, Schema> {
  const schemas = literalAfter(script, SHARED);
  return isObject(schemas) ? (schemas as Record<string, Schema>) : {};
}

/**
 * What the test script of a request holds its answers against.
 *
 * @param shared named schemas beside its own
 * @returns undefined where the script is not ours any more
 */
export function readAnswers(script: string, shared: Record<string, Schema>): ReadAnswer[] | undefined {
  const checks = literalAfter(script, CHECKS);
  if (!isObject(checks) || !isObject(checks.answers)) return undefined;
  const own = isObject(checks.definitions) ? (checks.definitions as Record<string, Schema>) : {};
  const headers = isObject(checks.headers) ? checks.headers : {};
  const definitions = { ...shared, ...own };
  return Object.entries(checks.answers).map(([status, content]) => ({
    status,
    content: entriesOf(content).map(([type, schema]) => ({ type, schema: schema as Schema })),
    headers: entriesOf(headers[status]).map(([name, header]) => readHeader(name, header)),
    definitions,
  }));
}

function readHeader(name: string, header: JsonValue): ReadAnswer['headers'][number] {
  const { required, schema = true }: JsonObject = isObject(header) ? header : {};
  return { name, required: required === true, schema: schema as Schema };
}

function entriesOf(value: JsonValue | undefined): [string, JsonValue][] {
  return isObject(value) ? Object.entries(value) : [];
}

function literalAfter(script: string, start: RegExp): JsonValue | undefined {
  const found = start.exec(script);
  return found === null ? undefined : readLiteral(script, found.index + found[0].length);
}
