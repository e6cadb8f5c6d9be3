import type { JsonObject, JsonValue } from '../../scripts/spec/document';

/** A request `GET {{baseUrl}}/NAME` with these scripts. */
export function request(
  name: string,
  scripts: { prerequest?: string; test?: string } = {},
  more: JsonObject = {},
): JsonObject {
  return {
    name,
    event: events(scripts),
    request: { method: 'GET', url: { raw: `{{baseUrl}}/${name}`, host: ['{{baseUrl}}'], path: [name] } },
    ...more,
  };
}

export function folder(name: string, ...item: JsonObject[]): JsonObject {
  return { name, item };
}

export function collection(
  item: JsonObject[],
  scripts: { prerequest?: string; test?: string } = {},
): JsonObject {
  return {
    info: {
      name: 'Small collection',
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    item,
    event: events(scripts),
  };
}

export function environment(values: Record<string, string>): JsonObject {
  return {
    name: 'Small environment',
    values: Object.entries(values).map(([key, value]) => ({ key, value, type: 'default', enabled: true })),
  };
}

function events(scripts: { prerequest?: string; test?: string }): JsonValue[] {
  return Object.entries(scripts).map(([listen, code]) => ({
    listen,
    script: { type: 'text/javascript', exec: code.split('\n') },
  }));
}
