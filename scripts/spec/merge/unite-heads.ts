import type { JsonObject, JsonValue } from '../document';
import { isObject } from '../is-object';
import { pointerTo } from '../json-pointer';
import type { Mounts } from '../references/mounts';
import { memberOf } from './members';
import type { Mergeable } from './mergeable';

/** How many titles make one. */
const MAX_TITLES = 3;

/** Members that are put together; of any other, the first document that has it is the one. */
const UNITED = new Set(['openapi', 'info', 'servers', 'tags', 'security', 'paths', 'components']);

/**
 * What stands at the top of the merged document: information, servers, tags, and whatever else some document has.
 *
 * @param speaking those with operations: the others' servers and titles say nothing of the contract
 */
export function uniteHeads(
  all: readonly Mergeable[],
  speaking: readonly Mergeable[],
  mounts: Mounts,
): JsonObject {
  const head: [string, JsonValue][] = [
    ['openapi', memberOf(all[0]?.located.value, 'openapi') ?? ''],
    ['info', uniteInfo(speaking)],
  ];
  const servers = uniteLists(speaking, 'servers', serverKey, mounts);
  if (servers.length > 0) head.push(['servers', servers]);
  const tags = uniteLists(all, 'tags', (tag) => (isObject(tag) ? String(tag.name) : ''), mounts);
  if (tags.length > 0) head.push(['tags', tags]);
  for (const { located } of all) {
    for (const [key, value] of Object.entries(located.value)) {
      if (UNITED.has(key) || head.some(([name]) => name === key)) continue;
      mounts.mount(pointerTo(key), located, pointerTo(key));
      head.push([key, value]);
    }
  }
  return Object.fromEntries(head);
}

/** What a server is: its url and its variables, not what is said of it. */
export function serverKey(server: JsonValue): string {
  if (!isObject(server)) return JSON.stringify(server);
  return JSON.stringify([String(server.url ?? '').replace(/\/+$/, ''), server.variables ?? null]);
}

function uniteLists(
  documents: readonly Mergeable[],
  member: string,
  keyOf: (item: JsonValue) => string,
  mounts: Mounts,
): JsonValue[] {
  const items = new Map<string, JsonValue>();
  for (const { located } of documents) {
    const list = memberOf(located.value, member);
    for (const [index, item] of (Array.isArray(list) ? list : []).entries()) {
      const key = keyOf(item);
      if (items.has(key)) continue;
      mounts.mount(pointerTo(member, items.size), located, pointerTo(member, index));
      items.set(key, item);
    }
  }
  return [...items.values()];
}

/** The first document's, with a title, a version and a description that speak for all of them. */
function uniteInfo(documents: readonly Mergeable[]): JsonObject {
  const infos = documents.map(({ located }) => memberOf(located.value, 'info')).filter(isObject);
  const info: JsonObject = { ...infos[0] };
  const titles = distinct(infos, 'title');
  const [first = ''] = titles;
  if (titles.length > 0) {
    info.title = titles.length > MAX_TITLES ? `${first} and ${titles.length - 1} more` : titles.join(', ');
  }
  const versions = distinct(infos, 'version');
  if (versions.length > 0) info.version = versions.join(', ');
  const descriptions = distinct(infos, 'description');
  if (descriptions.length > 0) info.description = descriptions.join('\n\n');
  return info;
}

function distinct(infos: JsonObject[], member: string): string[] {
  const texts = infos.map((info) => info[member]);
  return [...new Set(texts.filter((text) => typeof text === 'string' && text.trim() !== ''))] as string[];
}
