import { parse } from 'yaml';
import type { Direction } from '../../scripts/contract/model';
import { createRefResolver } from '../../scripts/contract/schema/ref-resolver';
import { createSchemaTranslator } from '../../scripts/contract/schema/translate-schema';
import type { JsonObject, JsonValue } from '../../scripts/spec/document';

/** A schema in YAML, and those that it refers to. */
export interface Given {
  schema: string;
  components?: string;
  version?: string;
  direction?: Direction;
}

export function translate({ schema, components = '{}', version = '3.0.3', direction = 'response' }: Given) {
  const document: JsonObject = { openapi: version, components: { schemas: parse(components) as JsonObject } };
  const reports: string[] = [];
  const translator = createSchemaTranslator(document, createRefResolver(document), (pointer, message) =>
    reports.push(`${pointer}: ${message}`),
  );
  const translated = translator.translate(parse(schema) as JsonValue, '/s', direction);
  return { translated, definitions: { ...translator.definitions[direction] }, reports };
}
