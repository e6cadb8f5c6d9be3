import { deepStrictEqual } from 'node:assert/strict';
import type { JsonObject } from '../../../scripts/spec/document';
import { resolveAnchors } from '../../../scripts/spec/references/resolve-anchors';

describe('names that schemas give each other', () => {
  const resolved = (schemas: JsonObject, openapi = '3.1.0') => {
    const value = { openapi, paths: {}, components: { schemas } };
    const { components } = resolveAnchors({ value, file: 'a.yaml', lineOf: () => undefined }).value;
    return (components as JsonObject).schemas;
  };

  it('lead to the schema that has the name, the nearest of several', () => {
    deepStrictEqual(
      resolved({
        'a%/b': {
          $anchor: 'x',
          properties: { p: { $ref: '#x' }, $ref: { type: 'string' } },
          example: { $ref: '#x' },
        },
        c: { items: { $ref: '#x' }, $defs: { d: { $anchor: 'x' } } },
        e: { $ref: '#y' },
      }),
      {
        'a%/b': {
          $anchor: 'x',
          properties: { p: { $ref: '#/components/schemas/a%25~1b' }, $ref: { type: 'string' } },
          example: { $ref: '#x' },
        },
        c: { items: { $ref: '#/components/schemas/c/$defs/d' }, $defs: { d: { $anchor: 'x' } } },
        e: { $ref: '#y' },
      },
    );
  });

  it('lead nowhere by $dynamicRef where another schema could take the place, and in 3.0', () => {
    const two = { a: { $dynamicAnchor: 'x', items: { $dynamicRef: '#x' } }, b: { $dynamicAnchor: 'x' } };
    deepStrictEqual(resolved(two), two);
    const one = { a: { $dynamicAnchor: 'x', items: { $dynamicRef: '#x' } } };
    deepStrictEqual(resolved(one), {
      a: { $dynamicAnchor: 'x', items: { $ref: '#/components/schemas/a' } },
    });
    deepStrictEqual(resolved(one, '3.0.3'), one);
  });
});
