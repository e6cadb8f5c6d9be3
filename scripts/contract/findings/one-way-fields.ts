import type { JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import { pointerTo, pointerTokens } from '../../spec/json-pointer';
import type { Direction } from '../model';
import { componentName, findHeirs } from './find-heirs';
import type { Finding } from './finding';
import { namesOf } from './schema-values';
import type { Part, Survey } from './survey';

const HIDDEN_IN = { request: 'readOnly', response: 'writeOnly' } as const;

/**
 * Required fields that can never travel: `readOnly` in a schema of which only requests make use, `writeOnly` in one
 * of answers only.
 */
export function oneWayFields(survey: Survey): Finding[] {
  const directionsOf = followDirections(survey);
  return survey.schemas.flatMap((part): Finding[] => {
    const { value: schema, pointer } = part;
    const required = namesOf(schema.required);
    const properties = isObject(schema.properties) ? schema.properties : {};
    const [direction, other] = required.length === 0 ? [] : directionsOf(part);
    if (direction === undefined || other !== undefined) return [];
    const flag = HIDDEN_IN[direction];
    return required
      .filter((name) => Object.hasOwn(properties, name))
      .filter((name) => survey.refs.follow(properties[name], '')?.value[flag] === true)
      .map((name) => oneWay(name, pointer + pointerTo('properties', name), direction));
  });
}

/** Which ways the values of a schema travel: where it stands, or for a component where it is referred to. */
function followDirections(survey: Survey): (part: Part) => Direction[] {
  const { document, refs } = survey;
  const schemas = isObject(document.components) ? document.components.schemas : undefined;
  const heirs = findHeirs(schemas, refs);
  const reached = new Map<string, Set<Direction>>();
  const leadsTo = new Map<string, Set<string>>();
  for (const { value, pointer, direction } of survey.schemas) {
    const holder = holderOf(pointer);
    for (const name of namedIn(value)) {
      if (holder === undefined) mark(name, direction === undefined ? ['request', 'response'] : [direction]);
      else leadsTo.set(holder, (leadsTo.get(holder) ?? new Set()).add(name));
    }
    if (holder !== undefined && isObject(value.discriminator)) {
      for (const heir of heirs(holder)) leadsTo.set(holder, (leadsTo.get(holder) ?? new Set()).add(heir));
    }
  }
  // A name is gone through again when a direction came to it.
  const open = new Set(reached.keys());
  for (const name of open) {
    open.delete(name);
    for (const next of leadsTo.get(name) ?? []) {
      const before = reached.get(next)?.size ?? 0;
      mark(next, [...(reached.get(name) ?? [])]);
      if ((reached.get(next)?.size ?? 0) > before) open.add(next);
    }
  }
  return ({ pointer, direction }) => {
    const holder = holderOf(pointer);
    if (holder !== undefined) return [...(reached.get(holder) ?? [])];
    return direction === undefined ? [] : [direction];
  };

  function mark(name: string, directions: Direction[]): void {
    const known = reached.get(name) ?? new Set();
    for (const direction of directions) known.add(direction);
    reached.set(name, known);
  }

  /** Schemas that a schema refers to, or that its discriminator maps to. */
  function namedIn({ $ref, discriminator }: Part['value']): string[] {
    const mapping = isObject(discriminator) && isObject(discriminator.mapping) ? discriminator.mapping : {};
    return [$ref, ...Object.values(mapping)].flatMap((ref: JsonValue | undefined) => {
      if (typeof ref !== 'string') return [];
      const [kind, name] = componentName(ref, refs) ?? [];
      return kind === 'schemas' && name !== undefined ? [name] : [ref];
    });
  }
}

/** The name of the component in which a schema stands. */
function holderOf(pointer: string): string | undefined {
  if (!pointer.startsWith('/components/schemas/')) return undefined;
  return pointerTokens(pointer)[2];
}

function oneWay(name: string, pointer: string, direction: Direction): Finding {
  const [flag, users, verb] =
    direction === 'request' ? ['readOnly', 'requests', 'sent'] : ['writeOnly', 'answers', 'seen'];
  return {
    code: 'CONTRADICTION',
    pointer,
    message: `\`${name}\` is required and ${flag}, and only ${users} use the schema: it can never be ${verb}`,
    hint: `do not require it, or take ${flag} away`,
  };
}
