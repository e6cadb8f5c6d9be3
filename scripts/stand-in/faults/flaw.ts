import type { ProbeKind } from '../../contract/probe-kind';

/** What a request can lack or get wrong, one word each: the stand-in says why it refuses, a fault what it overlooks. */
export const flaws = {
  'no-jwt': 'no jwt',
  'not-a-jwt': 'a text that is no jwt',
  'other-signature': 'a jwt that somebody else signed',
  'unsigned-jwt': 'a jwt that is not signed',
  'expired-jwt': 'a jwt that has ended',
  'no-key': 'a login without an apiKey',
  'empty-key': 'a login with an empty apiKey',
  'wrong-key': 'a login with an apiKey that nobody has',
  'missing-parameter': 'a required parameter left out',
  'missing-body': 'a required body left out',
  'missing-field': 'a required field of the body left out',
  'wrong-type': 'a value of a wrong type',
  'not-in-enum': 'a value that is none of the enum',
  'out-of-bounds': 'a number beyond its bounds',
  length: 'a text or list that is too short or too long',
  pattern: 'a text that does not match its pattern or format',
  'unknown-field': 'a field that may not be there',
  'not-json': 'a body that is not JSON',
  'wrong-media-type': 'a body of a media type that is not documented',
  'other-method': 'a method that the path does not have',
} as const satisfies Partial<Record<ProbeKind, string>>;

/** `unknown-object`: nothing that was made has that id; the faults of what is stored overlook it. */
export type Flaw = keyof typeof flaws | 'unknown-object';

const flawOfKeyword: Record<string, Flaw> = {
  required: 'missing-field',
  dependencies: 'missing-field',
  enum: 'not-in-enum',
  const: 'not-in-enum',
  minimum: 'out-of-bounds',
  maximum: 'out-of-bounds',
  exclusiveMinimum: 'out-of-bounds',
  exclusiveMaximum: 'out-of-bounds',
  multipleOf: 'out-of-bounds',
  minLength: 'length',
  maxLength: 'length',
  minItems: 'length',
  maxItems: 'length',
  minProperties: 'length',
  maxProperties: 'length',
  uniqueItems: 'length',
  pattern: 'pattern',
  format: 'pattern',
  additionalProperties: 'unknown-field',
  propertyNames: 'unknown-field',
  'false schema': 'unknown-field',
};

/** The flaw of a value that breaks this keyword of its schema. */
export function flawOf(keyword: string): Flaw {
  return flawOfKeyword[keyword] ?? 'wrong-type';
}
