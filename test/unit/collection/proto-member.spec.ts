import { deepStrictEqual, equal, strictEqual } from 'node:assert/strict';
import Ajv from 'ajv';
import { withProtoMember } from '../../../scripts/collection/answers/proto-member';
import type { JsonObject, JsonValue } from '../../../scripts/spec/document';

const read = (json: string) => JSON.parse(json) as JsonObject;

describe('a schema that speaks of __proto__, for the hosts', () => {
  const schema = read(
    '{"type":"object","required":["a","__proto__"],"properties":{"a":{"type":"integer"},"__proto__":{"type":"string"}},"additionalProperties":false}',
  );

  it('says it by a pattern and by names of properties', () => {
    deepStrictEqual(withProtoMember(schema), {
      type: 'object',
      required: ['a'],
      properties: { a: { type: 'integer' } },
      additionalProperties: false,
      patternProperties: { '^__proto__$': { type: 'string' } },
      allOf: [
        { anyOf: [{ not: { type: 'object' } }, { not: { propertyNames: { not: { const: '__proto__' } } } }] },
      ],
    });
  });

  // Ajv 8 passes over such a member as Ajv 6 does
  const validate = new Ajv({ strict: false, ownProperties: true }).compile(withProtoMember(schema));
  const table: [value: string, is: boolean][] = [
    ['{"a":1,"__proto__":"x"}', true],
    ['{"a":1,"__proto__":7}', false],
    ['{"a":1}', false],
    ['{"__proto__":"x"}', false],
    ['{"a":1,"__proto__":"x","b":2}', false],
  ];
  for (const [value, is] of table) {
    it(`${is ? 'accepts' : 'refuses'} ${value}`, () => equal(validate(read(value)), is));
  }

  it('asks for it of objects only', () => {
    const accepts = new Ajv({ strict: false }).compile(withProtoMember(read('{"required":["__proto__"]}')));
    deepStrictEqual(
      ['x', 1, null, [], {}].map((value) => accepts(value)),
      [true, true, true, true, false],
    );
  });

  it('is the very same schema where it does not', () => {
    const plain: JsonValue = {
      type: 'object',
      properties: { a: { enum: [1, 'constructor'] } },
      required: ['a'],
    };
    strictEqual(withProtoMember(plain), plain);
  });
});
