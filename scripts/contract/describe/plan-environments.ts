import type { LocatedValue } from '../../spec/document';
import { pointerTo } from '../../spec/json-pointer';
import { placeOf } from '../../spec/place-of';
import type { Problem } from '../../spec/problem';
import type { Contract, EnvironmentPlan, HostRole, Server } from '../model';
import type { Profile } from '../profile/profile';
import { hostOf, plainUrl } from './describe-servers';
import { slug } from './slug';

type Plan = Pick<Contract, 'environments' | 'hosts' | 'loopback'>;

/** The environments that a profile names, and what each host that anybody declares plays. */
export function planFromProfile(profile: Profile, servers: Server[], ownServers: Server[] = []): Plan {
  const named = Object.entries(profile.environments ?? {});
  const environments = named.map(
    ([name, environment]): EnvironmentPlan => ({
      name,
      baseUrl: plainUrl(environment.server),
      allowWrites: environment.allowWrites ?? false,
      standIn: environment.standIn ?? false,
      apiKey: environment.apiKey ?? '',
      phone: environment.phone ?? '',
    }),
  );
  // A server of the contract that the profile passes over is known by name, but nothing may be written there.
  const hosts = rolesOf(urlsOf([...servers, ...ownServers]).map((url) => [url, 'unknown']));
  for (const [, environment] of named) {
    if (environment.standIn === true) continue;
    const urls = [environment.server, ...(environment.alsoAt ?? [])];
    Object.assign(hosts, rolesOf(urls.map((url) => [url, environment.role ?? 'unknown'])));
  }
  const standIn = named.find(([, environment]) => environment.standIn === true)?.[1];
  return { environments, hosts, loopback: standIn === undefined ? undefined : (standIn.role ?? 'sandbox') };
}

/** Without a profile: an environment per server, and every server counts as chosen. */
export function planFromServers(
  servers: Server[],
  document: LocatedValue,
  ownServers: Server[] = [],
): Plan & { problems: Problem[] } {
  const problems: Problem[] = [];
  const taken = new Set<string>();
  const environments = servers.flatMap(({ url, description }, index): EnvironmentPlan[] => {
    if (servers.findIndex((other) => other.url === url) < index) return [];
    const host = hostOf(url);
    if (host === undefined) problems.push(relativeServer(document, pointerTo('servers', index, 'url'), url));
    const name = unusedName(
      slug(description.length > 30 || description === '' ? (host ?? 'server') : description),
      taken,
    );
    return [{ name, baseUrl: url, allowWrites: true, standIn: false, apiKey: '', phone: '' }];
  });
  if (servers.length === 0) problems.push(relativeServer(document, '/servers', '/'));
  const hosts = rolesOf(urlsOf([...servers, ...ownServers]).map((url) => [url, 'declared']));
  return { environments, hosts, loopback: 'declared', problems };
}

function urlsOf(servers: Server[]): string[] {
  return servers.flatMap(({ url, alternatives = [] }) => [url, ...alternatives]);
}

function rolesOf(urls: [url: string, role: HostRole][]): Record<string, HostRole> {
  return Object.fromEntries(
    urls.flatMap(([url, role]) => {
      const host = hostOf(url);
      return host === undefined ? [] : [[host, role]];
    }),
  );
}

function unusedName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let n = 2; taken.has(name); n += 1) name = `${wanted}-${n}`;
  taken.add(name);
  return name;
}

function relativeServer(document: LocatedValue, pointer: string, url: string): Problem {
  return {
    code: 'INVALID_DOCUMENT',
    severity: 'error',
    ...placeOf(document, pointer),
    message: `the server url ${JSON.stringify(url || '/')} names no host, so no environment can be made from it`,
    expected: 'an absolute url such as https://api.example.com/v1',
    hint: 'write the whole url there, or name the servers in a profile (--profile FILE)',
  };
}
