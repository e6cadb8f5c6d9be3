import type { JsonObject } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import type { Finding } from './finding';
import { type FoundOperation, type FoundPath, listPaths } from './list-operations';
import { pathSegments, type Segment } from './path-template';
import { plainBreach } from './plain-breach';
import type { Survey } from './survey';

interface Template extends FoundPath {
  segments: Segment[];
}

/**
 * Paths of which nobody can tell which one a request means: `/a/{x}` and `/a/{y}`, and with a method in common
 * `/a/{x}/b` and `/a/c/{y}`. A more concrete path goes before a templated one, so `/a/c` and `/a/{x}` are none.
 * https://spec.openapis.org/oas/v3.0.3#path-templating-matching
 */
export function ambiguousPaths(survey: Survey): Finding[] {
  const known: Map<number, Template[]> = new Map();
  return listPaths(survey.document, survey.refs).flatMap((found): Finding[] => {
    const template = { ...found, segments: pathSegments(found.path) };
    if (template.segments.every(({ rank }) => rank === 2)) return [];
    const alike = known.get(template.segments.length) ?? [];
    const other = alike.find((earlier) => areAmbiguous(earlier, template, survey));
    alike.push(template);
    known.set(template.segments.length, alike);
    return other === undefined ? [] : [ambiguous(other, template)];
  });
}

function areAmbiguous(one: Template, other: Template, survey: Survey): boolean {
  let oneIsNearer = false;
  let otherIsNearer = false;
  for (const [index, segment] of one.segments.entries()) {
    const facing = other.segments[index];
    if (facing === undefined || !canMeet(segment, facing)) return false;
    oneIsNearer ||= segment.rank > facing.rank;
    otherIsNearer ||= segment.rank < facing.rank;
  }
  if (!oneIsNearer && !otherIsNearer) return true;
  if (!oneIsNearer || !otherIsNearer || !shareMethod(one, other, survey)) return false;
  return takesTexts(one, other, survey) && takesTexts(other, one, survey);
}

/** Whether a text can match both. Of `{x}.json` and `a-{y}` nobody can tell: then not. */
function canMeet(one: Segment, other: Segment): boolean {
  if (one.text === '' || other.text === '') return one.text === other.text;
  if (one.shape === other.shape || one.rank === 0 || other.rank === 0) return true;
  if (one.rank === 2 && other.rank === 1) return matches(one.text, other.shape);
  if (one.rank === 1 && other.rank === 2) return matches(other.text, one.shape);
  return false;
}

function matches(text: string, shape: string): boolean {
  const parts = shape.split('{}').map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${parts.join('.+')}$`).test(text);
}

/** Whether a method of both goes to the same server. */
function shareMethod(one: Template, other: Template, { document }: Survey): boolean {
  const serversOf = ({ item }: Template, { value }: FoundOperation) => {
    const servers = value.servers ?? item.value.servers ?? document.servers ?? [];
    return (Array.isArray(servers) ? servers : []).filter(isObject).map(({ url }) => url);
  };
  return one.operations.some((operation) => {
    const facing = other.operations.find(({ method }) => method === operation.method);
    if (facing === undefined) return false;
    const [here, there] = [serversOf(one, operation), serversOf(other, facing)];
    return here.length + there.length === 0 || here.some((url) => there.includes(url));
  });
}

/** Whether the parameters of one take the texts that the other has in their place: a number is never `search`. */
function takesTexts(one: Template, other: Template, survey: Survey): boolean {
  return one.segments.every(({ rank, names: [name] }, index) => {
    const facing = other.segments[index];
    if (rank !== 0 || name === undefined || facing === undefined || facing.rank !== 2) return true;
    const schemas = schemasOf(name, one, survey);
    return schemas.every((schema) => takesText(schema, facing.text, survey));
  });
}

function schemasOf(name: string, { item, operations }: Template, { refs }: Survey): JsonObject[] {
  return [item, ...operations].flatMap(({ value }) => {
    const list = Array.isArray(value.parameters) ? value.parameters : [];
    return list.flatMap((entry): JsonObject[] => {
      const parameter = refs.follow(entry, '')?.value;
      if (parameter?.in !== 'path' || parameter.name !== name) return [];
      const schema = isObject(parameter.schema) ? refs.follow(parameter.schema, '')?.value : undefined;
      return schema === undefined ? [] : [schema];
    });
  });
}

function takesText(schema: JsonObject, text: string, survey: Survey): boolean {
  const value = /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  if (Array.isArray(schema.enum) && !schema.enum.some((member) => String(member) === text)) return false;
  if (schema.format === 'uuid' && !/^[0-9a-f-]{36}$/i.test(text)) return false;
  return [value, text].some((read) => plainBreach(schema, read, survey) === undefined);
}

function ambiguous(one: Template, other: Template): Finding {
  const isSame = one.segments.every(({ shape }, index) => shape === other.segments[index]?.shape);
  const message = isSame
    ? `the paths ${one.path} and ${other.path} differ in the names of their parameters only`
    : `a request can match ${one.path} and ${other.path}, and neither is the more concrete one`;
  return {
    code: 'AMBIGUOUS_PATH',
    pointer: other.pointer,
    message,
    hint: isSame ? 'make them one path' : 'change one of them, or restrict its parameters',
  };
}
