import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import type { PostmanEnvironment } from '../../scripts/collection/postman';
import type { JsonObject, JsonValue } from '../../scripts/spec/document';
import { isObject } from '../../scripts/spec/is-object';
import { sharedFile } from './project';

/** Public contracts beside the project; undefined where they are not. */
export function findCorpus(): { folder: string; files: string[] } | undefined {
  const readme = sharedFile('corpus', 'README.md');
  if (readme === undefined) return undefined;
  const folder = dirname(readme);
  return { folder, files: readdirSync(folder).filter((name) => /\.(ya?ml|json)$/.test(name)) };
}

/** What a document promises of one operation, counted in the document itself. */
export interface Promised {
  key: string;
  /** Status in capitals, to media types, to whether something is said of the body. */
  answers: Record<string, Record<string, boolean>>;
  /** Status, to names of headers in small letters. */
  headers: Record<string, string[]>;
  /** `query limit`: parameters that a request has to have, outside its path. */
  required: string[];
  bodyIsRequired: boolean;
  /** It only reads, and documents how it refuses what is wrong with a request. */
  refusesInput: boolean;
  /** The document has several operations for its method and path, told apart behind a `#`. */
  sharesUrl: boolean;
}

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];
/** OpenAPI says to ignore them, or they come with the body. */
const NOT_PARAMETERS = /^(accept|content-type|authorization)$/i;

export function promisesOf(folder: string, file: string): Promised[] {
  const document = parse(readFileSync(join(folder, file), 'utf8')) as JsonObject;
  const paths = Object.entries(document.paths as Record<string, JsonObject>);
  const urls = paths.flatMap(([path, item]) => METHODS.filter((method) => item[method]).map(urlOf(path)));
  return paths.flatMap(([path, item]) =>
    METHODS.filter((method) => item[method] !== undefined).map((method): Promised => {
      const operation = item[method] as JsonObject;
      const body = follow(operation.requestBody ?? {}, document);
      const parameters = [...list(item.parameters), ...list(operation.parameters)].map((entry) =>
        follow(entry, document),
      );
      const responses = Object.entries(operation.responses as JsonObject).map(
        ([status, entry]) =>
          [status.replace(/x+$/i, (x) => x.toUpperCase()), follow(entry, document)] as const,
      );
      const url = urlOf(path)(method);
      return {
        key: `${method.toUpperCase()} ${path}`,
        answers: Object.fromEntries(responses.map(([status, response]) => [status, contentOf(response)])),
        headers: Object.fromEntries(
          responses
            .map(([status, { headers }]) => [status, namesOf(headers)] as const)
            .filter(([, names]) => names.length > 0),
        ),
        required: parameters
          .filter(
            (each) => each.required === true && each.in !== 'path' && !NOT_PARAMETERS.test(String(each.name)),
          )
          .map((each) => `${each.in} ${each.name}`),
        bodyIsRequired: body.required === true,
        refusesInput:
          method === 'get' && responses.some(([status]) => /^(400|422|4XX|default)$/.test(status)),
        sharesUrl: urls.filter((other) => other === url).length > 1,
      };
    }),
  );
}

function urlOf(path: string): (method: string) => string {
  return (method) => `${method} ${path.replace(/#.*/, '').replace(/\{[^}]*\}/g, '{}')}`;
}

function contentOf({ content }: JsonObject): Record<string, boolean> {
  const types = Object.entries(isObject(content) ? content : {});
  const isSaid = (media: JsonValue) =>
    isObject(media) && Object.keys(isObject(media.schema) ? media.schema : {}).length > 0;
  return Object.fromEntries(types.map(([type, media]) => [type, isSaid(media)]));
}

function namesOf(headers: JsonValue | undefined): string[] {
  const names = Object.keys(isObject(headers) ? headers : {}).map((name) => name.toLowerCase());
  return names.filter((name) => name !== 'content-type').sort();
}

function list(value: JsonValue | undefined): JsonValue[] {
  return Array.isArray(value) ? value : [];
}

/** What a reference inside the document leads to. */
function follow(value: JsonValue, document: JsonObject): JsonObject {
  if (!isObject(value)) throw new Error('an object was expected');
  if (typeof value.$ref !== 'string') return value;
  const names = value.$ref
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
  return follow(
    names.reduce<JsonValue>((at, name) => (at as JsonObject)[name] ?? null, document),
    document,
  );
}

/** The environment with a stand-in in the place of each server, and leave to write. */
export function onStandIn(environment: PostmanEnvironment, url: string): PostmanEnvironment {
  const values = environment.values.map((variable) => {
    if (/baseUrl$/i.test(variable.key)) return { ...variable, value: url };
    return variable.key === 'allowWrites' ? { ...variable, value: 'true' } : variable;
  });
  return { ...environment, values };
}
