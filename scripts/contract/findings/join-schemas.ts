import type { JsonObject, JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import { pointerTo } from '../../spec/json-pointer';
import type { Located } from '../schema/ref-resolver';
import type { Survey } from './survey';

/** A schema among those that hold for a value at once. */
export interface Joined extends Located {
  /** The member of the outermost schema that led to it, such as `/allOf/1`; empty for that schema itself. */
  branch: string;
}

/**
 * All schemas that a value must satisfy at once: the schema, what its `$ref` leads to, and the branches of its
 * `allOf`, and of theirs.
 */
export function joinSchemas(schema: Located, survey: Survey): Joined[] {
  const joined: Joined[] = [];
  const seen = new Set<JsonObject>();
  add(schema.value, schema.pointer, '');
  return joined;

  function add(value: JsonValue | undefined, pointer: string, branch: string): void {
    if (!isObject(value) || seen.has(value)) return;
    seen.add(value);
    if (typeof value.$ref === 'string') {
      const target = survey.refs.follow(value, pointer);
      if (target !== undefined) add(target.value, target.pointer, branch || '/$ref');
      if (!survey.is31) return;
    }
    joined.push({ value, pointer, branch });
    const list = Array.isArray(value.allOf) ? value.allOf : [];
    for (const [index, inner] of list.entries()) {
      const at = pointerTo('allOf', index);
      add(inner, pointer + at, branch || at);
    }
  }
}
