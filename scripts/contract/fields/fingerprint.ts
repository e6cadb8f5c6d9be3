import { createHash } from 'node:crypto';
import type { Definitions } from '../schema/schema-shape';
import { refName } from './ref-name';

/** Eight characters that change when a text does. */
export function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

/** Schemas as a text, with every named schema that they lead to. */
export function closureText(schemas: readonly unknown[], definitions: Definitions): string {
  const names = new Set<string>();
  const textOf = (schema: unknown) =>
    JSON.stringify(schema, (key, value) => {
      const name = key === '$ref' && typeof value === 'string' ? refName(value) : undefined;
      if (name !== undefined && Object.hasOwn(definitions, name)) names.add(name);
      return value;
    });
  const texts = schemas.map(textOf);
  // A set that grows is walked to its end.
  for (const name of names) texts.push(`${name} ${textOf(definitions[name])}`);
  return texts.join('\n');
}
