import { isDeepStrictEqual } from 'node:util';
import type { MediaType, Operation, Response, ResponseHeader, Schema } from '../model';

/**
 * Operations with what others have in common with them: several of one method, path and server, told apart in the
 * document by a fragment, a query or the name of a parameter. Where no query tells them apart, no server knows which
 * one a request means, so each may be answered as any of them documents.
 */
export function withAlike(operations: readonly Operation[]): Operation[] {
  const groups = new Map<string, Operation[]>();
  for (const operation of operations) {
    const key = wireKey(operation);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [operation]);
    else known.push(operation);
  }
  return operations.map((operation) => {
    const others = (groups.get(wireKey(operation)) ?? []).filter(({ key }) => key !== operation.key);
    if (others.length === 0) return operation;
    const same = others.filter(({ fixedQuery }) => isDeepStrictEqual(fixedQuery, operation.fixedQuery));
    const responses = same.reduce(
      (known, other) => withResponses(known, other.responses),
      operation.responses,
    );
    return { ...operation, alike: others.map(({ key }) => key), responses };
  });
}

function wireKey({ method, path, server }: Operation): string {
  return `${server?.variable ?? ''} ${method} ${path.replaceAll(/\{[^{}]*\}/g, '{}')}`;
}

function withResponses(own: readonly Response[], others: readonly Response[]): Response[] {
  const known = own.map((response) => {
    const other = others.find(({ status }) => status === response.status);
    return other === undefined ? response : eitherResponse(response, other);
  });
  return [...known, ...others.filter(({ status }) => own.every((response) => response.status !== status))];
}

function eitherResponse(one: Response, other: Response): Response {
  const content = one.content.map((media) => {
    const facing = other.content.find(({ type }) => type === media.type);
    return facing === undefined ? media : eitherMedia(media, facing);
  });
  const more = other.content.filter(({ type }) => one.content.every((media) => media.type !== type));
  const headers = (one.headers ?? []).flatMap((header) => eitherHeader(header, other.headers ?? []));
  const { headers: _, ...rest } = one;
  return { ...rest, content: [...content, ...more], ...(headers.length > 0 ? { headers } : {}) };
}

function eitherMedia(one: MediaType, other: MediaType): MediaType {
  if (one.schema === undefined || other.schema === undefined) return { ...one, schema: undefined };
  return { ...one, schema: either(one.schema, other.schema) };
}

/** What the other says nothing of need not come, and may be anything. */
function eitherHeader(header: ResponseHeader, others: readonly ResponseHeader[]): ResponseHeader[] {
  const other = others.find(({ name }) => name.toLowerCase() === header.name.toLowerCase());
  if (other === undefined) return [];
  const required = header.required && other.required;
  return [{ ...header, required, schema: either(header.schema, other.schema) }];
}

function either(...schemas: Schema[]): Schema {
  const all = schemas.flatMap(alternativesOf);
  const [first = true, ...rest] = all.filter(
    (schema, index) => all.findIndex((other) => isDeepStrictEqual(other, schema)) === index,
  );
  return rest.length === 0 ? first : { anyOf: [first, ...rest] };
}

/** Of a schema that says nothing but `anyOf`. */
function alternativesOf(schema: Schema): Schema[] {
  if (typeof schema === 'boolean' || Object.keys(schema).length > 1) return [schema];
  return Array.isArray(schema.anyOf) ? (schema.anyOf as Schema[]) : [schema];
}
