import type { JsonObject, JsonValue } from '../../spec/document';

/** What a schema itself offers as its value: the only one it allows, else an example, else the default, else one of the enum. */
export function writtenValue(schema: JsonObject): JsonValue | undefined {
  const [first] = Array.isArray(schema.examples) ? schema.examples : [];
  const members = Array.isArray(schema.enum) ? schema.enum : [];
  const member = members.find((one) => one !== null) ?? members[0];
  return [schema.const, schema.example, first, schema.default, member].find((value) => value !== undefined);
}

/** Whether what it offers is an example or a default, and not one of the few values that it allows. */
export function isFree(schema: JsonObject): boolean {
  return schema.const === undefined && schema.enum === undefined;
}
