import type { JsonObject, JsonValue, LocatedValue } from '../document';
import { isObject } from '../is-object';
import { pointerTokens, valueAt } from '../json-pointer';
import { limitProblems } from '../limit-problems';
import type { Shape } from '../openapi-shape';
import { placeOf } from '../place-of';
import { type Problem, ProblemError } from '../problem';
import { type FoundReference, mapReferences, nameOf } from '../references/map-references';
import { createMounts } from '../references/mounts';
import { likeNamed, localPointer } from '../references/resolve-reference';
import { nameUnits } from './name-units';
import type { FileOpener, OpenFile } from './open-files';
import type { Unit } from './unit';

export interface BundleOptions {
  /** The kind of document, and where it keeps what it refers to. */
  shape: Shape;
  containers: ReadonlyMap<Shape, string>;
  opener: FileOpener;
  /** Also moves to the components what the document refers to elsewhere in itself, so that it can be merged. */
  hoist: boolean;
}

/**
 * Brings what a document refers to in other files into the document: schemas and the like as components, path items
 * in the place of their first reference. The result refers to itself only, and knows where each part was written.
 *
 * @returns the document, and the path items that it took from files, as `location#pointer`
 * @throws ProblemError DANGLING_REF, UNSUPPORTED, or with what is wrong with a file
 */
export async function bundleReferences(
  root: OpenFile,
  { shape, containers, opener, hoist }: BundleOptions,
): Promise<{ located: LocatedValue; taken: Set<string> }> {
  const problems: Problem[] = [];
  const units = new Map<string, Unit>();
  /** By file, shape and reference: its unit, or its pointer in the document itself. */
  const targets = new Map<OpenFile, Map<Shape, Map<string, Unit | string>>>();
  await discover();
  if (problems.length > 0) throw new ProblemError(...limitProblems(problems));
  const ownValue = root.located.value;
  nameUnits(
    [...units.values()].filter((unit) => containers.has(unit.shape)),
    containers,
    (pointer) => valueAt(ownValue, pointer) !== undefined,
  );
  const mounts = createMounts(root.located);
  const beingInlined = new Set<Unit>();
  let value = rewrite(root, shape, ownValue, '');
  for (const [container, members] of newComponents()) {
    value = withMembers(value, pointerTokens(container), members);
  }
  const taken = [...units.values()].filter((unit) => !containers.has(unit.shape));
  return {
    located: { ...root.located, value, writtenAt: mounts.writtenAt },
    taken: new Set(taken.map(({ file, pointer }) => `${file.location}#${pointer}`)),
  };

  function newComponents(): Map<string, JsonObject> {
    const added = new Map<string, [string, JsonValue][]>();
    for (const unit of units.values()) {
      const { place } = unit;
      const container = containers.get(unit.shape);
      if (place === undefined || container === undefined || isAlias(unit)) continue;
      mounts.mount(place, unit.file.located, unit.pointer);
      const members = added.get(container) ?? [];
      added.set(container, members);
      members.push([pointerTokens(place).at(-1) ?? '', rewriteUnit(unit, place)]);
    }
    return new Map([...added].map(([container, members]) => [container, Object.fromEntries(members)]));
  }

  async function discover(): Promise<void> {
    const open: Pick<Unit, 'file' | 'shape' | 'pointer'>[] = [{ file: root, shape, pointer: '' }];
    for (let next = open.shift(); next !== undefined; next = open.shift()) {
      const { file, pointer } = next;
      const found: FoundReference[] = [];
      mapReferences(next.shape, valueAt(file.located.value, pointer) ?? null, pointer, (reference) => {
        found.push(reference);
        return reference.object;
      });
      for (const reference of found) {
        const met = await meet(file, reference);
        if (met !== undefined) open.push(met);
      }
    }
  }

  /** Finds out what a reference leads to; returns the unit where it is a new one. */
  async function meet(from: OpenFile, reference: FoundReference): Promise<Unit | undefined> {
    const { ref, shape, pointer, optional } = reference;
    const known = targetsOf(from, shape);
    const isOwn = ref.startsWith('#') || ref === '';
    if (known.has(ref) && !isAliasAt(from, reference)) return undefined;
    const target = isOwn ? from : await opener.open(from.location, ref.replace(/#.*$/s, ''));
    if (!('located' in target)) {
      if (!optional)
        problems.push({ ...target, severity: 'error', ...placeOf(from.located, `${pointer}/$ref`) });
      return undefined;
    }
    const hash = ref.indexOf('#');
    const inner = localPointer(hash === -1 || hash === ref.length - 1 ? '#' : ref.slice(hash));
    const isThere = inner !== undefined && inner !== 'malformed';
    // A document's own references are looked up when its structure is checked.
    if (target === root && (!isThere || !mustMove(shape, inner))) {
      if (isThere) known.set(ref, inner);
      return undefined;
    }
    if (!isThere || valueAt(target.located.value, inner) === undefined) {
      if (!optional) problems.push(danglingProblem(from, reference, target, isThere ? inner : undefined));
      return undefined;
    }
    const key = `${target.location}#${inner}#${shape.what}`;
    const old = units.get(key);
    const unit = old ?? { file: target, pointer: inner, shape, name: nameOf(ref), place: undefined };
    units.set(key, unit);
    known.set(ref, unit);
    if (unit.place === undefined && isAliasAt(from, reference)) unit.place = pointer;
    return old === undefined ? unit : undefined;
  }

  /** A component of the document that is nothing but a reference to another file becomes what that holds. */
  function isAliasAt(from: OpenFile, { shape, object, pointer, optional }: FoundReference): boolean {
    if (from !== root || optional || Object.keys(object).length > 1) return false;
    const container = containers.get(shape);
    return container !== undefined && pointer.slice(0, pointer.lastIndexOf('/')) === container;
  }

  function isAlias({ place }: Unit): boolean {
    return place !== undefined && valueAt(ownValue, place) !== undefined;
  }

  /** Whether what stands at a pointer of the document itself has to become a component, or to be inlined. */
  function mustMove(shape: Shape, pointer: string): boolean {
    const container = containers.get(shape);
    return hoist && (container === undefined || !pointer.startsWith(`${container}/`));
  }

  function targetsOf(file: OpenFile, shape: Shape): Map<string, Unit | string> {
    const shapes = targets.get(file) ?? new Map<Shape, Map<string, Unit | string>>();
    targets.set(file, shapes);
    const refs = shapes.get(shape) ?? new Map<string, Unit | string>();
    shapes.set(shape, refs);
    return refs;
  }

  function rewrite(file: OpenFile, shape: Shape, value: JsonValue, place: string): JsonValue {
    return mapReferences(shape, value, place, ({ ref, object, shape, pointer }) => {
      const target = targetsOf(file, shape).get(ref);
      if (target === undefined) return object;
      if (typeof target === 'string') return file === root ? object : { ...object, $ref: reference(target) };
      const { $ref: _, ...beside } = object;
      if (containers.has(shape)) {
        if (target.place !== pointer || beingInlined.has(target)) {
          return { ...object, $ref: reference(target.place ?? '') };
        }
        return inline(target, {}, pointer);
      }
      const isFirst = target.place === undefined;
      if (!isFirst && (Object.keys(beside).length === 0 || beingInlined.has(target))) {
        return { $ref: reference(target.place ?? '') };
      }
      if (isFirst) target.place = pointer;
      return inline(target, beside, pointer);
    });
  }

  /** A path item: its fields and the ones beside the reference are one. */
  function inline(unit: Unit, beside: JsonObject, pointer: string): JsonValue {
    mounts.mount(pointer, unit.file.located, unit.pointer);
    beingInlined.add(unit);
    const value = rewriteUnit(unit, pointer);
    beingInlined.delete(unit);
    return isObject(value) ? { ...value, ...beside } : value;
  }

  function rewriteUnit({ file, shape, pointer }: Unit, place: string): JsonValue {
    return rewrite(file, shape, valueAt(file.located.value, pointer) ?? null, place);
  }
}

function danglingProblem(
  from: OpenFile,
  { ref, pointer }: FoundReference,
  target: OpenFile,
  inner: string | undefined,
): Problem {
  const hint =
    inner === undefined
      ? 'write the part behind # as a JSON pointer, `#/a/b`'
      : likeNamed(target.located.value, inner);
  return {
    code: 'DANGLING_REF',
    severity: 'error',
    message: `the reference ${ref} leads nowhere in ${target.located.file}`,
    ...placeOf(from.located, `${pointer}/$ref`),
    hint,
  };
}

function reference(pointer: string): string {
  return `#${pointer.replaceAll('%', '%25')}`;
}

/** A copy with members more; objects that are missing on the way are made, what is no object is left. */
function withMembers(
  value: JsonValue | undefined,
  [token, ...rest]: string[],
  members: JsonObject,
): JsonValue {
  if (value !== undefined && !isObject(value)) return value;
  if (token === undefined) return { ...value, ...members };
  const inner = value !== undefined && Object.hasOwn(value, token) ? value[token] : undefined;
  return { ...value, [token]: withMembers(inner, rest, members) };
}
