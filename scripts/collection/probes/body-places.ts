import type { Contract, Schema, SchemaObject } from '../../contract/model';
import type { JsonValue } from '../../spec/document';
import { pointerTo } from '../../spec/json-pointer';
import { schemasAt } from './schemas-at';

/** One place of a body. */
export interface BodyPlace {
  /** JSON pointer; empty: the whole body. */
  pointer: string;
  value: JsonValue;
  /** The schemas that hold there. */
  schemas: SchemaObject[];
  /** It and all that it is part of must be there. */
  required: boolean;
  depth: number;
}

/** Every place that a body has, from the outside in, in the order of the body; of a list its first item. */
export function bodyPlaces(schema: Schema, body: JsonValue, contract: Contract): BodyPlace[] {
  return placesFrom([schema], { pointer: '', value: body, required: true, depth: 0 });

  function placesFrom(holding: Schema[], at: Omit<BodyPlace, 'schemas'>): BodyPlace[] {
    const schemas = schemasAt(holding, at.value, contract);
    return [{ ...at, schemas }, ...childrenOf({ ...at, schemas })];
  }

  function childrenOf({ pointer, value, schemas, required, depth }: BodyPlace): BodyPlace[] {
    if (Array.isArray(value)) {
      const [first] = value;
      const items = schemas.map(({ items }) => (Array.isArray(items) ? items[0] : items));
      if (first === undefined) return [];
      return placesFrom(items.filter(isSchema), {
        pointer: `${pointer}/0`,
        value: first,
        required,
        depth: depth + 1,
      });
    }
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([name, inner]) =>
      placesFrom(schemas.map((schema) => propertySchema(schema, name)).filter(isSchema), {
        pointer: pointer + pointerTo(name),
        value: inner,
        required: required && requires(schemas, name),
        depth: depth + 1,
      }),
    );
  }
}

export function requires(schemas: readonly SchemaObject[], name: string): boolean {
  return schemas.some(({ required }) => Array.isArray(required) && required.includes(name));
}

function propertySchema(
  { properties, additionalProperties }: SchemaObject,
  name: string,
): JsonValue | undefined {
  const isDeclared = typeof properties === 'object' && properties !== null && Object.hasOwn(properties, name);
  return isDeclared ? (properties as Record<string, JsonValue>)[name] : additionalProperties;
}

function isSchema(value: JsonValue | undefined): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
