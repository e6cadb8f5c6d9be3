import type { SchemaObject } from '../../contract/model';

/** The types that a schema allows, but for null; empty: any. */
export function typesOf({ type }: SchemaObject): string[] {
  const types = type === undefined ? [] : [type].flat();
  return types.map(String).filter((one) => one !== 'null');
}
