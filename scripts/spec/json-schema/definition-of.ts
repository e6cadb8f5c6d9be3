import { pointerTokens } from '../json-pointer';
import type { Schema } from './json-schema';

const names = new Map<string, string | undefined>();

/** The name in `#/definitions/NAME`, percent-decoded and unescaped. */
export function definitionName(ref: string): string | undefined {
  if (!names.has(ref)) names.set(ref, pointerTokens(decodeURIComponent(ref.slice(1)))[1]);
  return names.get(ref);
}

/** What `#/definitions/NAME` leads to. */
export function definitionOf(ref: string, definitions: Record<string, Schema>): Schema | undefined {
  const name = definitionName(ref);
  return name !== undefined && Object.hasOwn(definitions, name) ? definitions[name] : undefined;
}
