import type { JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import { pointerTo } from '../../spec/json-pointer';
import type { Method, Operation, RequestBody, Response, ResponseHeader } from '../model';
import type { Located } from '../schema/ref-resolver';
import { describeContent, type Reading } from './describe-content';
import { describeParameters, withFixedQuery } from './describe-parameters';
import { describeSecurity } from './describe-security';
import { plainName } from './plain-name';
import { textOf } from './text-of';
import { wirePath } from './wire-path';

/** What else stands there is no answer that could come; the reader has warned of it. */
const STATUS = /^(\d{3}|[1-5]XX|default)$/i;
const READING_METHODS: readonly Method[] = ['GET', 'HEAD', 'OPTIONS', 'TRACE'];

/**
 * One operation of a path item, and of what stands beside its `$ref`. `needsLogin` and `writes` are what the document alone says; the profile may
 * know better.
 * https://spec.openapis.org/oas/v3.0.3#operation-object
 */
export function describeOperation(
  written: string,
  method: Method,
  pathItems: readonly Located[],
  operation: Located,
  reading: Reading,
): Operation {
  const { value, pointer } = operation;
  const { path, query, fragment } = wirePath(written);
  const tags = Array.isArray(value.tags) ? value.tags.map((tag) => plainName(textOf(tag))) : [];
  return {
    key: `${method} ${written}`,
    method,
    path,
    ...(fragment === undefined ? {} : { fragment }),
    ...(query.length === 0 ? {} : { fixedQuery: query }),
    operationId: textOf(value.operationId).trim() || undefined,
    summary: textOf(value.summary).trim(),
    description: textOf(value.description),
    tag: tags.find((tag) => tag !== ''),
    deprecated: value.deprecated === true,
    parameters: withFixedQuery(describeParameters(path, [...pathItems, operation], reading), query),
    requestBody: describeBody(value.requestBody, `${pointer}/requestBody`, reading),
    responses: describeResponses(value.responses, `${pointer}/responses`, reading),
    security: describeSecurity(value.security ?? reading.document.security),
    needsLogin: false,
    writes: !READING_METHODS.includes(method),
    pointer,
  };
}

function describeBody(
  body: JsonValue | undefined,
  pointer: string,
  reading: Reading,
): RequestBody | undefined {
  const located = reading.refs.follow(body, pointer);
  if (located === undefined) return undefined;
  const required = located.value.required === true;
  const content = describeContent(
    located.value.content,
    `${located.pointer}/content`,
    'request',
    reading,
    !required,
  );
  return content.length === 0
    ? undefined
    : { required, description: textOf(located.value.description), content };
}

function describeResponses(responses: JsonValue | undefined, pointer: string, reading: Reading): Response[] {
  if (!isObject(responses)) return [];
  return Object.entries(responses)
    .filter(([status]) => STATUS.test(status))
    .map(([status, entry]) => {
      const located = reading.refs.follow(entry, pointer + pointerTo(status));
      const value = located?.value ?? {};
      const at = located?.pointer ?? pointer;
      const headers = describeHeaders(value.headers, `${at}/headers`, reading);
      return {
        status: /\d/.test(status) ? status.toUpperCase() : 'default',
        description: textOf(value.description),
        content: describeContent(value.content, `${at}/content`, 'response', reading),
        ...(headers.length > 0 ? { headers } : {}),
      };
    });
}

/** https://spec.openapis.org/oas/v3.0.3#header-object */
function describeHeaders(
  headers: JsonValue | undefined,
  pointer: string,
  reading: Reading,
): ResponseHeader[] {
  if (!isObject(headers)) return [];
  return Object.entries(headers).flatMap(([name, entry]): ResponseHeader[] => {
    const located = reading.refs.follow(entry, pointer + pointerTo(name));
    if (located === undefined || name.toLowerCase() === 'content-type') return [];
    const { value, pointer: at } = located;
    // A header with `content` is a text in a media type of its own: nothing is said about the text itself.
    const schema =
      value.schema === undefined ? true : reading.schemas.translate(value.schema, `${at}/schema`, 'response');
    return [{ name, required: value.required === true, schema }];
  });
}
