import { camelCase } from '../life-cycles/camel-case';
import type { EnvironmentPlan, Operation, OwnServer, Server } from '../model';
import { hostOf } from './describe-servers';

/**
 * The server of an operation that does not go where the others go: it, or its path item, has servers of its own, and
 * the document's first is not among them.
 * https://spec.openapis.org/oas/v3.1.1#operation-object
 */
export function ownServer(own: Server[], servers: Server[]): OwnServer | undefined {
  const [first] = own;
  const [main] = servers;
  if (first === undefined || own.some(({ url }) => url === main?.url)) return undefined;
  // A url without a host is on the server that the environment names.
  const host = hostOf(first.url) ?? '';
  const path = first.url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '');
  const name = camelCase(`${host} ${path}`);
  return { variable: /^[a-z]/.test(name) ? `${name}BaseUrl` : `server${name}BaseUrl`, servers: own };
}

/**
 * The environments with a variable for each server that only some operations have: in the environment of a server
 * its counterpart, by description or by place, else the first. In a stand-in's all of them are the stand-in.
 */
export function withOwnServers(
  environments: EnvironmentPlan[],
  operations: Operation[],
  servers: Server[],
): EnvironmentPlan[] {
  const own = new Map(
    operations.flatMap(({ server }) => (server === undefined ? [] : [[server.variable, server.servers]])),
  );
  if (own.size === 0) return environments;
  return environments.map((environment) => {
    const index = servers.findIndex(({ url }) => url === environment.baseUrl);
    const urls = [...own].map(([variable, list]) => {
      const named = list.find(
        ({ description }) => description !== '' && description === servers[index]?.description,
      );
      const placed = list.length === servers.length ? list[index] : undefined;
      const { url } = named ?? placed ?? list[0] ?? { url: '' };
      return [variable, environment.standIn ? environment.baseUrl : onServer(url, environment.baseUrl)];
    });
    return { ...environment, servers: Object.fromEntries(urls) };
  });
}

function onServer(url: string, baseUrl: string): string {
  const isRelative = hostOf(url) === undefined && URL.canParse(url, baseUrl);
  return isRelative ? new URL(url, baseUrl).href : url;
}
