import type { JsonObject, JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import type { RefResolver } from '../schema/ref-resolver';

/**
 * A value as XML, as its schema's `xml` keywords say.
 * https://spec.openapis.org/oas/v3.1.1#xml-object
 *
 * @param schema as it stands in the document
 */
export function printXml(value: JsonValue, schema: JsonValue | undefined, refs: RefResolver): string {
  const ref = isObject(schema) && typeof schema.$ref === 'string' ? refs.target(schema.$ref) : '';
  const name = ref.slice(ref.lastIndexOf('/') + 1) || 'root';
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
  const whole = plain(schema, refs);
  const root = Array.isArray(value) ? wrapped(xmlName(whole, name), whole) : whole;
  return [declaration, ...elements(name, value, root, refs, '')].join('\n');
}

/** A list alone has no element of its own: XML needs one root. */
function wrapped(name: string, schema: JsonObject): JsonObject {
  const xml = isObject(schema.xml) ? schema.xml : {};
  return { ...schema, xml: { ...xml, name, wrapped: true } };
}

/** The lines of one property: of a list an element for each item, in one around them where it is `wrapped`. */
function elements(
  name: string,
  value: JsonValue,
  schema: JsonObject,
  refs: RefResolver,
  indent: string,
): string[] {
  if (!Array.isArray(value)) return element(xmlName(schema, name), value, schema, refs, indent);
  const items = plain(schema.items, refs);
  const isWrapped = isObject(schema.xml) && schema.xml.wrapped === true;
  const itemName = xmlName(items, name);
  const lines = value.flatMap((item) =>
    element(itemName, item, items, refs, isWrapped ? `${indent}  ` : indent),
  );
  const own = xmlName(schema, name);
  return isWrapped ? [`${indent}<${own}>`, ...lines, `${indent}</${own}>`] : lines;
}

function element(
  name: string,
  value: JsonValue,
  schema: JsonObject,
  refs: RefResolver,
  indent: string,
): string[] {
  const { namespace, prefix } = isObject(schema.xml) ? schema.xml : {};
  const space = typeof namespace === 'string' ? [[prefix ? `xmlns:${prefix}` : 'xmlns', namespace]] : [];
  const fields = isObject(value)
    ? Object.entries(value).map(([key, item]) => ({ key, item, of: property(schema, key, refs) }))
    : [];
  const isAttribute = ({ of }: { of: JsonObject }) => isObject(of.xml) && of.xml.attribute === true;
  const attributes = fields.filter(isAttribute).map(({ key, item, of }) => [xmlName(of, key), textOf(item)]);
  const start = [name, ...[...space, ...attributes].map(([key, text = '']) => `${key}="${escaped(text)}"`)];
  const children = fields.filter((field) => !isAttribute(field));
  if (children.length === 0) {
    const text = isObject(value) ? '' : escaped(textOf(value));
    return [`${indent}<${start.join(' ')}>${text}</${name}>`];
  }
  const inner = children.flatMap(({ key, item, of }) => elements(key, item, of, refs, `${indent}  `));
  return [`${indent}<${start.join(' ')}>`, ...inner, `${indent}</${name}>`];
}

/** The schema of a property, also where `allOf` brings it. */
function property(schema: JsonObject, name: string, refs: RefResolver, depth = 0): JsonObject {
  const { properties, allOf } = schema;
  if (isObject(properties) && Object.hasOwn(properties, name)) return plain(properties[name], refs);
  const parts = Array.isArray(allOf) && depth < 8 ? allOf : [];
  const found = parts.map((part) => property(plain(part, refs), name, refs, depth + 1));
  return found.find((one) => Object.keys(one).length > 0) ?? {};
}

function plain(schema: JsonValue | undefined, refs: RefResolver): JsonObject {
  return refs.follow(schema, '')?.value ?? {};
}

/** What XML does not allow in a name becomes `_`. */
function xmlName({ xml }: JsonObject, name: string): string {
  const { name: own, prefix } = isObject(xml) ? xml : {};
  const local = (typeof own === 'string' && own !== '' ? own : name).replaceAll(/[^\p{L}\p{N}_.-]/gu, '_');
  const valid = /^[\p{L}_]/u.test(local) ? local : `_${local}`;
  return typeof prefix === 'string' && prefix !== '' ? `${prefix}:${valid}` : valid;
}

function textOf(value: JsonValue): string {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
