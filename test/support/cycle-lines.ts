import type { PostmanCollection, PostmanFolder, PostmanItem } from '../../scripts/collection/postman';
import { isFolder, withoutProbes } from './build-document';
import { sent } from './probe-lines';

/**
 * A collection's plain requests and what stands around them, as a person reads them: the variables, then folder by
 * folder of each request its name, its description, what it sends and the call that judges it.
 */
export function cycleLines(collection: PostmanCollection): string {
  const variables = (collection.variable ?? []).map(({ key, value, description }) =>
    [`${key} = ${value}`, description].filter((part) => part !== undefined).join(' | '),
  );
  const scripts = collection.event.flatMap(({ script }) => script.exec);
  const lines = withoutProbes(collection).item.flatMap((entry) => entryLines(entry, []));
  return `${['# variables', '', ...variables, '', ...scripts, ...lines].join('\n').trim()}\n`;
}

function entryLines(entry: PostmanFolder | PostmanItem, folders: string[]): string[] {
  if (isFolder(entry)) {
    const path = [...folders, entry.name];
    const inside = entry.item.flatMap((each) => entryLines(each, path));
    return [
      '',
      `# ${path.join(' / ')}`,
      ...(entry.description === undefined ? [] : [entry.description]),
      ...inside,
    ];
  }
  const said = (entry.request.description ?? '').split('\n').filter((line) => line !== '');
  return [
    '',
    entry.name,
    ...said,
    ...sent(entry.request),
    ...entry.event.flatMap(({ script }) => script.exec),
  ];
}
