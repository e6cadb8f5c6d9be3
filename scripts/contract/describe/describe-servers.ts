import type { JsonObject, JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import type { Server, ServerTemplate } from '../model';

/** More hosts than these nobody chooses among. */
const MOST_HOSTS = 100;

/**
 * The servers of the document, each with its variables replaced by their defaults and without a closing slash,
 * because every path begins with one.
 * https://spec.openapis.org/oas/v3.0.3#server-object
 *
 * @param address where the document was fetched, which relative urls are relative to
 */
export function describeServers(document: JsonObject, address?: string): Server[] {
  const servers = serversOf(document.servers, address);
  if (servers.length > 0) return servers;
  const fromOperations = operationServers(document, address);
  if (fromOperations !== undefined) return fromOperations;
  return address === undefined ? [] : serversOf([{ url: '/' }], address);
}

/** Of a document, a path item or an operation; empty where it has none of its own. */
export function serversOf(list: JsonValue | undefined, address?: string): Server[] {
  const servers = Array.isArray(list) ? list.filter(isObject) : [];
  return servers.map((server) => {
    const url = bareUrl(String(server.url ?? ''));
    return {
      url: absolute(withDefaults(url, server.variables), address),
      description: typeof server.description === 'string' ? server.description : '',
      ...alternatives(url, server.variables, address),
    };
  });
}

/** Where the document has none, the first that some path has. */
function operationServers({ paths }: JsonObject, address: string | undefined): Server[] | undefined {
  const items = Object.values(isObject(paths) ? paths : {}).filter(isObject);
  const holders = items.flatMap((item) => [item, ...Object.values(item).filter(isObject)]);
  return holders.map(({ servers }) => serversOf(servers, address)).find((servers) => servers.length > 0);
}

function absolute(url: string, address: string | undefined): string {
  const isResolvable = address !== undefined && URL.canParse(url, address);
  // A person reads what stands in the document.
  return plainUrl(isResolvable && hostOf(url) === undefined ? new URL(url, address).href : url);
}

/** Without blanks around it, and without query and fragment, which no path can follow. */
function bareUrl(url: string): string {
  return url.trim().replace(/[?#].*$/s, '');
}

/** A url as servers are compared: no closing slash. */
export function plainUrl(url: string): string {
  return url.replace(/\/+$/, '');
}

/** `host[:port]` in lower case, without the default port; undefined for a url that has no host. */
export function hostOf(url: string): string | undefined {
  const host = URL.canParse(url) ? new URL(url).host : '';
  return host === '' ? undefined : host;
}

function withDefaults(url: string, variables: JsonValue | undefined): string {
  return url.replaceAll(/\{([^{}]+)\}/g, (whole, name: string) => defaultOf(variables, name) ?? whole);
}

function defaultOf(variables: JsonValue | undefined, name: string): string | undefined {
  const variable = variableOf(variables, name);
  const value = variable.default ?? (Array.isArray(variable.enum) ? variable.enum[0] : undefined);
  return value === undefined || typeof value === 'object' ? undefined : String(value);
}

/** What a person can change in the urls of the document's servers. */
export function describeServerTemplates({ servers }: JsonObject): ServerTemplate[] {
  return (Array.isArray(servers) ? servers : []).filter(isObject).flatMap(({ url, variables }) => {
    const names = new Set([...String(url).matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name));
    if (names.size === 0) return [];
    const described = [...names].map((name) => {
      const { enum: values, description } = variableOf(variables, name);
      return {
        name,
        value: defaultOf(variables, name) ?? '',
        values: Array.isArray(values) ? values.map(String) : [],
        description: typeof description === 'string' ? description.trim() : '',
      };
    });
    return [{ url: String(url), variables: described }];
  });
}

/** The urls that a person gets who chooses another value of a variable's `enum`. */
function alternatives(
  url: string,
  variables: JsonValue | undefined,
  address: string | undefined,
): Pick<Server, 'alternatives'> {
  const names = [...url.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name);
  let urls = [url];
  for (const name of new Set(names)) {
    const { enum: values } = variableOf(variables, name);
    if (!Array.isArray(values) || values.length === 0) continue;
    urls = urls.flatMap((each) => values.map((value) => each.replaceAll(`{${name}}`, () => String(value))));
    if (urls.length > MOST_HOSTS) return {};
  }
  return urls.length < 2
    ? {}
    : { alternatives: urls.map((each) => absolute(withDefaults(each, variables), address)) };
}

function variableOf(variables: JsonValue | undefined, name: string): JsonObject {
  const variable = isObject(variables) && Object.hasOwn(variables, name) ? variables[name] : undefined;
  return isObject(variable) ? variable : {};
}
