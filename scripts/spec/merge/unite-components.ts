import { componentName } from '../bundle/name-units';
import type { JsonValue } from '../document';
import { pointerTo, pointerTokens } from '../json-pointer';
import { openapiContainers, pathItem, type Shape } from '../openapi-shape';
import { localPointer } from '../references/resolve-reference';
import { memberOf, membersOf } from './members';
import type { Mergeable } from './mergeable';
import { type Meaning, writeMeaning } from './write-meaning';

/** A component of one of the documents. */
export interface Component {
  /** The document's index. */
  document: number;
  /** `/components/GROUP/NAME` there. */
  pointer: string;
  group: string;
  value: JsonValue;
  meaning: Meaning;
  /** Components that mean the same have the same. */
  kind: number;
}

export interface Components {
  /** The one of each kind that stands in the merged document, with its pointer there. */
  kept: { component: Component; place: string }[];
  /** The component that a pointer of a document leads to or into: its own, else another document's. */
  find(document: number, pointer: string): { component: Component; rest: string } | undefined;
  /** Where a component stands in the merged document. */
  placeOf(component: Component): string;
  /** A text that is the same for what means the same, whichever of the documents it stands in. */
  meaningOf(document: number, shape: Shape, value: JsonValue): string;
  /** Components of other documents that a document named so far without having one, though they differ. */
  ambiguous(): { document: number; pointer: string; candidates: Component[] }[];
}

/**
 * Unites the components of several documents: those of one name and one meaning are one; those of one name and
 * several meanings get names of their own. The most used one keeps the name, so that a page more changes little.
 */
export function uniteComponents(documents: readonly Mergeable[]): Components {
  const all: Component[] = [];
  const own = documents.map(() => new Map<string, Component>());
  const byPointer = new Map<string, Component[]>();
  const borrowed = new Map<string, { document: number; pointer: string; candidates: Component[] }>();
  collect();
  for (const component of all) component.meaning = write(component);
  tellKinds(all, (component, name) => find(component.document, name)?.component);
  const places = new Map<string, string>();
  const kept = nameKinds();

  return {
    kept,
    find,
    placeOf: ({ pointer, kind }) => places.get(`${kind} ${pointer}`) ?? pointer,
    meaningOf(document, shape, value) {
      const { text, names } = meaning(document, shape, value);
      return [text, ...names.map((name) => String(find(document, name)?.component.kind))].join('\n');
    },
    ambiguous: () =>
      [...borrowed.values()].filter(({ candidates }) => new Set(candidates.map(({ kind }) => kind)).size > 1),
  };

  function collect(): void {
    for (const [index, { located }] of documents.entries()) {
      for (const [group, members] of membersOf(memberOf(located.value, 'components'))) {
        for (const [name, value] of membersOf(members)) {
          const pointer = pointerTo('components', group, name);
          const component = {
            document: index,
            pointer,
            group,
            value,
            meaning: { text: '', names: [] },
            kind: 0,
          };
          all.push(component);
          own[index]?.set(pointer, component);
          byPointer.set(pointer, [...(byPointer.get(pointer) ?? []), component]);
        }
      }
    }
  }

  function write({ document, group, value }: Component): Meaning {
    const { text, names } = meaning(document, SHAPES.get(group) ?? PLAIN, value);
    return { text: `${group} ${text}`, names };
  }

  function meaning(document: number, shape: Shape, value: JsonValue): Meaning {
    return writeMeaning(shape, value, (ref) => {
      const pointer = localPointer(ref);
      const found = pointer === undefined ? undefined : find(document, pointer);
      return found && { component: found.component.pointer, rest: found.rest };
    });
  }

  function find(document: number, pointer: string): { component: Component; rest: string } | undefined {
    const tokens = pointerTokens(pointer);
    if (tokens[0] !== 'components' || tokens.length < 3) return undefined;
    const name = pointerTo(...tokens.slice(0, 3));
    const rest = pointerTo(...tokens.slice(3));
    const component = own[document]?.get(name) ?? borrow(document, name);
    return component === undefined ? undefined : { component, rest };
  }

  /** What a block does not define itself, another one does: one of the same page rather than of another. */
  function borrow(document: number, name: string): Component | undefined {
    const key = `${document} ${name}`;
    const known = borrowed.get(key);
    if (known !== undefined) return known.candidates[0];
    const everywhere = byPointer.get(name) ?? [];
    const file = documents[document]?.located.file;
    const near = everywhere.filter((component) => documents[component.document]?.located.file === file);
    const candidates = near.length > 0 ? near : everywhere;
    if (candidates.length > 0) borrowed.set(key, { document, pointer: name, candidates });
    return candidates[0];
  }

  function nameKinds(): Components['kept'] {
    const used = new Set(byPointer.keys());
    return [...byPointer].flatMap(([pointer, components]) => {
      const kinds = new Map<number, Component[]>();
      for (const one of components) kinds.set(one.kind, [...(kinds.get(one.kind) ?? []), one]);
      const most = Math.max(...[...kinds.values()].map((group) => group.length));
      let isTaken = false;
      return [...kinds.values()].flatMap((group) => {
        const [component] = group;
        if (component === undefined) return [];
        const keepsName = !isTaken && group.length === most;
        isTaken ||= keepsName;
        const place = keepsName ? pointer : unusedPlace(component, used);
        used.add(place);
        places.set(`${component.kind} ${pointer}`, place);
        return [{ component, place }];
      });
    });
  }

  function unusedPlace({ document, pointer }: Component, used: Set<string>): string {
    const [, group = '', name = ''] = pointerTokens(pointer);
    const wanted = `${componentName(documents[document]?.label ?? '')}_${componentName(name)}`;
    let place = pointerTo('components', group, wanted);
    for (let n = 2; used.has(place); n += 1) place = pointerTo('components', group, `${wanted}_${n}`);
    return place;
  }
}

const PLAIN: Shape = { what: 'an object', kind: 'object' };
const SHAPES = new Map<string, Shape>([
  ['pathItems', pathItem],
  ...[...openapiContainers].map(([shape, container]): [string, Shape] => [
    container.replace('/components/', ''),
    shape,
  ]),
]);

/**
 * Numbers the components so that those which mean the same share a number. Schemas refer to each other in circles,
 * so it begins with what they say themselves, and tells apart what refers to different ones, until nothing changes.
 */
function tellKinds(all: Component[], named: (from: Component, name: string) => Component | undefined): void {
  let count = 0;
  for (;;) {
    const kinds = new Map<string, number>();
    const next = all.map((component) => {
      const { text, names } = component.meaning;
      const refers = names.map((name) => named(component, name)?.kind ?? name).join();
      const key = `${count === 0 ? text : `${component.kind} ${refers}`}`;
      const kind = kinds.get(key) ?? kinds.size;
      kinds.set(key, kind);
      return kind;
    });
    for (const [index, component] of all.entries()) component.kind = next[index] ?? 0;
    if (kinds.size === count) return;
    count = kinds.size;
  }
}
