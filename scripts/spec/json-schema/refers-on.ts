const referring = new WeakMap<object, boolean>();

/** Whether a `$ref` stands anywhere in it. */
export function refersOn(schema: unknown): boolean {
  if (typeof schema !== 'object' || schema === null) return false;
  const known = referring.get(schema);
  if (known !== undefined) return known;
  const refers = '$ref' in schema || Object.values(schema).some(refersOn);
  referring.set(schema, refers);
  return refers;
}
