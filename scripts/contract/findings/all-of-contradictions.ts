import type { JsonObject } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import { pointerTo } from '../../spec/json-pointer';
import type { Finding } from './finding';
import { type Joined, joinSchemas } from './join-schemas';
import { allowedTypes, canonical, declares, namesOf } from './schema-values';
import type { Part, Survey } from './survey';

/** Schemas that `allOf` (in 3.1 also `$ref` and what stands beside it) joins, and that no value satisfies at once. */
export function allOfContradictions(part: Part, survey: Survey): Finding[] {
  const { value: schema, pointer } = part;
  const isJoin = Array.isArray(schema.allOf) || (survey.is31 && typeof schema.$ref === 'string');
  if (!isJoin) return [];
  const joined = joinSchemas(part, survey);
  const clash = clashOf(joined, survey);
  if (clash !== undefined) {
    const hint = 'let the parts agree, or join them by oneOf';
    return [contradiction(pointer + clash.branch, `no value satisfies both parts: ${clash.reason}`, hint)];
  }
  return [...propertyClashes(joined, pointer, survey), ...closedBranches(joined, pointer)];
}

interface Clash {
  branch: string;
  reason: string;
}

/** Types, or lists of values, that have nothing in common. What clashes within one branch is told there. */
function clashOf(joined: Joined[], survey: Survey): Clash | undefined {
  return (
    firstClash(joined, (schema) => allowedTypes(schema, survey)) ??
    firstClash(joined, (schema) => allowedValues(schema, survey))
  );
}

function firstClash(
  joined: Joined[],
  allowedBy: (schema: JsonObject) => Set<string> | undefined,
): Clash | undefined {
  let known: { branch: string; allowed: Set<string> } | undefined;
  for (const { value, branch } of joined) {
    const allowed = allowedBy(value);
    if (allowed === undefined) continue;
    if (known === undefined) {
      known = { branch, allowed };
      continue;
    }
    const common = new Set([...known.allowed].filter((one) => allowed.has(one)));
    if (common.size === 0) {
      // the later part is named; an own keyword of the schema is never the odd one
      const odd = branch === '' ? known.branch : branch;
      if (branch === known.branch) return undefined;
      return { branch: odd, reason: `${listed(known.allowed)} here, ${listed(allowed)} there` };
    }
    known = { branch: known.branch === branch ? branch : known.branch, allowed: common };
  }
  return undefined;
}

function allowedValues(schema: JsonObject, { is31 }: Survey): Set<string> | undefined {
  const values = is31 && schema.const !== undefined ? [schema.const] : schema.enum;
  if (!Array.isArray(values) || values.length === 0) return undefined;
  const isNullable = !is31 && schema.nullable === true;
  return new Set([...values, ...(isNullable ? [null] : [])].map(canonical));
}

/** A property that two branches declare in ways that exclude each other: the field can never be there. */
function propertyClashes(joined: Joined[], pointer: string, survey: Survey): Finding[] {
  const declared = new Map<string, Joined[]>();
  for (const { value, pointer: at, branch } of joined) {
    if (!isObject(value.properties)) continue;
    for (const [name, property] of Object.entries(value.properties)) {
      if (!isObject(property)) continue;
      const place = { value: property, pointer: at + pointerTo('properties', name) };
      const parts = joinSchemas(place, survey).map((part) => ({ ...part, branch }));
      declared.set(name, [...(declared.get(name) ?? []), ...parts]);
    }
  }
  return [...declared].flatMap(([name, parts]): Finding[] => {
    const clash = new Set(parts.map(({ branch }) => branch)).size > 1 ? clashOf(parts, survey) : undefined;
    if (clash === undefined) return [];
    const message = `\`${name}\` can never be there, because the parts exclude each other: ${clash.reason}`;
    return [contradiction(pointer + clash.branch, message, 'declare the field once, or alike')];
  });
}

/** A branch with `additionalProperties: false` knows only its own properties, not those of its siblings. */
function closedBranches(joined: Joined[], pointer: string): Finding[] {
  return joined
    .filter(({ value }) => value.additionalProperties === false)
    .flatMap(({ value: closed, branch }): Finding[] => {
      const missing = joined
        .filter((other) => other.branch !== branch)
        .flatMap(({ value }) => namesOf(value.required))
        .filter((name) => !declares(closed, name));
      if (missing.length === 0) return [];
      const names = [...new Set(missing)].map((name) => `\`${name}\``).join(', ');
      const message = `no object satisfies both parts: ${names} is required, and additionalProperties: false forbids it`;
      const hint = 'additionalProperties: false sees only the properties beside it: take it out of the allOf';
      return [contradiction(pointer + (branch || '/additionalProperties'), message, hint)];
    });
}

function listed(values: Set<string>): string {
  const all = [...values].join(' or ');
  return all.length > 60 ? `${all.slice(0, 60)}…` : all;
}

function contradiction(pointer: string, message: string, hint: string): Finding {
  return { code: 'CONTRADICTION', pointer, message, hint };
}
