import type { JsonValue, LocatedValue } from '../document';
import { isObject } from '../is-object';
import { pointerTo, pointerTokens, valueAt } from '../json-pointer';
import { placeOf } from '../place-of';
import type { Problem } from '../problem';
import { localPointer } from './resolve-reference';

/** Keywords whose schemas speak of the very value that the schema itself speaks of. */
const LISTS = ['allOf', 'anyOf', 'oneOf'] as const;
const SINGLE = ['not', 'if', 'then', 'else'] as const;

/** One schema holds another in place. */
interface Edge {
  from: string;
  to: string;
  /** Pointer to the object with the `$ref`. */
  pointer: string;
  keyword: (typeof LISTS)[number] | (typeof SINGLE)[number] | '$ref';
}

/**
 * Breaks circles of schemas that hold themselves without a step into a value, such as a parent that is one of its
 * children, each of which is all of its parent: no validator comes to an end with one. The child's reference to its
 * parent goes, so that the choice between the children stays.
 *
 * @param targets pointers of the schemas that references lead to
 * @returns the document without them, and a warning for each reference that was left out
 */
export function breakCircles<T extends LocatedValue>(
  document: T,
  targets: Iterable<string>,
): { document: T; warnings: Problem[] } {
  const edges = [...targets].flatMap((target) => edgesOf(document.value, target));
  const first = circular(edges);
  if (first.length === 0) return { document, warnings: [] };
  const broken = first.filter(({ keyword }) => keyword === 'allOf');
  const rest = circular(edges.filter((edge) => !broken.includes(edge)));
  broken.push(...rest.filter(({ keyword }) => keyword !== '$ref'));
  const instead = broken.map(({ pointer, keyword }): [string[], JsonValue] => [
    pointerTokens(pointer),
    isOneOfSeveral(document.value, pointer, keyword) ? { not: {} } : {},
  ]);
  const value = withValuesAt(document.value, instead);
  return { document: { ...document, value }, warnings: broken.map((edge) => circleProblem(document, edge)) };
}

/** A branch that is the schema itself adds nothing to the others. */
function isOneOfSeveral(value: JsonValue, pointer: string, keyword: Edge['keyword']): boolean {
  if (keyword !== 'anyOf' && keyword !== 'oneOf') return false;
  const list = valueAt(value, pointer.slice(0, pointer.lastIndexOf('/')));
  return Array.isArray(list) && list.length > 1;
}

function edgesOf(root: JsonValue, from: string): Edge[] {
  const edges: Edge[] = [];
  const look = (schema: JsonValue | undefined, pointer: string, keyword: Edge['keyword']): void => {
    if (!isObject(schema)) return;
    const to = typeof schema.$ref === 'string' ? localPointer(schema.$ref) : undefined;
    if (to !== undefined) edges.push({ from, to, pointer, keyword });
    for (const name of LISTS) {
      const list = schema[name];
      if (!Array.isArray(list)) continue;
      for (const [index, item] of list.entries()) look(item, pointer + pointerTo(name, index), name);
    }
    for (const name of SINGLE) look(schema[name], pointer + pointerTo(name), name);
  };
  look(valueAt(root, from), from, '$ref');
  return edges;
}

/** The edges that lie on a circle: both ends are in one strongly connected component (Kosaraju's algorithm). */
function circular(edges: Edge[]): Edge[] {
  const forward = neighbours(edges.map(({ from, to }) => [from, to]));
  const backward = neighbours(edges.map(({ from, to }) => [to, from]));
  const component = new Map<string, string>();
  for (const start of finished(forward).reverse()) {
    const open = [start];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (component.has(at)) continue;
      component.set(at, start);
      open.push(...(backward.get(at) ?? []));
    }
  }
  const sizes = new Map<string, number>();
  for (const name of component.values()) sizes.set(name, (sizes.get(name) ?? 0) + 1);
  return edges.filter(({ from, to }) => {
    const name = component.get(from);
    return from === to || (name === component.get(to) && (sizes.get(name ?? '') ?? 0) > 1);
  });
}

function neighbours(pairs: [string, string][]): Map<string, string[]> {
  const next = new Map<string, string[]>();
  for (const [from, to] of pairs) {
    const known = next.get(from);
    if (known === undefined) next.set(from, [to]);
    else known.push(to);
    if (!next.has(to)) next.set(to, []);
  }
  return next;
}

/** Everything there is, each behind what it leads to. */
function finished(next: Map<string, string[]>): string[] {
  const done: string[] = [];
  const seen = new Set<string>();
  for (const start of next.keys()) {
    const open: { at: string; step: number }[] = [{ at: start, step: 0 }];
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      if (top.step === 0 && seen.has(top.at)) {
        open.pop();
        continue;
      }
      seen.add(top.at);
      const to = next.get(top.at)?.[top.step];
      top.step += 1;
      if (to !== undefined) {
        if (!seen.has(to)) open.push({ at: to, step: 0 });
      } else {
        done.push(top.at);
        open.pop();
      }
    }
  }
  return done;
}

/** A copy with other values at places that are there; where one is inside another, the outer one counts. */
function withValuesAt(value: JsonValue, instead: [tokens: string[], value: JsonValue][]): JsonValue {
  const whole = instead.find(([tokens]) => tokens.length === 0);
  if (whole !== undefined) return whole[1];
  const byToken = new Map<string, [string[], JsonValue][]>();
  for (const [[token = '', ...rest], replacement] of instead) {
    const known = byToken.get(token);
    if (known === undefined) byToken.set(token, [[rest, replacement]]);
    else known.push([rest, replacement]);
  }
  const change = (key: string, member: JsonValue): JsonValue => {
    const changes = byToken.get(key);
    return changes === undefined ? member : withValuesAt(member, changes);
  };
  if (Array.isArray(value)) return value.map((item, index) => change(String(index), item));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, change(key, member)]));
}

function circleProblem(document: LocatedValue, { pointer, to }: Edge): Problem {
  const name = pointerTokens(to).at(-1) ?? '';
  return {
    code: 'INVALID_DOCUMENT',
    severity: 'warning',
    message: `the schema ${name} contains itself in the same place, by way of this reference; it is left out`,
    ...placeOf(document, pointer),
    hint: 'let the reference lead to a schema that does not lead back',
  };
}
