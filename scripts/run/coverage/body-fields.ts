import { isJson } from '../../contract/is-json';
import type { RequestBody, Schema, SchemaObject } from '../../contract/model';
import { pointerTo, pointerTokens } from '../../spec/json-pointer';

/** Deeper than this, fields are not counted: schemas that refer to each other grow without end. */
const deepest = 8;

export interface BodyField {
  /** JSON pointer, `/parcels/0/width`: any item of a list is its first. */
  pointer: string;
  required: boolean;
}

/** The fields of a body that people send: of its JSON content, else of its first one. */
export function bodyFields(body: RequestBody | undefined, definitions: Record<string, Schema>): BodyField[] {
  const content = body?.content ?? [];
  const media = content.find(({ type }) => isJson(type)) ?? content[0];
  const found = new Map<string, BodyField>();
  walk(media?.schema, '', []);
  return [...found.values()];

  function walk(schema: unknown, pointer: string, refs: readonly string[]): void {
    if (!isObject(schema) || pointerTokens(pointer).length >= deepest) return;
    const { $ref } = schema;
    if (typeof $ref === 'string') {
      // a schema within itself has the same fields once more
      if (!refs.includes($ref)) walk(definitions[nameOf($ref)], pointer, [...refs, $ref]);
      return;
    }
    const required = Array.isArray(schema.required) ? schema.required : [];
    for (const [name, property] of Object.entries(isObject(schema.properties) ? schema.properties : {})) {
      if (property === false) continue;
      const at = pointer + pointerTo(name);
      const isRequired = required.includes(name) || found.get(at)?.required === true;
      found.set(at, { pointer: at, required: isRequired });
      walk(property, at, refs);
    }
    walk(Array.isArray(schema.items) ? schema.items[0] : schema.items, `${pointer}/0`, refs);
    for (const keyword of ['allOf', 'anyOf', 'oneOf'] as const) {
      const parts = schema[keyword];
      for (const part of Array.isArray(parts) ? parts : []) walk(part, pointer, refs);
    }
  }
}

/** `#/definitions/NAME`, percent-decoded and unescaped. */
function nameOf(ref: string): string {
  return pointerTokens(decodeURIComponent(ref.slice(1)))[1] ?? '';
}

function isObject(value: unknown): value is SchemaObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
