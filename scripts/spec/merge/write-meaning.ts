import type { JsonObject, JsonValue } from '../document';
import { innerShape, type Shape, securityRequirement } from '../openapi-shape';

/** Prose that changes nothing of what is promised. */
const PROSE = new Set(['description', 'summary', 'externalDocs']);

/** Stands in a text for a name that is compared by what it names. */
const MARK = '\0';

/** What a part of a document means: its text without prose and order of keys, and the components it names. */
export interface Meaning {
  text: string;
  /** Pointers to components, in the order of their marks in the text. */
  names: string[];
}

/**
 * @param componentOf the pointer of the component that a reference leads to or into, and what follows it
 */
export function writeMeaning(
  shape: Shape,
  value: JsonValue,
  componentOf: (ref: string) => { component: string; rest: string } | undefined,
): Meaning {
  const names: string[] = [];
  return { text: write(shape, value), names };

  function write(shape: Shape | undefined, value: JsonValue): string {
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    if (Array.isArray(value)) return `[${value.map((item) => write(shape?.items, item)).join()}]`;
    if (shape === securityRequirement) return writeRequirement(value);
    const isReference = shape?.referable === true && typeof value.$ref === 'string';
    const target = isReference ? componentOf(String(value.$ref)) : undefined;
    const isKind = shape?.fields !== undefined;
    const members = Object.keys(value)
      .filter((key) => !(isKind && PROSE.has(key)) && !(key === '$ref' && target !== undefined))
      .sort()
      .map((key) => {
        const inner = shape === undefined ? undefined : innerShape(shape, key);
        return `${JSON.stringify(key)}:${write(inner, value[key] ?? null)}`;
      });
    if (target === undefined) return `{${members.join()}}`;
    names.push(target.component);
    return `{"$ref":${MARK}${JSON.stringify(target.rest)},${members.join()}}`;
  }

  function writeRequirement(requirement: JsonObject): string {
    const members = Object.keys(requirement)
      .sort()
      .map((name) => {
        const target = componentOf(`#/components/securitySchemes/${escaped(name)}`);
        if (target === undefined) return `${JSON.stringify(name)}:${JSON.stringify(requirement[name])}`;
        names.push(target.component);
        return `${MARK}:${JSON.stringify(requirement[name])}`;
      });
    return `{${members.join()}}`;
  }
}

function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('%', '%25');
}
