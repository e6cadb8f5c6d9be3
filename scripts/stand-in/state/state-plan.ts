import type { AnswerPlace, List, Resource, VariablePlace } from '../../contract/life-cycles/life-cycles';
import type { Contract, Operation } from '../../contract/model';
import { propertiesOf, typesOf } from '../../contract/schema/schema-shape';
import { pointerTokens } from '../../spec/json-pointer';
import { isJsonType } from '../answers/media-types';
import { isVersion } from './field-names';

/** Things that are made and deleted alike. */
export interface Kind {
  /** Key of the first operation that makes one. */
  name: string;
  resources: Resource[];
  /** By name of the variable, where its makers' answers give it. */
  variables: Record<string, AnswerPlace[]>;
  /** Names of the lists in it that requests add to and take from. */
  lists: Set<string>;
}

/** A place in a request that has to name something that lives. */
export interface Use {
  in: VariablePlace['in'];
  /** Name of the parameter; in a body a JSON pointer, whose numbers stand for every item of a list. */
  name: string;
  variable: string;
  kind: Kind;
}

/** What an operation does with what is stored. */
export interface Part {
  role:
    | { is: 'maker'; kind: Kind; resource: Resource }
    | { is: 'changer' | 'deleter' | 'reader'; target: Use }
    | { is: 'adder' | 'taker'; target: Use; list: string }
    /** Without a kind it is a dictionary: what it lists is always there. */
    | { is: 'list'; list: List; kind: Kind | undefined }
    | { is: 'user' };
  uses: Use[];
}

export interface StatePlan {
  kinds: Kind[];
  /** By key of the operation; the others have nothing to do with what is stored. */
  parts: Map<string, Part>;
}

const plans = new WeakMap<Contract, StatePlan>();

/** What the operations of a contract do with what they create, as its life cycles say. */
export function planState(contract: Contract): StatePlan {
  const known = plans.get(contract);
  if (known !== undefined) return known;
  const kinds = kindsOf(contract);
  const parts = new Map<string, Part>();
  for (const operation of contract.operations) {
    const part = partOf(operation, kinds, contract);
    if (part !== undefined) parts.set(operation.key, part);
  }
  for (const { role } of parts.values()) {
    if (role.is === 'adder' || role.is === 'taker') role.target.kind.lists.add(role.list);
  }
  const plan = { kinds, parts };
  plans.set(contract, plan);
  return plan;
}

function kindsOf({ lifeCycles }: Contract): Kind[] {
  const kinds = new Map<string, Kind>();
  for (const resource of lifeCycles.resources) {
    const same = resource.deleter ?? resource.maker;
    const kind = kinds.get(same) ?? { name: resource.maker, resources: [], variables: {}, lists: new Set() };
    kind.resources.push(resource);
    kinds.set(same, kind);
  }
  for (const kind of kinds.values()) {
    for (const { maker, id, variable } of kind.resources) {
      kind.variables[variable] ??= [{ operation: maker, in: 'body', at: id }];
    }
    for (const { name, source } of lifeCycles.variables) {
      if (source.kind !== 'answer') continue;
      const given = source.from.filter((place) => names(place) && madeBy(kind, place.operation));
      if (given.length > 0) kind.variables[name] = given;
    }
  }
  return [...kinds.values()];
}

/** Whether what stands there tells one thing from another. What comes in a header is not known here. */
function names(place: AnswerPlace): boolean {
  return place.in === 'body' && !isVersion(pointerTokens(place.at).at(-1) ?? '');
}

function madeBy(kind: Kind, operation: string): boolean {
  return kind.resources.some(({ maker }) => maker === operation);
}

function partOf(operation: Operation, kinds: Kind[], contract: Contract): Part | undefined {
  const { resources, lists } = contract.lifeCycles;
  const uses = usesOf(operation, kinds, contract);
  const making = kinds.find((kind) => madeBy(kind, operation.key));
  const resource = making?.resources.find(({ maker }) => maker === operation.key);
  if (making && resource) return { role: { is: 'maker', kind: making, resource }, uses };

  const deleting = kinds.find((kind) => kind.resources.some(({ deleter }) => deleter === operation.key));
  if (deleting !== undefined) {
    const target = uses.find((use) => use.in === 'path' && use.kind === deleting);
    const parameter = operation.parameters.find((each) => each.in === 'path');
    const variable = resources.find(({ deleter }) => deleter === operation.key)?.variable ?? '';
    const use = target ?? { in: 'path' as const, name: parameter?.name ?? '', variable, kind: deleting };
    return { role: { is: 'deleter', target: use }, uses: target === undefined ? [...uses, use] : uses };
  }

  const list = lists[operation.key];
  if (list !== undefined) {
    const kind = kinds.find((each) => each.resources.some(({ variable }) => variable === list.of?.variable));
    const others = uses.filter((use) => use.in !== 'query' || list.filters[use.name] === undefined);
    // tracking, attachments: what is listed belongs to the things that are asked for
    if (kind !== undefined || uses.length === 0) return { role: { is: 'list', list, kind }, uses: others };
  }
  if (uses.length === 0) return undefined;
  const target = uses.filter((use) => use.in === 'path').at(-1);
  return { role: target === undefined ? { is: 'user' } : roleBelow(operation, target, contract), uses };
}

/** What an operation does whose path names one thing, or something below it. */
function roleBelow(operation: Operation, target: Use, contract: Contract): Part['role'] {
  if (['PUT', 'PATCH'].includes(operation.method)) return { is: 'changer', target };
  const list = listInBody(operation, contract);
  if (operation.method === 'POST') {
    return list === undefined ? { is: 'changer', target } : { is: 'adder', target, list };
  }
  if (operation.method === 'DELETE' && list !== undefined) return { is: 'taker', target, list };
  const isItself = operation.method === 'GET' && operation.path.endsWith(`{${target.name}}`);
  return isItself ? { is: 'reader', target } : { is: 'user' };
}

/** The list in a body by whose items something is added or taken away. */
function listInBody({ key, requestBody }: Operation, contract: Contract): string | undefined {
  const definitions = contract.definitions.request;
  const media = requestBody?.content.find(({ type }) => isJsonType(type));
  const properties = [...propertiesOf(media?.schema ?? true, definitions)];
  const lists = properties
    .filter(([, schema]) => typesOf(schema, definitions).has('array'))
    .map(([name]) => name);
  const places = contract.lifeCycles.variables.flatMap((variable) => variable.places);
  const named = places
    .filter((place) => place.operation === key && place.in === 'body')
    .map((place) => pointerTokens(place.name))
    .filter(([name = '', index = '']) => lists.includes(name) && /^\d+$/.test(index));
  return named[0]?.[0] ?? (lists.length === 1 ? lists[0] : undefined);
}

function usesOf({ key }: Operation, kinds: Kind[], { lifeCycles }: Contract): Use[] {
  return lifeCycles.variables.flatMap(({ name: variable, places }) => {
    const kind = kinds.find(({ variables }) => Object.hasOwn(variables, variable));
    if (kind === undefined) return [];
    return places
      .filter(({ operation }) => operation === key)
      .map((place): Use => ({ in: place.in, name: place.name, variable, kind }));
  });
}
