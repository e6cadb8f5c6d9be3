import type { JsonObject, JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import type { Survey } from './survey';

/** The types that a schema allows, with what they include; undefined where it says nothing of types, or nonsense. */
export function allowedTypes(schema: JsonObject, { is31 }: Survey): Set<string> | undefined {
  if (schema.type === undefined) return undefined;
  const names = namesOf([schema.type].flat());
  if (names.length === 0) return undefined;
  const types = new Set(names);
  if (types.has('number')) types.add('integer');
  if (!is31 && schema.nullable === true) types.add('null');
  return types;
}

/** A text that is the same for equal values, whatever the order of their members. */
export function canonical(value: JsonValue): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`);
  return `{${members.sort().join()}}`;
}

/** A value as a message shows it: short, and on one line. */
export function shown(value: JsonValue): string {
  const text = JSON.stringify(value);
  return `\`${text.length > 40 ? `${text.slice(0, 40)}…` : text}\``;
}

/** Whether `additionalProperties` leaves a field alone, because it is declared beside it. */
export function declares(schema: JsonObject, name: string): boolean {
  if (isObject(schema.properties) && Object.hasOwn(schema.properties, name)) return true;
  const patterns = isObject(schema.patternProperties) ? Object.keys(schema.patternProperties) : [];
  return patterns.some((pattern) => {
    try {
      return new RegExp(pattern).test(name);
    } catch {
      return true; // nobody can tell
    }
  });
}

export function namesOf(required: JsonValue | undefined): string[] {
  return Array.isArray(required) ? required.filter((name) => typeof name === 'string') : [];
}
