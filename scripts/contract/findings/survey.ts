import type { JsonObject, JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import { pointerTo } from '../../spec/json-pointer';
import { openapiShape, type Shape } from '../../spec/openapi-shape';
import type { Direction } from '../model';
import { createRefResolver, type Located, type RefResolver } from '../schema/ref-resolver';

/** A part of the document, and which way what it describes travels; undefined: either way. */
export interface Part extends Located {
  direction: Direction | undefined;
}

/** A media type with its name, such as `application/json`. */
export interface MediaPart extends Part {
  type: string;
}

/** The parts of a document by kind, each where it is written: no reference is followed. */
export interface Survey {
  document: JsonObject;
  refs: RefResolver;
  /** In 3.1 what stands beside a `$ref` counts; in 3.0 it does not. */
  is31: boolean;
  schemas: Part[];
  parameters: Part[];
  headers: Part[];
  mediaTypes: MediaPart[];
  servers: Located[];
}

type Scope = Direction | 'unknown' | 'either';

const components = openapiShape.fields?.components?.fields ?? {};
const SCHEMA = components.schemas?.each;
const PARAMETER = components.parameters?.each;
const HEADER = components.headers?.each;
const REQUEST_BODY = components.requestBodies?.each;
const RESPONSE = components.responses?.each;
const CALLBACK = components.callbacks?.each;
const MEDIA_TYPE = RESPONSE?.fields?.content?.each;
const SERVER = openapiShape.fields?.servers?.items;
const WEBHOOKS = openapiShape.fields?.webhooks;

/** Walks a document once, along the structure that OpenAPI gives it. */
export function surveyDocument(document: JsonObject): Survey {
  const survey: Survey = {
    document,
    refs: createRefResolver(document),
    is31: String(document.openapi).startsWith('3.1'),
    schemas: [],
    parameters: [],
    headers: [],
    mediaTypes: [],
    servers: [],
  };
  const seen = new Map<Shape, Set<object>>();
  visit(openapiShape, document, '', 'unknown');
  return survey;

  function visit(shape: Shape, value: JsonValue, pointer: string, outer: Scope): void {
    if (typeof value !== 'object' || value === null || isKnown(shape, value)) return;
    if (Array.isArray(value)) {
      const { items } = shape;
      if (items === undefined) return;
      for (const [index, item] of value.entries()) visit(items, item, pointer + pointerTo(index), outer);
      return;
    }
    const scope = scopeOf(shape, outer);
    note(shape, value, pointer, scope);
    const isReference = shape.referable === true && typeof value.$ref === 'string';
    if (isReference && (shape !== SCHEMA || !survey.is31)) return;
    for (const [key, member] of Object.entries(value)) {
      const inner = innerShape(shape, key);
      if (inner === undefined) continue;
      const at = pointer + pointerTo(key);
      visit(inner, member, at, scope);
      if (inner === MEDIA_TYPE && isObject(member)) {
        survey.mediaTypes.push({ type: key, value: member, pointer: at, direction: directionOf(scope) });
      }
    }
  }

  function note(shape: Shape, value: JsonObject, pointer: string, scope: Scope): void {
    const part = { value, pointer, direction: directionOf(scope) };
    if (shape === SCHEMA) survey.schemas.push(part);
    else if (shape === PARAMETER) survey.parameters.push(part);
    else if (shape === HEADER) survey.headers.push(part);
    else if (shape === SERVER) survey.servers.push(part);
  }

  /** YAML aliases put the very same value in several places. */
  function isKnown(shape: Shape, value: object): boolean {
    const values = seen.get(shape) ?? new Set();
    if (values.has(value)) return true;
    seen.set(shape, values.add(value));
    return false;
  }
}

/** In callbacks and webhooks the server asks and the client answers: both ways are possible there. */
function scopeOf(shape: Shape, outer: Scope): Scope {
  if (outer === 'either' || shape === CALLBACK || shape === WEBHOOKS) return 'either';
  if (shape === PARAMETER || shape === REQUEST_BODY) return 'request';
  if (shape === RESPONSE) return 'response';
  return outer;
}

function directionOf(scope: Scope): Direction | undefined {
  return scope === 'request' || scope === 'response' ? scope : undefined;
}

function innerShape(shape: Shape, key: string): Shape | undefined {
  if (shape.fields !== undefined && Object.hasOwn(shape.fields, key)) return shape.fields[key];
  return shape.names === undefined || shape.names.test(key) ? shape.each : undefined;
}
