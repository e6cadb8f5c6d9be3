import { isJson } from '../../contract/is-json';
import type { Contract, MediaType, Operation, Schema } from '../../contract/model';
import type { JsonValue } from '../../spec/document';
import { definitionName } from '../../spec/json-schema/definition-of';
import { withNearest } from '../../spec/print-json';
import { withProtoMember } from './proto-member';

/** The schemas that answers of a contract refer to by name. */
interface NamedSchemas {
  /** What stands once, for all requests. */
  shared: Record<string, Schema>;
  /** What the checks of an operation need and no other shares, by its key. */
  own: Map<string, Record<string, Schema>>;
}

const known = new WeakMap<Contract, NamedSchemas>();

/**
 * Which named schemas stand once and which travel with an operation's checks: those that the answers of several
 * operations lead to are shared. A request of a run pays 1 ms for 100,000 characters of them; copies would cost it
 * more, and a large contract whose schemas all hang together would have hundreds of each.
 */
export function namedSchemas(contract: Contract): NamedSchemas {
  const before = known.get(contract);
  if (before !== undefined) return before;
  // Whoever reads an answer gets the doubles that its integers are nearest to.
  const all = withProtoMember(
    withNearest(contract.definitions.response as JsonValue, contract.digits),
  ) as Record<string, Schema>;
  const namesIn = closures(all);
  const needed = contract.operations.map(
    (operation) => [operation.key, namesIn(schemasOf(operation))] as const,
  );
  const uses = new Map<string, number>();
  for (const [, names] of needed) for (const name of names) uses.set(name, (uses.get(name) ?? 0) + 1);
  const shared = new Set([...uses].flatMap(([name, count]) => (count > 1 ? [name] : [])));
  const own = needed.map(([key, names]) => {
    return [
      key,
      pick(
        [...names].filter((name) => !shared.has(name)),
        all,
      ),
    ] as const;
  });
  const schemas = { shared: pick([...shared], all), own: new Map(own) };
  known.set(contract, schemas);
  return schemas;
}

/** Only JSON has a value that a schema speaks of; what comes for a range of types may be JSON. */
export function answerSchema(media: MediaType): Schema {
  const isRange = /^(\*|application)\/\*/i.test(media.type) && media.binary !== true;
  return isRange || isJson(media.type)
    ? (withProtoMember((media.schema as JsonValue | undefined) ?? true) as Schema)
    : true;
}

function schemasOf({ responses }: Operation): Schema[] {
  return responses.flatMap(({ content, headers = [] }) => [
    ...content.map(answerSchema),
    ...headers.map(({ schema }) => schema),
  ]);
}

/** Gives the names of all schemas that some schemas lead to. */
function closures(all: Record<string, Schema>): (schemas: readonly unknown[]) => Set<string> {
  const inside = new Map<string, Set<string>>();
  const directly = (name: string) => {
    const names = inside.get(name) ?? referred([all[name]]);
    inside.set(name, names);
    return names;
  };
  return (schemas) => {
    const names = new Set([...referred(schemas)].filter((name) => all[name] !== undefined));
    // A set that grows is walked to its end.
    for (const name of names)
      for (const inner of directly(name)) if (all[inner] !== undefined) names.add(inner);
    return names;
  };
}

function referred(schemas: readonly unknown[]): Set<string> {
  const names = new Set<string>();
  const waiting: unknown[] = [...schemas];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next !== 'object' || next === null) continue;
    const { $ref } = next as { $ref?: unknown };
    const name = typeof $ref === 'string' ? definitionName($ref) : undefined;
    if (name !== undefined) names.add(name);
    waiting.push(...Object.values(next));
  }
  return names;
}

/** Sorted, so that a change in one schema does not move the others. */
function pick(names: string[], all: Record<string, Schema>): Record<string, Schema> {
  return Object.fromEntries(names.sort().map((name) => [name, all[name] ?? true]));
}
