import type { JsonObject, JsonValue } from '../../spec/document';
import { pointerTo } from '../../spec/json-pointer';
import type { Finding } from './finding';
import { plainBreach } from './plain-breach';
import { canonical, shown } from './schema-values';
import type { Part, Survey } from './survey';

/** Values of `enum` and `const` that can never be: forbidden by the schema they stand in, or listed twice. */
export function valueContradictions({ value: schema, pointer }: Part, survey: Survey): Finding[] {
  return [...enumFindings(schema, `${pointer}/enum`, survey), ...constFindings(schema, pointer, survey)];
}

function enumFindings(schema: JsonObject, pointer: string, survey: Survey): Finding[] {
  if (!Array.isArray(schema.enum)) return [];
  if (schema.enum.length === 0) {
    return [
      contradiction(pointer, 'the enum is empty: no value satisfies it', 'list its values, or take it out'),
    ];
  }
  const first = new Map<string, number>();
  return schema.enum.flatMap((value, index): Finding[] => {
    const at = pointer + pointerTo(index);
    const known = first.get(canonical(value));
    first.set(canonical(value), known ?? index);
    if (known !== undefined) {
      return [contradiction(at, `${shown(value)} stands in the enum twice`, 'keep one of the two')];
    }
    const breach = plainBreach(schema, value, survey);
    if (breach === undefined) return [];
    return [contradiction(at, forbidden(value, 'the enum', breach, schema), hintFor(value, breach, survey))];
  });
}

function constFindings(schema: JsonObject, pointer: string, survey: Survey): Finding[] {
  const { const: value } = schema;
  if (value === undefined || !survey.is31) return [];
  const at = `${pointer}/const`;
  if (Array.isArray(schema.enum) && !schema.enum.some((other) => canonical(other) === canonical(value))) {
    return [contradiction(at, `the const ${shown(value)} is none of the enum`, 'correct one of the two')];
  }
  const breach = plainBreach(schema, value, survey);
  if (breach === undefined) return [];
  return [contradiction(at, forbidden(value, 'the const', breach, schema), 'correct one of the two')];
}

function forbidden(value: JsonValue, holder: string, breach: string, schema: JsonObject): string {
  const rule = schema[breach];
  const detail = rule === undefined || typeof rule === 'object' ? '' : ` ${rule}`;
  return `${shown(value)} of ${holder} is forbidden by ${breach}${detail} beside it`;
}

function hintFor(value: JsonValue, breach: string, { is31 }: Survey): string {
  if (value === null && breach === 'type') {
    return is31
      ? "add 'null' to the type, or take the value out"
      : 'add `nullable: true`, or take the value out';
  }
  if (breach === 'type') return 'YAML reads 1, true and null as such: put a text in quotes';
  return 'correct one of the two';
}

function contradiction(pointer: string, message: string, hint: string): Finding {
  return { code: 'CONTRADICTION', pointer, message, hint };
}
