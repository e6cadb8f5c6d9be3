import { isObject } from '../../spec/is-object';
import { compilePattern } from '../../spec/json-schema/compile-pattern';
import type { Schema, SchemaObject } from '../model';

/** The schemas that some plain schemas of an object have for a member of that name. */
export function schemasOfMember(parts: readonly SchemaObject[], name: string): Schema[] {
  return parts.flatMap(({ properties, patternProperties, additionalProperties }): Schema[] => {
    const found: Schema[] = [];
    if (isObject(properties) && Object.hasOwn(properties, name)) found.push(properties[name] as Schema);
    for (const [pattern, schema] of Object.entries(isObject(patternProperties) ? patternProperties : {}))
      if (compilePattern(pattern).test(name)) found.push(schema as Schema);
    if (found.length > 0 || additionalProperties === undefined) return found;
    return [additionalProperties as Schema];
  });
}

/** The schemas that some plain schemas of a list have for the item at a place. */
export function schemasOfItem(parts: readonly SchemaObject[], index: number): Schema[] {
  return parts.flatMap(({ items, additionalItems }): Schema[] => {
    if (items === undefined) return [];
    if (!Array.isArray(items)) return [items as Schema];
    const schema = index < items.length ? items[index] : additionalItems;
    return schema === undefined ? [] : [schema as Schema];
  });
}
