import { counted } from '../../spec/counted';
import type { JsonObject } from '../../spec/document';
import { groupBy } from '../group-by';
import { oneLine } from '../reports/one-line';
import type { SelectedRequest } from '../selection/select-requests';
import { environmentValue } from './fill-environment';

/** What a run is about to send to production, for a person who is to agree to it. */
export function productionNotice(environment: JsonObject, requests: readonly SelectedRequest[]): string[] {
  const host = hostOf(environment);
  const folders = [...groupBy(requests, ({ folder, name }) => folder[0] ?? name)];
  const reads = requests.filter(({ operation }) => /^(GET|HEAD|OPTIONS) /.test(operation)).length;
  const isOpen = [host, host.replace(/:\d+$/, '')].includes(
    (environmentValue(environment, 'allowWrites') ?? '').toLowerCase(),
  );
  const others = requests.length - reads;
  return [
    `PRODUCTION: ${oneLine(host)}`,
    `  up to ${counted(requests.length, 'request')}, one login among them or before them, and no probes:`,
    ...folders.map(([folder, all]) => `    ${oneLine(folder)}: ${all.length}`),
    isOpen
      ? `  allowWrites names this host: ${counted(others, 'request')} may CREATE, CHANGE AND DELETE there`
      : `  ${reads} only read; of the other ${others}, those that create, change or delete are held back`,
  ];
}

/**
 * The environment says so, or its host is that of the project's own production environment, or plays production.
 * @param roles what hosts play, where the contract is known
 */
export function isProduction(
  environment: JsonObject,
  own: JsonObject | undefined,
  roles: Record<string, string> = {},
): boolean {
  const host = hostOf(environment);
  const isNamed = environmentValue(environment, 'environment')?.toLowerCase() === 'production';
  const isOwn = own !== undefined && host !== '' && host === hostOf(own);
  return isNamed || isOwn || new Map(Object.entries(roles)).get(host) === 'production';
}

function hostOf(environment: JsonObject): string {
  const url = environmentValue(environment, 'baseUrl') ?? '';
  const full = /^[a-z][a-z\d+.-]*:\/\//i.test(url) ? url : `http://${url}`;
  // a password may stand before the host
  return URL.canParse(full) ? new URL(full).host : url.replace(/^.*@/s, '');
}
