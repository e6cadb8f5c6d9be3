import type { JsonValue } from '../../spec/document';
import { definitionOf } from '../../spec/json-schema/definition-of';
import type { Schema, SchemaObject } from '../model';
import { waysToBreak } from './ways-to-break';

/**
 * The ways in which several schemas can be satisfied together: each a list of plain schemas, without references
 * and `allOf`, and with one branch chosen of each `anyOf`, `oneOf` and `if`. That a `oneOf` holds once, and that a `not`
 * fails, is for the caller to see: the first cases leave it to luck, the later ones break what must not hold.
 *
 * @param fits whether a branch suits the value that one would like to keep; such branches go first
 */
export function* schemaCases(
  schemas: readonly Schema[],
  definitions: Record<string, Schema>,
  fits: (branch: Schema) => boolean,
): Generator<SchemaObject[]> {
  yield* cases(schemas, [], new Set());

  function* cases(
    open: readonly Schema[],
    plain: SchemaObject[],
    seen: ReadonlySet<Schema>,
  ): Generator<SchemaObject[]> {
    const [schema, ...rest] = open;
    if (schema === undefined) yield plain;
    if (schema === undefined || schema === false) return;
    if (schema === true || seen.has(schema)) {
      yield* cases(rest, plain, seen);
      return;
    }
    const { $ref, allOf, anyOf, oneOf, if: condition, then, else: otherwise, ...own } = schema;
    const target = typeof $ref === 'string' ? definitionOf($ref, definitions) : undefined;
    const all = [...(target === undefined ? [] : [target]), ...listOf(allOf)];
    const met = new Set(seen).add(schema);
    for (const broken of [[], ...breaking(own.not)])
      for (const any of branchesFirst(anyOf))
        for (const one of [...branchesFirst(oneOf), ...onlyOnes(oneOf)])
          for (const branch of conditional(condition, then, otherwise))
            yield* cases([...all, ...any, ...one, ...branch, ...broken, ...rest], [...plain, own], met);
  }

  /** Each branch without the others. */
  function onlyOnes(branches: JsonValue | undefined): Schema[][] {
    const list = listOf(branches);
    if (list.length < 2) return [];
    return branchesFirst(branches).map(([branch = true]) => [
      branch,
      ...list.filter((other) => other !== branch).map((other) => ({ not: other })),
    ]);
  }

  function breaking(not: JsonValue | undefined): Schema[][] {
    return not === undefined ? [] : waysToBreak(not as Schema, definitions).map((way) => [way]);
  }

  function branchesFirst(branches: JsonValue | undefined): Schema[][] {
    if (branches === undefined) return [[]];
    const list = listOf(branches);
    const fitting = list.filter(fits);
    return [...fitting, ...list.filter((branch) => !fitting.includes(branch))].map((branch) => [branch]);
  }

  function conditional(
    condition: JsonValue | undefined,
    then: JsonValue | undefined,
    otherwise: JsonValue | undefined,
  ): Schema[][] {
    if (condition === undefined || (then === undefined && otherwise === undefined)) return [[]];
    const met = [condition, then ?? true] as Schema[];
    const missed = [{ not: condition }, otherwise ?? true] as Schema[];
    return fits(condition as Schema) ? [met, missed] : [missed, met];
  }
}

function listOf(branches: JsonValue | undefined): Schema[] {
  return Array.isArray(branches) ? (branches as Schema[]) : [];
}
