import type { ErrorObject } from 'ajv';
import type { JsonObject, JsonValue, LocatedValue } from '../document';
import { pointerTo } from '../json-pointer';
import { nearestName } from '../nearest-name';
import { placeOf } from '../place-of';
import type { Problem } from '../problem';
import { describeType, describeValue } from './describe-value';
import type { Violation } from './pick-violations';

type Told = Pick<Problem, 'message' | 'expected' | 'hint'> & { pointer: string };

/** A violation of the OpenAPI schema as a warning, in words of the document rather than of the schema. */
export function violationProblem(violation: Violation, document: LocatedValue): Problem {
  const { pointer, ...told } = tell(violation);
  return { code: 'INVALID_DOCUMENT', severity: 'warning', ...placeOf(document, pointer), ...told };
}

function tell({ errors, keyword, pointer, alternatives }: Violation): Told {
  const [error] = errors;
  const value = error.data as JsonValue;
  switch (keyword) {
    case 'required': {
      const missing = namesOf(errors, 'missingProperty').map((name) => `\`${name}\``);
      const message = `the object lacks ${missing.join(alternatives ? ' or ' : ' and ')}`;
      return { pointer, message, hint: 'the OpenAPI specification requires it: add it' };
    }
    case 'type': {
      const expected = namesOf(errors, 'type').map(describeType).join(' or ');
      return { pointer, message: `found ${describeValue(value)}`, expected };
    }
    case 'enum':
    case 'const': {
      const allowed = errors
        .flatMap(({ params }) => params.allowedValues ?? [params.allowedValue])
        .map(String);
      const near = typeof value === 'string' ? nearestName(value, allowed) : undefined;
      const expected = [...new Set(allowed)].join(', ');
      const told = { pointer, message: `found ${describeValue(value)}`, expected };
      return near === undefined ? told : { ...told, hint: `did you mean ${near}` };
    }
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return tellUnknown(error, pointer);
    case 'not':
      return { pointer, message: `the object holds ${excluded(error)}`, hint: 'keep one of them' };
    default:
      return tellOther(error, pointer);
  }
}

function tellUnknown({ params, parentSchema, data }: ErrorObject, pointer: string): Told {
  const name = String(params.additionalProperty ?? params.unevaluatedProperty);
  const place = pointer + pointerTo(name);
  if (pointer === '/paths')
    return { pointer: place, message: 'the path does not begin with `/`', hint: 'put a `/` before it' };
  // It would be a reference if it were a url.
  if (name === '$ref' && /\s/.test(String((data as JsonObject)[name])))
    return { pointer: place, message: 'the reference is no url', hint: 'write a blank in it as %20' };
  const near = nearestName(name, knownNames(parentSchema));
  const hint = near === undefined ? 'take it out, or let its name begin with `x-`' : `did you mean ${near}`;
  return { pointer: place, message: `\`${name}\` is not known here`, hint };
}

/** Members that a schema names, one by one or in a pattern such as `^(get|put|post)$`. */
function knownNames(schema: ErrorObject['parentSchema']): string[] {
  const patterns = Object.keys(schema?.patternProperties ?? {});
  const listed = patterns.flatMap((pattern) => /^\^\(([\w|]+)\)\$$/.exec(pattern)?.[1]?.split('|') ?? []);
  return [...Object.keys(schema?.properties ?? {}), ...listed];
}

function tellOther({ propertyName, message = 'is not valid', data }: ErrorObject, pointer: string): Told {
  if (propertyName !== undefined) {
    return { pointer: pointer + pointerTo(propertyName), message: `the name ${message}`, hint: 'rename it' };
  }
  const hint = 'see the OpenAPI specification';
  return { pointer, message: `${describeValue(data as JsonValue)} ${message}`, hint };
}

function excluded({ schema }: ErrorObject): string {
  const names = (schema as { required?: string[] } | undefined)?.required ?? [];
  return names.length > 0 ? `both ${names.map((name) => `\`${name}\``).join(' and ')}` : 'what it must not';
}

function namesOf(errors: readonly ErrorObject[], param: string): string[] {
  return [...new Set(errors.flatMap((error) => error.params[param] as string | string[]))];
}
