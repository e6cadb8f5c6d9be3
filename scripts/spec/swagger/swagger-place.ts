import type { JsonObject, JsonValue } from '../document';
import { isObject } from '../is-object';
import { pointerTo, pointerTokens, valueAt } from '../json-pointer';
import { localPointer } from '../references/resolve-reference';

/** Where OpenAPI keeps what Swagger keeps at its top. */
const COMPONENTS: Record<string, string> = {
  schemas: 'definitions',
  parameters: 'parameters',
  requestBodies: 'parameters',
  responses: 'responses',
  securitySchemes: 'securityDefinitions',
};

/**
 * The place in a Swagger document from which a part of the converted one comes, as near as can be told.
 *
 * @param pointer into the converted document
 */
export function swaggerPlace(pointer: string, swagger: JsonValue): string {
  const [first = '', ...rest] = pointerTokens(pointer);
  if (first === 'openapi') return '/swagger';
  if (first === 'servers') return existing(swagger, ['host']) ? '/host' : '/basePath';
  if (first === 'components') {
    const [group = '', name = '', ...inner] = rest;
    const from = [COMPONENTS[group] ?? group, name].filter((token) => token !== '');
    return nearest(swagger, [
      ...from,
      ...(group === 'responses' ? ofResponse(inner) : ofParameter(inner, group)),
    ]);
  }
  if (first !== 'paths') return nearest(swagger, [first, ...rest]);
  const [path = '', method = '', member = '', ...inner] = rest;
  const at = ['paths', path, method];
  if (method === 'parameters') return nearest(swagger, [...at, member, ...ofParameter(inner, 'parameters')]);
  if (member === 'parameters') return nearest(swagger, ofOperationParameter(swagger, at, inner));
  if (member === 'requestBody') return nearest(swagger, ofBody(swagger, at, inner));
  if (member === 'responses') {
    const [status = '', ...within] = inner;
    return nearest(swagger, [...at, member, status, ...ofResponse(within)]);
  }
  return nearest(swagger, ['paths', ...rest]);
}

/** `content/MEDIA/schema/…` of a response is its `schema/…`. */
function ofResponse(inner: string[]): string[] {
  const [member, media = '', part, ...rest] = inner;
  if (member === 'headers') return ['headers', media, ...(part === 'schema' ? rest : [])];
  if (member !== 'content') return inner;
  return part === 'schema' ? ['schema', ...rest] : ['examples', media];
}

/** The schema of a parameter is the parameter. */
function ofParameter(inner: string[], group: string): string[] {
  return group !== 'schemas' && inner[0] === 'schema' ? inner.slice(1) : inner;
}

/** The parameters of a body are taken out of the list. */
function ofOperationParameter(swagger: JsonValue, at: string[], [index, ...inner]: string[]): string[] {
  const kept = parametersOf(swagger, at).filter(
    ({ value }) => value.in !== 'body' && value.in !== 'formData',
  );
  const token = kept[Number(index)]?.token;
  return [...at, 'parameters', ...(token === undefined ? [] : [token, ...ofParameter(inner, 'parameters')])];
}

/** `requestBody/content/MEDIA/schema/…`: of the parameter in the body, or of the form's parameter of that name. */
function ofBody(swagger: JsonValue, at: string[], [, , , ...inner]: string[]): string[] {
  const parameters = parametersOf(swagger, at);
  const body = parameters.find(({ value }) => value.in === 'body');
  if (body !== undefined) return [...at, 'parameters', body.token, 'schema', ...inner];
  const [member, name, ...rest] = inner;
  const field = parameters.find(
    ({ value }) => value.in === 'formData' && member === 'properties' && value.name === name,
  );
  return [...at, 'parameters', ...(field === undefined ? [] : [field.token, ...rest])];
}

function parametersOf(swagger: JsonValue, at: string[]): { token: string; value: JsonObject }[] {
  const list = valueAt(swagger, pointerTo(...at, 'parameters'));
  return (Array.isArray(list) ? list : []).map((parameter, index) => {
    const ref =
      isObject(parameter) && typeof parameter.$ref === 'string' ? localPointer(parameter.$ref) : undefined;
    const value = ref === undefined ? parameter : valueAt(swagger, ref);
    return { token: String(index), value: isObject(value) ? value : {} };
  });
}

/** The pointer as far as it leads somewhere. */
function nearest(swagger: JsonValue, tokens: string[]): string {
  let length = tokens.length;
  while (length > 0 && !existing(swagger, tokens.slice(0, length))) length -= 1;
  return pointerTo(...tokens.slice(0, length));
}

function existing(swagger: JsonValue, tokens: string[]): boolean {
  return valueAt(swagger, pointerTo(...tokens)) !== undefined;
}
