import type { JsonObject, JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import type { SchemaObject } from '../model';

/**
 * Gives a draft-07 schema a keyword. Of 2020-12's keywords some have one name in draft-07: `prefixItems` and what `items`
 * says of the items behind them, `dependentRequired` and `dependentSchemas`.
 *
 * @param schema changed
 */
export function putKeyword(schema: SchemaObject, keyword: string, value: JsonValue): void {
  const known = schema[keyword];
  if (keyword === 'items' && known !== undefined) {
    const [first, others] = Array.isArray(value) ? [value, known] : [known, value];
    schema.items = first;
    schema.additionalItems = others;
  } else if (keyword === 'dependencies' && isObject(known) && isObject(value)) {
    const names = Object.keys({ ...known, ...value });
    // a name may be one that every object inherits
    const own = (map: JsonObject, name: string) => (Object.hasOwn(map, name) ? map[name] : undefined);
    schema.dependencies = Object.fromEntries(
      names.map((name) => [name, both(own(known, name), own(value, name))]),
    );
  } else schema[keyword] = value;
}

function both(one: JsonValue | undefined, other: JsonValue | undefined): JsonValue {
  const parts = [one, other].filter((part) => part !== undefined);
  const [only = true] = parts;
  return parts.length === 1
    ? only
    : { allOf: parts.map((part) => (Array.isArray(part) ? { required: part } : part)) };
}
