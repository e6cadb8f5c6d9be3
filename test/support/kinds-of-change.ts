import { deepStrictEqual } from 'node:assert/strict';
import type { JsonObject, JsonValue } from '../../scripts/spec/document';
import { changeLines, changesBetween, documentOf } from './changes-between';

/** What changes, two operations, and what is told when the second replaces the first, and the other way round. */
export type Kind = [string, JsonObject, JsonObject, string[], string[]];

/** A test for each kind of change, in both directions. */
export function testKinds(kinds: readonly Kind[]): void {
  for (const [name, before, after, there, back] of kinds) {
    it(name, () => {
      const [one, other] = [documentWithOne(before), documentWithOne(after)];
      deepStrictEqual(changeLines(changesBetween(one, other)), there);
      deepStrictEqual(changeLines(changesBetween(other, one)), back);
    });
  }
}

function documentWithOne(operation: JsonObject): JsonObject {
  const post: JsonValue = { responses: { 200: { description: 'Fine' } }, ...operation };
  return documentOf({ '/things': { post } }, components);
}

export const limit = (schema: JsonObject, more: JsonObject = {}): JsonObject => ({
  parameters: [{ name: 'limit', in: 'query', schema, ...more }],
});
export const body = (schema: JsonObject, required = true): JsonObject => ({
  requestBody: { required, content: { 'application/json': { schema } } },
});
export const bodyOf = (...types: string[]): JsonObject => ({
  requestBody: { content: Object.fromEntries(types.map((type) => [type, { schema: { type: 'object' } }])) },
});
export const media = (schemas: Record<string, JsonObject>): JsonObject => ({
  requestBody: {
    content: Object.fromEntries(Object.entries(schemas).map(([type, schema]) => [type, { schema }])),
  },
});
export const object = (properties: JsonObject, ...required: string[]): JsonObject => ({
  type: 'object',
  properties,
  ...(required.length > 0 ? { required } : {}),
});
export const answers = (...statuses: string[]): JsonObject => ({
  responses: Object.fromEntries(statuses.map((status) => [status, { description: 'An answer' }])),
});
export const answer = (schema: JsonObject, status = '200'): JsonObject => ({
  responses: { [status]: { description: 'Fine', content: { 'application/json': { schema } } } },
});
export const header = (...headers: JsonObject[]): JsonObject => ({
  responses: {
    200: { description: 'Fine', headers: Object.fromEntries(headers.map((one) => ['X-Count', one])) },
  },
});
export const security = (...alternatives: JsonObject[]): JsonObject => ({ security: alternatives });

export const text: JsonObject = { type: 'string' };
export const whole: JsonObject = { type: 'integer' };
export const card = { $ref: '#/components/schemas/Card' };
export const cash = { $ref: '#/components/schemas/Cash' };

const components: JsonObject = {
  securitySchemes: {
    key: { type: 'apiKey', in: 'header', name: 'X-Key' },
    user: { type: 'http', scheme: 'basic' },
    sameKey: { type: 'apiKey', in: 'header', name: 'X-Key' },
    oauth: { type: 'oauth2', flows: {} },
    tokens: {
      type: 'oauth2',
      flows: { clientCredentials: { tokenUrl: 'https://t.example.test', scopes: { read: 'Reads' } } },
    },
  },
  schemas: {
    Card: { type: 'object', required: ['number'], properties: { number: text } },
    Cash: { type: 'object' },
  },
};
