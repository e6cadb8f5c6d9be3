import type { JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import { pointerTo, valueAt } from '../../spec/json-pointer';
import { componentName, findHeirs } from './find-heirs';
import type { Finding } from './finding';
import type { Survey } from './survey';

/** The kinds of components, and how a message calls one. */
const KINDS: Record<string, string> = {
  schemas: 'schema',
  responses: 'response',
  parameters: 'parameter',
  examples: 'example',
  requestBodies: 'request body',
  headers: 'header',
  securitySchemes: 'security scheme',
  links: 'link',
  callbacks: 'callback',
  pathItems: 'path item',
};

/**
 * Components that no operation leads to, over however many references. Everything outside `components` counts as
 * a start, extensions too; a schema that a discriminator chooses among its heirs leads to those.
 */
export function unreachableComponents({ document, refs }: Survey): Finding[] {
  const { components, ...start } = document;
  if (!isObject(components)) return [];
  const heirs = findHeirs(components.schemas, refs);
  const reached = new Set<string>();
  const open: JsonValue[] = [start];
  for (let value = open.pop(); value !== undefined; value = open.pop()) scan(value);
  return Object.entries(KINDS).flatMap(([kind, thing]) => {
    const named = components[kind];
    const unreached = Object.keys(isObject(named) ? named : {}).filter(
      (name) => !reached.has(`${kind}/${name}`),
    );
    return unreached.map((name) => unreachable(kind, name, thing));
  });

  /** Looks at one value, and puts off what is in it. */
  function scan(value: JsonValue): void {
    if (typeof value !== 'object' || value === null) return;
    if (!Array.isArray(value)) {
      if (typeof value.$ref === 'string' && value.$ref.startsWith('#/')) reachTarget(value.$ref);
      if (isObject(value.discriminator)) reachMapped(value.discriminator.mapping);
      if (Array.isArray(value.security)) reachSchemes(value.security);
    }
    for (const member of Object.values(value))
      if (typeof member === 'object' && member !== null) open.push(member);
  }

  function reachTarget(ref: string): void {
    const component = componentName(ref, refs);
    if (component !== undefined) reach(...component);
  }

  /** The values of a mapping are names of schemas, or references to them. */
  function reachMapped(mapping: JsonValue | undefined): void {
    for (const to of isObject(mapping) ? Object.values(mapping) : []) {
      if (typeof to !== 'string') continue;
      if (to.startsWith('#/')) reachTarget(to);
      else reach('schemas', to);
    }
  }

  function reachSchemes(requirements: JsonValue[]): void {
    for (const requirement of requirements.filter(isObject)) {
      for (const name of Object.keys(requirement)) reach('securitySchemes', name);
    }
  }

  function reach(kind: string, name: string): void {
    const key = `${kind}/${name}`;
    const value = valueAt(document, pointerTo('components', kind, name));
    if (value === undefined || reached.has(key)) return;
    reached.add(key);
    open.push(value);
    if (kind !== 'schemas' || !isObject(value) || !isObject(value.discriminator)) return;
    for (const heir of heirs(name)) reach(kind, heir);
  }
}

function unreachable(kind: string, name: string, thing: string): Finding {
  const isScheme = kind === 'securitySchemes';
  return {
    code: 'UNREACHABLE',
    pointer: pointerTo('components', kind, name),
    message: isScheme
      ? `no operation asks for the security scheme ${name}`
      : `no operation leads to the ${thing} ${name}`,
    hint: isScheme ? 'name it in a `security`, or take it out' : 'refer to it, or take it out',
  };
}
