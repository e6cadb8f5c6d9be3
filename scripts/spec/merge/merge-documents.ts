import type { JsonObject, JsonValue, LocatedValue } from '../document';
import { isObject } from '../is-object';
import { pointerTo, pointerTokens } from '../json-pointer';
import { limitProblems } from '../limit-problems';
import { openapiShape, operation as operationShape, type Shape } from '../openapi-shape';
import { placeOf } from '../place-of';
import { type Problem, ProblemError } from '../problem';
import { mapReferences } from '../references/map-references';
import { createMounts } from '../references/mounts';
import { localPointer } from '../references/resolve-reference';
import { allParameters, type DocumentOperation, INHERITED, operationsOf } from './effective-operations';
import { memberOf, membersOf } from './members';
import type { Mergeable } from './mergeable';
import { uniteComponents } from './unite-components';
import { serverKey, uniteHeads } from './unite-heads';

/**
 * Merges OpenAPI documents into one that means what they mean together. Paths are united; an operation that several
 * of them have must be the same in all. Where their `security` or their servers differ, each operation gets its own.
 *
 * @param documents two or more; each refers only to its own components, or to another's where it lacks them
 * @returns the merged document, which knows where each part was written
 * @throws ProblemError where two of them contradict each other
 */
export function mergeDocuments(documents: readonly [Mergeable, ...Mergeable[]]): LocatedValue {
  const problems: Problem[] = [];
  const components = uniteComponents(documents);
  const operations = documents.map(operationsOf);
  const speaking = documents.filter((_, index) => (operations[index]?.length ?? 0) > 0);
  const heads = speaking.length > 0 ? speaking : documents;
  const root = heads[0]?.located ?? documents[0].located;
  const mounts = createMounts(root);
  const security = shared(heads, (value) => securityOf(value));
  const servers = shared(heads, (value) => serversOf(value).map(serverKey));

  const head = uniteHeads(documents, heads, mounts);
  const paths = unitePaths(operations.flat());
  const kept = placeComponents();
  reportAmbiguous();
  if (problems.length > 0) throw new ProblemError(...limitProblems(problems));
  const [own] = heads;
  const ownSecurity = own === undefined ? undefined : memberOf(own.located.value, 'security');
  const value: JsonObject = {
    ...head,
    ...(security && ownSecurity !== undefined && own !== undefined
      ? { security: renameSchemes(ownSecurity, documents.indexOf(own)) }
      : {}),
    paths,
    components: kept,
  };
  return { ...root, value, writtenAt: mounts.writtenAt };

  function unitePaths(all: DocumentOperation[]): JsonObject {
    const byPath = new Map<string, DocumentOperation[]>();
    for (const operation of all)
      byPath.set(operation.path, [...(byPath.get(operation.path) ?? []), operation]);
    return Object.fromEntries([...byPath].map(([path, found]) => [path, unitePath(path, found)]));
  }

  function unitePath(path: string, found: DocumentOperation[]): JsonObject {
    const holders = [...new Map(found.map((operation) => [operation.document, operation])).values()];
    const [first] = holders;
    if (first === undefined) return {};
    mounts.mount(pointerTo('paths', path), locatedOf(first), pointerTo('paths', path));
    const isShared = new Set(holders.map(inheritedMeaning)).size === 1;
    const members = isShared ? sharedMembers(first) : [];
    const methods = new Map<string, DocumentOperation>();
    for (const operation of found) {
      const known = methods.get(operation.method);
      if (known === undefined) methods.set(operation.method, operation);
      else if (fullMeaning(known) !== fullMeaning(operation)) reportDifferent(known, operation);
    }
    return Object.fromEntries([
      ...members,
      ...[...methods].map(([method, operation]): [string, JsonValue] => [
        method,
        placeOperation(operation, isShared),
      ]),
    ]);
  }

  /** What a path item says beside its operations. */
  function sharedMembers(of: DocumentOperation): [string, JsonValue][] {
    const methods = new Set(Object.keys(of.pathItem).filter((key) => isOperation(of, key)));
    const { pathItem: shape } = SHAPES;
    const rest = Object.fromEntries(Object.entries(of.pathItem).filter(([key]) => !methods.has(key)));
    return membersOf(rename(shape, rest, of.document, pointerTo('paths', of.path)));
  }

  function placeOperation(operation: DocumentOperation, isShared: boolean): JsonObject {
    const { document, pointer, value } = operation;
    const located = locatedOf(operation);
    mounts.mount(pointer, located, pointer);
    const placed: JsonObject = { ...value };
    if (!isShared) {
      const list = allParameters(operation, located.value);
      if (list.length > 0) placed.parameters = list.map(({ parameter }) => parameter);
      for (const [index, { pointer: from }] of list.entries()) {
        mounts.mount(pointer + pointerTo('parameters', index), located, from);
      }
      const inherited = operation.pathItem.servers;
      if (placed.servers === undefined && inherited !== undefined) {
        placed.servers = inherited;
        mounts.mount(`${pointer}/servers`, located, pointerTo('paths', operation.path, 'servers'));
      }
    }
    const ownSecurity = memberOf(located.value, 'security');
    if (!security && placed.security === undefined && ownSecurity !== undefined) {
      placed.security = ownSecurity;
      mounts.mount(`${pointer}/security`, located, '/security');
    }
    if (placed.security !== undefined) placed.security = renameSchemes(placed.security, document);
    const hasServers = placed.servers !== undefined || (isShared && operation.pathItem.servers !== undefined);
    if (!servers && !hasServers && serversOf(located.value).length > 0) {
      placed.servers = serversOf(located.value);
      mounts.mount(`${pointer}/servers`, located, '/servers');
    }
    return rename(operationShape, placed, document, pointer) as JsonObject;
  }

  function placeComponents(): JsonObject {
    const groups = new Map<string, [string, JsonValue][]>();
    for (const { component, place } of components.kept) {
      const [, group = '', name = ''] = pointerTokens(place);
      const shape = SHAPES.groups[group];
      const { value, document, pointer } = component;
      mounts.mount(place, documents[document]?.located ?? root, pointer);
      const renamed = shape === undefined ? value : rename(shape, value, document, place);
      groups.set(group, [...(groups.get(group) ?? []), [name, renamed]]);
    }
    return Object.fromEntries([...groups].map(([group, members]) => [group, Object.fromEntries(members)]));
  }

  /** A value with its references as the merged document has them. */
  function rename(shape: Shape, value: JsonValue, document: number, pointer: string): JsonValue {
    return mapReferences(shape, value, pointer, ({ ref, object }) => {
      const target = localPointer(ref);
      const found = target === undefined ? undefined : components.find(document, target);
      if (target === undefined || found === undefined) return object;
      const place = components.placeOf(found.component) + found.rest;
      return place === target ? object : { ...object, $ref: `#${place.replaceAll('%', '%25')}` };
    });
  }

  function renameSchemes(security: JsonValue, document: number): JsonValue {
    if (!Array.isArray(security)) return security;
    return security.map((requirement) =>
      isObject(requirement)
        ? Object.fromEntries(
            Object.entries(requirement).map(([name, scopes]) => [schemeName(name, document), scopes]),
          )
        : requirement,
    );
  }

  function schemeName(name: string, document: number): string {
    const found = components.find(document, pointerTo('components', 'securitySchemes', name));
    return found === undefined ? name : (pointerTokens(components.placeOf(found.component)).at(-1) ?? name);
  }

  /** What the operations of a path item inherit. */
  function inheritedMeaning({ pathItem, document }: DocumentOperation): string {
    const inherited = Object.fromEntries(INHERITED.map((member) => [member, pathItem[member] ?? null]));
    return components.meaningOf(document, SHAPES.pathItem, inherited);
  }

  /** All that is said of an operation, also by its path item and its document. */
  function fullMeaning(operation: DocumentOperation): string {
    const { value, pathItem, document } = operation;
    const root = locatedOf(operation).value;
    const whole: JsonObject = {
      ...value,
      parameters: allParameters(operation, root).map(({ parameter }) => parameter),
      security: value.security ?? securityOf(root),
      servers: (value.servers ?? pathItem.servers ?? serversOf(root)) as JsonValue,
    };
    if (Array.isArray(whole.servers)) whole.servers = whole.servers.map(serverKey);
    return components.meaningOf(document, operationShape, whole);
  }

  /** Whether all documents say the same of what their operations rely on. */
  function shared(of: readonly Mergeable[], read: (value: JsonObject) => JsonValue): boolean {
    const meanings = of.map((one) =>
      components.meaningOf(documents.indexOf(one), SHAPES.root, { security: read(one.located.value) }),
    );
    return new Set(meanings).size < 2;
  }

  function locatedOf({ document }: DocumentOperation): Mergeable['located'] {
    return documents[document]?.located ?? documents[0].located;
  }

  function reportDifferent(one: DocumentOperation, other: DocumentOperation): void {
    const { file, line } = placeOf(locatedOf(one), one.pointer);
    problems.push({
      code: 'INVALID_DOCUMENT',
      severity: 'error',
      message: `${other.method.toUpperCase()} ${other.path} is described here and, differently, at ${file}:${line}`,
      ...placeOf(locatedOf(other), other.pointer),
      hint: 'keep one of the two, or generate a collection from each of the documents',
    });
  }

  function reportAmbiguous(): void {
    for (const { document, pointer, candidates } of components.ambiguous()) {
      const places = candidates.slice(0, 2).map((candidate) => {
        const { file, line } = placeOf(documents[candidate.document]?.located ?? root, candidate.pointer);
        return `${file}:${line}`;
      });
      problems.push({
        code: 'DANGLING_REF',
        severity: 'error',
        message: `#${pointer} is not defined in the document that refers to it, and differs at ${places.join(' and ')}`,
        ...placeOf(documents[document]?.located ?? root, ''),
        hint: 'define it in the document that refers to it',
      });
    }
  }
}

const SHAPES = {
  root: openapiShape,
  pathItem: openapiShape.fields?.paths?.each ?? openapiShape,
  groups: Object.fromEntries(
    Object.entries(openapiShape.fields?.components?.fields ?? {}).flatMap(([group, { each }]) =>
      each === undefined ? [] : [[group, each]],
    ),
  ) as Record<string, Shape | undefined>,
};

function isOperation({ pathItem }: DocumentOperation, key: string): boolean {
  return (
    Object.hasOwn(SHAPES.pathItem.fields ?? {}, key) &&
    !INHERITED.some((name) => name === key) &&
    isObject(pathItem[key])
  );
}

function securityOf(value: JsonObject): JsonValue {
  return value.security ?? [];
}

function serversOf(value: JsonObject): JsonValue[] {
  return Array.isArray(value.servers) ? value.servers : [];
}
