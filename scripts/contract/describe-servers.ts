import type { JsonObject, JsonValue } from '../spec/document';
import type { Server } from './model';
import { isObject } from './ref-resolver';

/**
 * The servers of the document, each with its variables replaced by their defaults and without a closing slash,
 * because every path begins with one.
 * https://spec.openapis.org/oas/v3.0.3#server-object
 */
export function describeServers(document: JsonObject): Server[] {
  const servers = Array.isArray(document.servers) ? document.servers : [];
  return servers.filter(isObject).map((server) => ({
    url: plainUrl(withDefaults(String(server.url ?? ''), server.variables)),
    description: typeof server.description === 'string' ? server.description : '',
  }));
}

/** A url as servers are compared: no closing slash. */
export function plainUrl(url: string): string {
  return url.replace(/\/+$/, '');
}

/** `host[:port]` in lower case, without the default port; undefined for a url that has no host. */
export function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).host : undefined;
}

function withDefaults(url: string, variables: JsonValue | undefined): string {
  return url.replaceAll(/\{([^{}]+)\}/g, (whole, name: string) => {
    const variable = isObject(variables) ? variables[name] : undefined;
    const value = isObject(variable) ? variable.default : undefined;
    return value === undefined || typeof value === 'object' ? whole : String(value);
  });
}
