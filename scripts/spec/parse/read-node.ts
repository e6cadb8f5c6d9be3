import type { YAMLMap, YAMLSeq } from 'yaml';
import { type Alias, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar } from 'yaml';
import type { DigitKeeper } from '../digits';
import type { JsonObject, JsonValue } from '../document';
import { pointerTo } from '../json-pointer';
import { nearestName } from '../nearest-name';
import type { Problem } from '../problem';
import type { Places } from './line-finder';
import { MAX_DEPTH } from './max-depth';
import { numberProblem } from './number-problem';
import { HALF_CHARACTER, wellFormed } from './well-formed';

/** Values that aliases may add: a "billion laughs" of ten lines would add more than any walk over it survives. */
const MAX_ALIASED = 1_000_000;

const TOO_DEEP = `the text is nested more than ${MAX_DEPTH} levels deep`;

/** How many values a value holds, itself counted, and how deep it goes. */
interface Extent {
  size: number;
  height: number;
}

interface Member {
  value: JsonValue;
  line: number;
  /** Came in by a merge key, so that a key of the mapping itself goes before it. */
  merged: boolean;
}

/**
 * Turns parsed YAML into plain JSON values and remembers on which lines they stand.
 * An alias gives the very value of its anchor, so values may be shared: nobody may change them.
 * `__proto__` is a member like any other.
 *
 * @param lineAt the line of the file at an offset of the text
 */
export function readNode(
  root: Node | null,
  lineAt: (offset: number) => number,
  file: string,
  keeper?: DigitKeeper,
): { value: JsonValue; places: Places; problems: Problem[] } {
  const places: Places = new WeakMap();
  const problems: Problem[] = [];
  const extents = new WeakMap<object, Extent>();
  /** `open`: the anchor's node is being read, so an alias to it would hold itself. */
  const anchors = new Map<string, { value: JsonValue } | 'open'>();
  let aliased = 0;
  let isTooDeep = false;

  return { value: read(root, '', 0), places, problems };

  function read(node: Node | null, pointer: string, depth: number): JsonValue {
    if (node === null) return null;
    if (isAlias(node)) return readAlias(node, pointer, depth);
    const anchor = 'anchor' in node ? node.anchor : undefined;
    if (anchor === undefined) return readContent(node, pointer, depth);
    anchors.set(anchor, 'open');
    const value = readContent(node, pointer, depth);
    anchors.set(anchor, { value });
    return value;
  }

  function readContent(node: Node, pointer: string, depth: number): JsonValue {
    if (isScalar(node)) return readScalar(node, pointer);
    if (depth >= MAX_DEPTH) return refuseDepth(node, pointer);
    if (isMap<Node, Node | null>(node)) return readMap(node, pointer, depth);
    return isSeq<Node>(node) ? readSeq(node, pointer, depth) : null;
  }

  function readScalar(node: Scalar, pointer: string): JsonValue {
    const { value } = node;
    if (typeof value === 'number') {
      const written = node.source ?? String(value);
      const kept = keeper?.keep(written);
      const problem = numberProblem(written, value, kept !== undefined);
      if (problem !== undefined) problems.push({ ...problem, file, line: lineOf(node), pointer });
      if (written !== String(value)) keeper?.spell({ file, line: lineOf(node), pointer }, written);
      return kept ?? value;
    }
    if (typeof value === 'string') return readString(value, node, pointer);
    return typeof value === 'boolean' ? value : null;
  }

  function readString(value: string, node: Scalar, pointer: string): string {
    const whole = wellFormed(value);
    if (whole !== value) problems.push({ ...HALF_CHARACTER, file, line: lineOf(node), pointer });
    return whole;
  }

  function readSeq(node: YAMLSeq<Node>, pointer: string, depth: number): JsonValue[] {
    const value = node.items.map((item, index) => read(item, pointer + pointerTo(index), depth + 1));
    return keep(value, value, new Map(node.items.map((item, index) => [String(index), lineOf(item)])));
  }

  function readMap(node: YAMLMap<Node, Node | null>, pointer: string, depth: number): JsonObject {
    const members = new Map<string, Member>();
    for (const pair of node.items) {
      if (isScalar(pair.key) && pair.key.type === 'PLAIN' && pair.key.value === '<<') {
        mergeInto(members, pair, pointer, depth);
        continue;
      }
      const key = readKey(pair.key, pointer);
      if (key === undefined) continue;
      const place = pointer + pointerTo(key);
      const known = members.get(key);
      if (known !== undefined && !known.merged) {
        const message = `the key \`${key}\` stands twice, first on line ${known.line}`;
        refuse(pair.key, place, message, 'keep one of the two');
        continue;
      }
      members.set(key, { value: read(pair.value, place, depth + 1), line: lineOf(pair.key), merged: false });
    }
    const entries = [...members].map(([key, { value }]): [string, JsonValue] => [key, value]);
    const lines = new Map([...members].map(([key, { line }]) => [key, line]));
    // `Object.fromEntries` defines members, it never sets a prototype.
    return keep(
      Object.fromEntries(entries),
      entries.map(([, value]) => value),
      lines,
    );
  }

  /** `<<: *base` or `<<: [*one, *two]`: the members that the mapping itself lacks; an earlier source goes first. */
  function mergeInto(
    members: Map<string, Member>,
    pair: Pair<Node, Node | null>,
    pointer: string,
    depth: number,
  ): void {
    const place = `${pointer}/<<`;
    const source = read(pair.value, place, depth);
    // Said already, and nothing was read.
    if (isTooDeep || aliased > MAX_ALIASED) return;
    for (const base of Array.isArray(source) ? source : [source]) {
      if (typeof base !== 'object' || base === null || Array.isArray(base)) {
        const message = 'the merge key `<<` takes a mapping or a list of mappings';
        refuse(pair.key, place, message, 'merge an alias (`<<: *name`), or quote the key if it is a name');
        continue;
      }
      for (const [key, value] of Object.entries(base)) {
        const line = places.get(base)?.get(key) ?? lineOf(pair.key);
        if (!members.has(key)) members.set(key, { value, line, merged: true });
      }
    }
  }

  /** JSON's keys are texts: `200:` is `"200"`, as written. */
  function readKey(node: Node, pointer: string): string | undefined {
    if (isScalar(node)) {
      return typeof node.value === 'string' ? readString(node.value, node, pointer) : (node.source ?? '');
    }
    const key = isAlias(node) ? readAlias(node, pointer, 0) : undefined;
    if (typeof key === 'string') return key;
    refuse(node, pointer, 'a list or a mapping stands in place of a key', 'write the key as a text');
    return undefined;
  }

  function readAlias(node: Alias, pointer: string, depth: number): JsonValue {
    const anchor = anchors.get(node.source);
    if (anchor === undefined) {
      const near = nearestName(node.source, anchors.keys());
      const hint = near === undefined ? 'an anchor stands before its aliases' : `did you mean *${near}`;
      return refuse(node, pointer, `there is no anchor &${node.source} before its alias`, hint);
    }
    if (anchor === 'open') {
      return refuse(node, pointer, `*${node.source} stands inside its own anchor`, 'take it out');
    }
    const { size, height } = extentOf(anchor.value);
    if (depth + height > MAX_DEPTH) return refuseDepth(node, pointer);
    if (aliased > MAX_ALIASED) return null;
    aliased += size;
    if (aliased <= MAX_ALIASED) return anchor.value;
    return refuse(node, pointer, `aliases add more than ${MAX_ALIASED} values`, 'use fewer aliases');
  }

  /** Once is enough: what is too deep in one place is too deep in many. */
  function refuseDepth(node: Node, pointer: string): null {
    if (!isTooDeep) refuse(node, pointer, TOO_DEEP, 'write it flatter');
    isTooDeep = true;
    return null;
  }

  /** Remembers where the members of an object or a list stand, and how large it is. */
  function keep<T extends object>(value: T, members: JsonValue[], lines: Map<string, number>): T {
    places.set(value, lines);
    const extent = { size: 1, height: 1 };
    for (const member of members) {
      const { size, height } = extentOf(member);
      extent.size += size;
      extent.height = Math.max(extent.height, height + 1);
    }
    extents.set(value, extent);
    return value;
  }

  function extentOf(value: JsonValue): Extent {
    const known = typeof value === 'object' && value !== null ? extents.get(value) : undefined;
    return known ?? { size: 1, height: 0 };
  }

  function lineOf(node: Node): number {
    return lineAt(node.range?.[0] ?? 0);
  }

  function refuse(node: Node, pointer: string, message: string, hint: string): null {
    problems.push({
      code: 'INVALID_SYNTAX',
      severity: 'error',
      message,
      file,
      line: lineOf(node),
      pointer,
      hint,
    });
    return null;
  }
}
