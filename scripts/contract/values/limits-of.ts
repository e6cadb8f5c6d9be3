import type { SchemaObject } from '../model';

/** What some schemas say of a limit, each that says it. */
export function limitsOf(parts: readonly SchemaObject[], keyword: string): number[] {
  return parts.flatMap((part) => {
    const value = part[keyword];
    return typeof value === 'number' ? [value] : [];
  });
}
