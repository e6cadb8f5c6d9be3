import type { Field } from '../../contract/fields/facts';
import { pathInside } from '../../contract/fields/field-path';
import { closureText, fingerprint } from '../../contract/fields/fingerprint';
import { listFields } from '../../contract/fields/list-fields';
import { code, words } from '../../contract/fields/words';
import type { Contract, MediaType, Operation, Parameter, RequestBody, Schema } from '../../contract/model';
import { preferredMedia } from './preferred-media';

/** Rows of the table of a body's fields. */
const ROWS = 60;

type Definitions = Record<string, Schema>;

/**
 * An operation whose descriptions also say what may be sent: each parameter's type and limits before the contract's
 * own words, and after those of the operation the credentials it needs and a table of its body's fields.
 * `scripts/changes/` reads them again, to tell what changed.
 */
export function describeFields(operation: Operation, contract: Contract): Operation {
  const definitions = contract.definitions.request;
  const parameters = operation.parameters.map((parameter) => ({
    ...parameter,
    description: describeParameter(parameter, definitions),
  }));
  const { description, requestBody } = operation;
  const homeless = parameters.filter((parameter) => !hasField(parameter, operation));
  const parts = [
    description.trim(),
    credentials(operation, contract),
    ...homeless.map(({ in: place, name, description: text }) => {
      return `Parameter: ${place} ${code(name)}: ${text.replaceAll(/\s+/g, ' ')}`;
    }),
    ...(requestBody === undefined ? [] : describeBody(requestBody, definitions)),
  ];
  return { ...operation, parameters, description: parts.filter((part) => part !== '').join('\n\n') };
}

/** Cookies share a header, and what is not a whole segment of the path is written into it. */
function hasField({ in: place, name }: Parameter, { path }: Operation): boolean {
  if (place === 'path') return /^[\w-]+$/.test(name) && path.split('/').includes(`{${name}}`);
  return place !== 'cookie';
}

/** `string, at most 36 characters, required. Shipment number; may repeat.` */
function describeParameter(parameter: Parameter, definitions: Definitions): string {
  const { whole, fields, rest } = listFields(parameter.schema, definitions, ROWS);
  const items = fields.find(({ path }) => path === '[]')?.facts;
  const inside = fields.filter(({ path }) => path !== '[]');
  const hasMore = inside.length > 0 || rest !== undefined;
  const facts = hasMore
    ? { ...whole, more: fingerprint(closureText([parameter.schema], definitions)) }
    : whole;
  const first = [
    words(facts, items),
    ...(parameter.required ? ['required'] : []),
    ...(parameter.deprecated ? ['deprecated'] : []),
    ...styleWords(parameter),
  ].join(', ');
  const text = parameter.description.trim();
  return `${first}.${text === '' ? '' : ` ${text}`}`;
}

const DEFAULT_STYLE = { path: 'simple', query: 'form', header: 'simple', cookie: 'form' } as const;

/** How several values are written, where it is not as usual; and a media type in its place. */
function styleWords({ in: place, style, explode, mediaType }: Parameter): string[] {
  if (mediaType !== undefined) return [`as ${code(mediaType)}`];
  const isUsual = style === DEFAULT_STYLE[place] && explode === (style === 'form');
  return isUsual ? [] : [`style ${code(style)}${explode ? ' exploded' : ''}`];
}

/**
 * "Credentials: `jwt` (apiKey, header `Authorization`)", alternatives with "or", several at once with "and"; nothing where
 * none are needed, which the collection's description tells.
 */
function credentials({ security }: Operation, { securitySchemes }: Contract): string {
  const alternatives = security.map((requirement) =>
    requirement
      .map(({ scheme, scopes }) => {
        const described = securitySchemes[scheme];
        const how = [...(described === undefined ? [] : [schemeWords(described)]), ...scopes.map(code)];
        return `${code(scheme)}${how.length > 0 ? ` (${how.join(', ')})` : ''}`;
      })
      .join(' and '),
  );
  if (alternatives.every((text) => text === '')) return '';
  return `Credentials: ${alternatives.map((text) => text || 'none').join(' or ')}`;
}

function schemeWords(scheme: Contract['securitySchemes'][string]): string {
  if (scheme.type === 'apiKey') return `apiKey, ${scheme.in} ${code(scheme.name)}`;
  return scheme.type === 'http' ? `http ${code(scheme.scheme)}` : scheme.type;
}

function describeBody({ required, content }: RequestBody, definitions: Definitions): string[] {
  const media = preferredMedia(content);
  const others = content.filter((other) => other !== media);
  const types = [code(media.type), ...others.map((other) => otherMedia(other, media, definitions))];
  const list = listFields(media.schema ?? true, definitions, ROWS);
  const rows = foldItems(list.fields).map(
    ([{ path, facts, required: isRequired }, items]) =>
      `| ${inCell(code(path))} | ${inCell(words(facts, items))} |${isRequired ? ' required' : ''} |`,
  );
  return [
    `Body${required ? ', required' : ''}, as ${types.join(', ')}${media.schema === undefined ? '' : `: ${words(list.whole)}`}`,
    ...(rows.length === 0 ? [] : [['| field | type | |', '|---|---|---|', ...rows].join('\n')]),
    ...(list.rest === undefined
      ? []
      : [`and ${list.rest.count} more fields (${code(list.rest.fingerprint)})`]),
  ];
}

function otherMedia(other: MediaType, shown: MediaType, definitions: Definitions): string {
  if (JSON.stringify(other.schema) === JSON.stringify(shown.schema)) return code(other.type);
  const own = fingerprint(closureText([other.schema ?? true], definitions));
  return `${code(other.type)} (with other fields ${code(own)})`;
}

/** Items of which there is little to say stand in the row of their array: `tags` is `array of string`. */
function foldItems(fields: Field[]): [Field, Field['facts'] | undefined][] {
  const items = new Map(fields.map(({ path, facts }) => [path, facts]));
  const isFolded = ({ path, facts }: Field) =>
    path.endsWith('[]') &&
    items.has(path.slice(0, -2)) &&
    (/^\w+$/.test(words(facts)) || !fields.some((other) => pathInside(other.path, path) !== undefined));
  const folded = new Set(fields.filter(isFolded).map(({ path }) => path));
  return fields
    .filter(({ path }) => !folded.has(path))
    .map((field) => [field, folded.has(`${field.path}[]`) ? items.get(`${field.path}[]`) : undefined]);
}

/** In a table a bar ends the cell, also inside of code. */
function inCell(text: string): string {
  return text.replaceAll('|', '\\|');
}
