import type { SchemaObject } from 'ajv';
import { camelCase } from '../life-cycles/camel-case';
import { isVariableName, RESERVED_NAMES } from '../life-cycles/variable-name';
import { answerPlace, readingCall, requestPlace } from './profile-place';

const text = { type: 'string', minLength: 1 };
const operation = { ...text, format: 'operation' };
const url = { ...text, format: 'url' };
const jsonPointer = { ...text, format: 'json-pointer' };
const place = { ...text, format: 'place' };
/** Maps whose names are operations. */
const byOperation = (values: SchemaObject): SchemaObject => ({
  type: 'object',
  propertyNames: operation,
  additionalProperties: values,
});

/** JSON Schema (draft-07) of a profile: the same as the types in `profile.ts`, for a file of a person. */
export const profileSchema: SchemaObject = {
  ...closed({
    name: text,
    environments: {
      type: 'object',
      // The name becomes a file's name.
      propertyNames: { type: 'string', format: 'file-name' },
      minProperties: 1,
      additionalProperties: {
        ...closed(
          {
            server: url,
            role: { enum: ['sandbox', 'production'] },
            alsoAt: { type: 'array', items: url },
            standIn: { type: 'boolean' },
            allowWrites: { type: 'boolean' },
            apiKey: { type: 'string' },
            phone: { type: 'string' },
          },
          ['server'],
        ),
      },
    },
    login: closed(
      {
        operation,
        apiKey: closed({ in: { enum: ['query', 'header'] }, name: text }, ['in', 'name']),
        jwt: jsonPointer,
        send: closed({ in: { enum: ['header'] }, name: text }, ['in', 'name']),
        scheme: text,
        lifetime: { type: 'integer', minimum: 1 },
        source: text,
      },
      ['operation', 'apiKey', 'jwt', 'send', 'lifetime', 'source'],
    ),
    testKey: closed(
      {
        operation,
        phone: jsonPointer,
        apiKey: jsonPointer,
        dailyLimit: { type: 'integer', minimum: 100, maximum: 599 },
      },
      ['operation', 'phone', 'apiKey', 'dailyLimit'],
    ),
    reads: { type: 'array', items: operation },
    writes: { type: 'array', items: operation },
    inputs: { enum: ['lenient', 'strict'] },
    probes: { enum: ['one', 'thorough'] },
    timeLimit: { type: 'integer', minimum: 1 },
    deleters: {
      type: 'array',
      items: closed({ operation, by: operation, id: jsonPointer }, ['operation', 'by', 'id']),
    },
    deviations: {
      type: 'array',
      items: closed({ check: text, operation, reason: text, until: { ...text, format: 'day' } }, [
        'check',
        'operation',
        'reason',
      ]),
    },
    variables: {
      type: 'object',
      propertyNames: { type: 'string', format: 'variable-name' },
      additionalProperties: closed({
        description: text,
        from: { ...byOperation({ ...text, format: 'answer-place' }), minProperties: 1 },
        lookUp: closed({ send: { ...text, format: 'reading-call' }, take: jsonPointer }, ['send', 'take']),
        date: closed(
          {
            workdays: { type: 'integer', minimum: 1, maximum: 366 },
            text: { ...text, format: 'dated-text' },
          },
          ['workdays', 'text'],
        ),
        value: { type: ['string', 'number', 'boolean'] },
        to: byOperation({
          type: ['string', 'array'],
          if: { type: 'string' },
          // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
          then: place,
          else: { items: place },
        }),
      }),
    },
    order: { type: 'array', items: { type: 'array', minItems: 2, maxItems: 2, items: operation } },
    readsBack: byOperation({
      type: 'object',
      minProperties: 1,
      propertyNames: jsonPointer,
      additionalProperties: jsonPointer,
    }),
    notNow: {
      type: 'array',
      items: closed(
        {
          operation,
          statuses: {
            type: 'array',
            minItems: 1,
            items: { type: 'integer', minimum: 400, maximum: 599 },
          },
          reason: text,
        },
        ['operation', 'statuses', 'reason'],
      ),
    },
  }),
};

/** What a text of the schema above must look like. */
export interface ProfileFormat {
  test: { test(text: string): boolean };
  /** How to say so. */
  expected: string;
  /** What a person may have meant by a text that fails the test. */
  repair(text: string): string;
}

export const profileFormats: Record<string, ProfileFormat> = {
  operation: {
    test: /^(GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE) \/\S*$/,
    expected: 'a method and a path, such as GET /shipments/{id}',
    repair: (text) =>
      text.trim().replace(/^([a-z]+)\s+\/?/i, (_, method: string) => `${method.toUpperCase()} /`),
  },
  url: {
    test: /^https?:\/\/[^\s/?#@]+(\/[^\s?#]*)?$/i,
    expected: 'a url that begins with https:// or http://, without user name, query and fragment',
    // It may hold a password, so it is not shown again.
    repair: () => '',
  },
  'json-pointer': {
    test: /^(\/([^~/]|~[01])*)+$/,
    expected: 'a JSON pointer, such as /jwt',
    repair: (text) => `/${text.replaceAll('.', '/')}`,
  },
  place: {
    test: { test: (text) => requestPlace(text) !== undefined },
    expected: 'a place in a request, such as path id, query ids[], header X-Id or body /shipments/0',
    repair: (text) =>
      text.trim().replace(/^(path|query|header|body)[\s:]+/i, (_, name: string) => `${name.toLowerCase()} `),
  },
  'answer-place': {
    test: { test: (text) => answerPlace(text) !== undefined },
    expected: 'a JSON pointer into the answer, such as /id, or a header of it, such as header Location',
    repair: (text) =>
      `/${text
        .replace(/^body\s+/, '')
        .replace(/^\//, '')
        .replaceAll('.', '/')}`,
  },
  'reading-call': {
    test: { test: (text) => readingCall(text) !== undefined },
    expected: 'a GET with its query, such as GET /divisions?limit=1',
    repair: (text) =>
      text
        .trim()
        .replace(/^get\s+\/?/i, 'GET /')
        .replaceAll(' ', '%20')
        .replace('%20', ' '),
  },
  'dated-text': {
    test: /(?<!\{)\{date\}(?!\})/,
    expected: 'a text with {date} in it, such as {date}T10:00:00Z',
    repair: (text) => text.replace(/\{\{?\s*date\s*\}?\}/i, '{date}'),
  },
  'variable-name': {
    test: { test: isVariableName },
    expected: `a name of letters, digits and _ that does not begin with deleted, and is none of ${RESERVED_NAMES.join(', ')}`,
    repair: camelCase,
  },
  day: {
    test: { test: isDay },
    expected: 'a day of the calendar, such as 2026-12-31',
    repair: (text) => text.slice(0, 10).replaceAll(/[./]/g, '-'),
  },
  'file-name': {
    test: /^[a-z0-9][a-z0-9-]*$/,
    expected: 'a name for a file: lower-case letters, digits and `-`',
    repair: (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
  },
};

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  // Date takes the 30th of February for the 2nd of March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function closed(properties: Record<string, SchemaObject>, required: string[] = []): SchemaObject {
  return { type: 'object', additionalProperties: false, required, properties };
}
