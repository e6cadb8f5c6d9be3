import type { JsonValue } from '../../spec/document';
import type { Schema } from '../model';
import type { Definitions } from '../schema/schema-shape';
import type { Field, FieldList, Rest } from './facts';
import { pathStep } from './field-path';
import { closureText, fingerprint } from './fingerprint';
import { type ReadSchema, readSchema } from './read-schema';
import { words } from './words';

/** How many fields beyond those that are listed are counted. */
const COUNTED = 200;

interface Node extends Field {
  read: ReadSchema;
  /** Named schemas on the way here. */
  above: ReadonlySet<string>;
  children: Node[];
}

interface Waiting {
  parent: Node;
  step: string;
  schemas: JsonValue[];
  required: boolean;
}

/**
 * The places inside a value that its schema names, nearest first, as far as there is room. What only the server
 * sets is left out.
 *
 * @param schema translated, with its `definitions`
 * @param room how many of them are listed
 */
export function listFields(schema: Schema, definitions: Definitions, room: number): FieldList {
  const read = readSchema([schema], definitions, new Set());
  const root: Node = { path: '', facts: read.facts, required: false, read, above: new Set(), children: [] };
  const waiting = inside(root);
  const beyond: Node[] = [];
  let listed = 0;
  // The list grows while it is walked: nearest first.
  let next = 0;
  for (; next < waiting.length && beyond.length < COUNTED; next += 1) {
    const entry = waiting[next] as Waiting;
    const node = nodeOf(entry, definitions);
    if (node === undefined) continue;
    if (listed < room) {
      entry.parent.children.push(node);
      listed += 1;
    } else beyond.push(node);
    waiting.push(...inside(node));
  }
  const uncounted = waiting.slice(next).flatMap(({ schemas }) => schemas);
  const rest = restOf(beyond, uncounted, definitions);
  return { whole: root.facts, fields: inOrder(root), ...(rest === undefined ? {} : { rest }) };
}

function nodeOf({ parent, step, schemas, required }: Waiting, definitions: Definitions): Node | undefined {
  if (schemas.includes(false)) return undefined;
  const above = new Set([...parent.above, ...parent.read.names]);
  const read = readSchema(schemas, definitions, above);
  if (read.readOnly) return undefined;
  const path = parent.path === '' ? step.replace(/^\./, '') : parent.path + step;
  return { path, facts: read.facts, required, read, above, children: [] };
}

function inside(node: Node): Waiting[] {
  const { properties, required, items, others, forms } = node.read;
  const entry = (step: string, schemas: JsonValue[], isRequired = false): Waiting => ({
    parent: node,
    step,
    schemas,
    required: isRequired,
  });
  return [
    ...[...properties].map(([name, schemas]) => entry(pathStep(name), schemas, required.has(name))),
    // required and nowhere declared: nothing is known of them but that they have to be there
    ...[...required].filter((name) => !properties.has(name)).map((name) => entry(pathStep(name), [], true)),
    ...(items.length > 0 ? [entry('[]', items)] : []),
    ...(others.length > 0 ? [entry('.*', others)] : []),
    ...[...forms].map(([name, schemas]) => entry(`<${name.replaceAll('>', '')}>`, schemas)),
  ];
}

function inOrder({ children }: Node): Field[] {
  return children.flatMap((child) => {
    const { path, facts, required } = child;
    return [{ path, facts, required }, ...inOrder(child)];
  });
}

function restOf(beyond: Node[], uncounted: JsonValue[], definitions: Definitions): Rest | undefined {
  if (beyond.length === 0 && uncounted.length === 0) return undefined;
  const lines = beyond.map(({ path, facts, required }) => `${path} ${words(facts)} ${required}`);
  if (uncounted.length > 0) lines.push(closureText(uncounted, definitions));
  return {
    count: `${uncounted.length > 0 ? 'more than ' : ''}${beyond.length}`,
    fingerprint: fingerprint(lines.join('\n')),
  };
}
