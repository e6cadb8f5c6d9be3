import type { SchemaObject } from 'ajv';

const text = { type: 'string', minLength: 1 };
const operation = { ...text, format: 'operation' };
const url = { ...text, format: 'url' };
const jsonPointer = { ...text, format: 'json-pointer' };

/** JSON Schema (draft-07) of a profile: the same as the types in `profile.ts`, for a file of a person. */
export const profileSchema: SchemaObject = {
  ...closed({
    name: text,
    environments: {
      type: 'object',
      // The name becomes a file's name.
      propertyNames: { type: 'string', format: 'file-name' },
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
