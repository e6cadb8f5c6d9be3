import type { PostmanCollection, PostmanFolder, PostmanItem } from '../postman';

/** A folder, or a collection, whose requests are built one by one, when they are asked for. */
export type Lazy<Holder extends { item: unknown }> = Omit<Holder, 'item'> & {
  item: Iterable<Lazy<PostmanFolder> | PostmanItem>;
};

/**
 * The text of a collection in pieces, as `JSON.stringify` would print the whole with tabs, the indentation of the
 * app's own exports. Of a large one there is never more in memory than a request.
 */
export function* printCollection(collection: Lazy<PostmanCollection>): Generator<string> {
  yield* printHolder(collection, 0);
  yield '\n';
}

function* printHolder(
  holder: Lazy<PostmanFolder> | Lazy<PostmanCollection>,
  depth: number,
): Generator<string> {
  const text = printAt({ ...holder, item: [] }, depth);
  // A text of the contract has no line break here; what stands deeper has more tabs.
  const head = `\n${'\t'.repeat(depth + 1)}"item": [`;
  const at = text.indexOf(`${head}]`) + head.length;
  yield text.slice(0, at);
  let isEmpty = true;
  for (const entry of holder.item) {
    yield `${isEmpty ? '' : ','}\n${'\t'.repeat(depth + 2)}`;
    if (isFolder(entry)) yield* printHolder(entry, depth + 2);
    else yield printAt(entry, depth + 2);
    isEmpty = false;
  }
  yield (isEmpty ? '' : `\n${'\t'.repeat(depth + 1)}`) + text.slice(at);
}

/** A value as it is printed so deep inside others, without the first line's tabs. */
function printAt(value: object, depth: number): string {
  let wrapped = value;
  let before = 0;
  let after = 0;
  for (let level = 0; level < depth; level += 1) {
    wrapped = [wrapped];
    before += '[\n'.length + level + 1;
    after += '\n]'.length + level;
  }
  const text = JSON.stringify(wrapped, null, '\t');
  return text.slice(before, text.length - after);
}

function isFolder(entry: Lazy<PostmanFolder> | PostmanItem): entry is Lazy<PostmanFolder> {
  return 'item' in entry;
}
