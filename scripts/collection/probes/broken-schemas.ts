import type { Schema } from '../../contract/model';
import { compilePattern } from '../../spec/json-schema/compile-pattern';
import { definitionName } from '../../spec/json-schema/definition-of';

/** What of a schema could keep it from being used. */
interface Needs {
  isBroken: boolean;
  /** Names of the definitions that it refers to. */
  names: string[];
}

/**
 * Tells whether a schema, or a definition that it leads to, has a pattern that is none or a reference to nothing.
 * Each definition is looked at once.
 */
export function brokenSchemas(definitions: Record<string, Schema>): (schema: Schema) => boolean {
  const own = new Map(Object.entries(definitions).map(([name, schema]) => [name, needsOf(schema)]));
  const allFine = [...own.values()].every((needs) => isFine(needs));
  const known = new Map<Schema, boolean>();

  return (schema) => {
    const before = known.get(schema);
    if (before !== undefined) return before;
    const isBroken = leadsToBroken(schema);
    known.set(schema, isBroken);
    return isBroken;
  };

  function isFine({ isBroken, names }: Needs): boolean {
    return !isBroken && names.every((name) => own.has(name));
  }

  function leadsToBroken(schema: Schema): boolean {
    const needs = needsOf(schema);
    if (!isFine(needs)) return true;
    if (allFine) return false;
    const seen = new Set(needs.names);
    for (const name of seen) {
      const inside = own.get(name);
      if (inside === undefined || !isFine(inside)) return true;
      for (const next of inside.names) seen.add(next);
    }
    return false;
  }
}

function needsOf(schema: Schema): Needs {
  const needs: Needs = { isBroken: false, names: [] };
  const waiting: unknown[] = [schema];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next !== 'object' || next === null || Array.isArray(next)) continue;
    const { $ref, pattern, patternProperties } = next as Record<string, unknown>;
    if (typeof $ref === 'string') needs.names.push(definitionName($ref) ?? '');
    const patterns = isRecord(patternProperties) ? Object.keys(patternProperties) : [];
    if (typeof pattern === 'string') patterns.push(pattern);
    if (!patterns.every(isPattern)) needs.isBroken = true;
    waiting.push(...schemasIn(next as Record<string, unknown>));
  }
  return needs;
}

const HOLDERS = ['not', 'if', 'then', 'else', 'contains', 'propertyNames', 'additionalProperties'];
const LISTS = ['allOf', 'anyOf', 'oneOf', 'items', 'additionalItems'];
const MAPS = ['properties', 'patternProperties', 'dependencies'];

/** The schemas directly inside one; what `enum`, `const` and `default` hold is data. */
function schemasIn(schema: Record<string, unknown>): unknown[] {
  return [
    ...HOLDERS.map((keyword) => schema[keyword]),
    ...LISTS.flatMap((keyword) => schema[keyword]),
    ...MAPS.flatMap((keyword) => (isRecord(schema[keyword]) ? Object.values(schema[keyword]) : [])),
  ];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPattern(pattern: string): boolean {
  try {
    compilePattern(pattern);
    return true;
  } catch {
    return false;
  }
}
