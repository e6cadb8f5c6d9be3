import type { JsonObject, JsonValue, LocatedValue } from '../document';
import { isObject } from '../is-object';
import { pointerTo, valueAt } from '../json-pointer';
import { placeOf } from '../place-of';
import type { Problem } from '../problem';
import { localPointer } from '../references/resolve-reference';
import { describeValue } from '../validate/describe-value';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch'];
const COLLECTION_FORMATS = ['csv', 'ssv', 'pipes', 'multi'];

/**
 * A Swagger 2.0 document as the converter reads it right, a copy that may be changed: what an operation sends stands
 * in the operation itself, and the host and the schemes are written out.
 *
 * @param located checked for its structure
 * @param location where it was read: an address stands in for a host that is not written down
 */
export function prepareSwagger(
  located: LocatedValue,
  location: string,
): { document: JsonObject; warnings: Problem[] } {
  const warnings: Problem[] = [];
  // Aliases of YAML share values, which the converter would change twice.
  const document = JSON.parse(JSON.stringify(located.value)) as JsonObject;
  const address = /^https?:/i.test(location) ? new URL(location) : undefined;
  const schemes = webSchemes(document.schemes);
  const host = typeof document.host === 'string' && document.host !== '' ? document.host : address?.host;
  document.swagger = '2.0';
  document.paths = Object.fromEntries(
    Object.entries(isObject(document.paths) ? document.paths : {}).map(([path, pathItem]) => [
      path,
      isObject(pathItem) && !path.startsWith('x-') ? preparePathItem(pathItem, path) : pathItem,
    ]),
  );
  if (host === undefined) return { document, warnings };
  document.host = host;
  document.schemes = schemes ?? [schemeOf(address)];
  const { basePath } = document;
  // The converter writes one behind the other.
  if (typeof basePath === 'string' && !basePath.startsWith('/')) document.basePath = `/${basePath}`;
  if (schemes === undefined && address === undefined) {
    warn('/host', 'the document names no scheme: https is taken', 'add `schemes: [https]`');
  }
  return { document, warnings };

  function preparePathItem(pathItem: JsonObject, path: string): JsonObject {
    const at = pointerTo('paths', path);
    const shared = listOf(pathItem.parameters).map((parameter, index) =>
      resolved(parameter, at + pointerTo('parameters', index)),
    );
    const bodies = shared.filter(isSentInBody);
    return Object.fromEntries(
      Object.entries(pathItem).flatMap(([key, value]): [string, JsonValue][] => {
        if (key === 'parameters') return [[key, shared.filter((parameter) => !isSentInBody(parameter))]];
        if (!METHODS.includes(key) || !isObject(value)) return [];
        return [[key, prepareOperation(value, bodies, at + pointerTo(key))]];
      }),
    );
  }

  function prepareOperation(operation: JsonObject, shared: JsonValue[], at: string): JsonObject {
    const own = listOf(operation.parameters).map((parameter, index) =>
      resolved(parameter, at + pointerTo('parameters', index)),
    );
    const hasBody = own.some((parameter) => isObject(parameter) && parameter.in === 'body');
    const inherited = shared.filter(
      (one) => isObject(one) && !hasBody && !own.some((other) => isSame(one, other)),
    );
    const { schemes: itsSchemes, parameters: _, ...rest } = operation;
    const list = [...inherited, ...own];
    const itsOwn = webSchemes(itsSchemes);
    return {
      ...rest,
      ...(list.length > 0 ? { parameters: list } : {}),
      ...(itsOwn === undefined || host === undefined
        ? {}
        : { servers: itsOwn.map((scheme) => ({ url: `${scheme}://${host}${basePathOf(document)}` })) }),
    };
  }

  /** A parameter of a body becomes the request body, so it has to stand where it is sent. */
  function resolved(parameter: JsonValue, at: string): JsonValue {
    const target = isObject(parameter) ? follow(parameter) : parameter;
    if (!isObject(target)) return parameter;
    const { collectionFormat } = target;
    if (collectionFormat !== undefined && !COLLECTION_FORMATS.includes(String(collectionFormat))) {
      warn(
        at,
        `OpenAPI has no style for a collection format that is ${describeValue(collectionFormat)}`,
        'it is sent as csv',
      );
      delete target.collectionFormat;
    }
    const example = target['x-example'];
    if (example !== undefined && !isObject(example) && target.in !== 'body') {
      delete target['x-example'];
      target.example = example;
    }
    return isSentInBody(target) ? structuredClone(target) : parameter;
  }

  function follow(parameter: JsonObject): JsonValue {
    let value: JsonValue = parameter;
    for (let step = 0; step < 10 && isObject(value) && typeof value.$ref === 'string'; step += 1) {
      const pointer = localPointer(value.$ref);
      value = (pointer === undefined ? undefined : valueAt(document, pointer)) ?? null;
    }
    return value;
  }

  function warn(pointer: string, message: string, hint: string): void {
    warnings.push({ code: 'UNSUPPORTED', severity: 'warning', message, ...placeOf(located, pointer), hint });
  }
}

/** The safe one first, because the first is what is chosen by default. */
function webSchemes(schemes: JsonValue | undefined): string[] | undefined {
  const known = ['https', 'http'].filter((scheme) => listOf(schemes).includes(scheme));
  return known.length === 0 ? undefined : known;
}

function schemeOf(address: URL | undefined): string {
  return address?.protocol.replace(':', '') ?? 'https';
}

function basePathOf({ basePath }: JsonObject): string {
  if (typeof basePath !== 'string' || basePath === '') return '';
  return basePath.startsWith('/') ? basePath : `/${basePath}`;
}

function isSentInBody(parameter: JsonValue): boolean {
  return isObject(parameter) && (parameter.in === 'body' || parameter.in === 'formData');
}

function isSame(one: JsonValue, other: JsonValue): boolean {
  return (
    isObject(one) && isObject(other) && one.in === other.in && (one.in === 'body' || one.name === other.name)
  );
}

function listOf(value: JsonValue | undefined): JsonValue[] {
  return Array.isArray(value) ? value : [];
}
