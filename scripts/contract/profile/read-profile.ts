import type { ErrorObject } from 'ajv';
import type { JsonValue, LocatedValue } from '../../spec/document';
import { pointerTo, valueAt } from '../../spec/json-pointer';
import { limitProblems } from '../../spec/limit-problems';
import { nearestName } from '../../spec/nearest-name';
import { parseText } from '../../spec/parse/parse-text';
import { placeOf } from '../../spec/place-of';
import { type Problem, ProblemError } from '../../spec/problem';
import { readText } from '../../spec/sources/read-text';
import { describeType, describeValue } from '../../spec/validate/describe-value';
import type { Profile } from './profile';
import { profileFormats, profileSchema } from './profile-schema';

const SOURCES = ['from', 'lookUp', 'date', 'value'];

type Told = Pick<Problem, 'message' | 'expected' | 'hint'> & { pointer: string };

/**
 * Reads a profile from a YAML or JSON file.
 *
 * @param file its name as the person typed it, shown that way in messages
 * @param cwd the folder it is relative to
 * @returns the profile, and its source for the lines of what is said about it later
 * @throws ProblemError with all errors: INVALID_PROFILE, or what keeps the file from being read at all
 */
export async function readProfile(
  file: string,
  cwd: string,
): Promise<{ profile: Profile; source: LocatedValue }> {
  const { located: source, warnings } = parseText(await readText(file, cwd), file);
  const leaks = standInErrors(source.value);
  const elsewhere = (told: Told) => !leaks.some(({ pointer }) => pointer === told.pointer);
  const broken = [...schemaErrors(source.value).filter(elsewhere), ...leaks, ...sourceErrors(source.value)];
  const problems = broken.map(
    ({ pointer, ...told }): Problem => ({
      code: 'INVALID_PROFILE',
      severity: 'error',
      ...placeOf(source, pointer),
      ...told,
    }),
  );
  // A person writes a profile by hand, so what is odd in it can be put right.
  const odd = warnings
    .filter(({ pointer }) => !problems.some((problem) => problem.pointer === pointer))
    .map((warning): Problem => ({ ...warning, code: 'INVALID_PROFILE', severity: 'error' }));
  if (problems.length + odd.length > 0) throw new ProblemError(...limitProblems([...problems, ...odd]));
  return { profile: source.value as unknown as Profile, source };
}

function schemaErrors(value: JsonValue): Told[] {
  const formats = Object.entries(profileFormats).map(
    ([name, { test }]) => [name, (text: string) => test.test(text)] as const,
  );
  // Most contracts come without a profile, and do without Ajv.
  const { Ajv }: typeof import('ajv') = require('ajv');
  const ajv = new Ajv({
    allErrors: true,
    verbose: true,
    allowUnionTypes: true,
    formats: Object.fromEntries(formats),
  });
  const validate = ajv.compile(profileSchema);
  if (validate(value)) return [];
  return (validate.errors ?? []).filter((error) => !isRepeated(error)).map(tell);
}

/** What another error says already: a name is wrong, or a key is missing because it is misspelt. */
function isRepeated({ keyword, params, data, parentSchema }: ErrorObject): boolean {
  if (keyword === 'propertyNames' || keyword === 'if') return true;
  if (keyword !== 'required') return false;
  const known = Object.keys(parentSchema?.properties ?? {});
  const unknown = Object.keys(data as object).filter((key) => !known.includes(key));
  return unknown.some((key) => nearestName(key, known) === params.missingProperty);
}

function tell(error: ErrorObject): Told {
  const { keyword, params, instancePath, propertyName } = error;
  const value: JsonValue = propertyName ?? (error.data as JsonValue);
  const pointer = propertyName === undefined ? instancePath : instancePath + pointerTo(propertyName);
  const told = { pointer, message: `found ${shown(pointer, value)}` };
  switch (keyword) {
    case 'additionalProperties':
      return tellUnknown(error);
    case 'required':
      return { pointer, message: `\`${params.missingProperty}\` is missing`, hint: 'add it' };
    case 'type': {
      const quote = params.type === 'string' && typeof value === 'number';
      const expected = [params.type].flat().map(describeType).join(' or ');
      return { ...told, expected, ...(quote ? { hint: 'put it in quotes' } : {}) };
    }
    case 'enum':
      return {
        ...told,
        expected: params.allowedValues.join(' or '),
        ...meant(nearest(value, params.allowedValues)),
      };
    case 'format': {
      const format = profileFormats[params.format];
      const repaired = format?.repair(String(value)) ?? '';
      const expected = format?.expected ?? params.format;
      return { ...told, expected, ...meant(format?.test.test(repaired) ? repaired : undefined) };
    }
    case 'minLength':
      return { ...told, message: 'found an empty text', hint: 'fill it in, or take the line out' };
    case 'minItems':
    case 'minProperties':
      return { ...told, expected: `at least ${params.limit} in it` };
    case 'maxItems':
      return { ...told, expected: `at most ${params.limit} in it` };
    default:
      return { ...told, expected: `a number ${params.comparison} ${params.limit}` };
  }
}

function nearest(value: JsonValue, allowed: string[]): string | undefined {
  return typeof value === 'string' ? nearestName(value, allowed) : undefined;
}

function meant(name: string | undefined): Pick<Problem, 'hint'> {
  return name === undefined ? {} : { hint: `did you mean ${name}` };
}

function tellUnknown({ params, instancePath, parentSchema }: ErrorObject): Told {
  const name = String(params.additionalProperty);
  const known = Object.keys(parentSchema?.properties ?? {});
  const near = nearestName(name, known);
  const hint = near === undefined ? `use one of: ${known.join(', ')}` : `did you mean ${near}`;
  return {
    pointer: instancePath + pointerTo(name),
    message: `\`${name}\` is not a key of a profile here`,
    hint,
  };
}

/** What an environment holds may be a secret (also a url with a password), so it is not shown. */
function shown(pointer: string, value: JsonValue): string {
  if (!/^\/environments\/[^/]+\/(server|alsoAt|apiKey|phone)/.test(pointer)) return describeValue(value);
  return typeof value === 'object'
    ? describeValue(value)
    : `a ${typeof value === 'string' ? 'text' : typeof value}`;
}

/** A variable's value has one source. */
function sourceErrors(value: JsonValue): Told[] {
  const variables = valueAt(value, '/variables');
  if (typeof variables !== 'object' || variables === null) return [];
  return Object.entries(variables).flatMap(([name, variable]) => {
    if (typeof variable !== 'object' || variable === null) return [];
    const [first, second] = Object.keys(variable).filter((key) => SOURCES.includes(key));
    if (first === undefined || second === undefined) return [];
    return [
      {
        pointer: pointerTo('variables', name, second),
        message: `${name} has \`${first}\` and \`${second}\``,
        expected: `one of ${SOURCES.join(', ')}`,
        hint: 'take one of them out',
      },
    ];
  });
}

/** An apiKey or a phone in a committed file is a leak, save for the dummies of a server on this machine. */
function standInErrors(value: JsonValue): Told[] {
  const environments = valueAt(value, '/environments');
  if (typeof environments !== 'object' || environments === null) return [];
  return Object.entries(environments).flatMap(([name, environment]) => {
    if (typeof environment !== 'object' || environment === null || Array.isArray(environment)) return [];
    const pointer = pointerTo('environments', name);
    if (environment.standIn === true) return loopbackErrors(environment.server, `${pointer}/server`);
    return ['apiKey', 'phone']
      .filter((key) => Object.hasOwn(environment, key))
      .map((key) => ({
        pointer: `${pointer}/${key}`,
        message: `an environment that is not a stand-in holds \`${key}\` in a file that others can read`,
        hint: 'take it out and paste it in Postman; if it was a real one, have it replaced',
      }));
  });
}

function loopbackErrors(server: JsonValue | undefined, pointer: string): Told[] {
  if (typeof server !== 'string' || !profileFormats.url?.test.test(server)) return [];
  if (/^https?:\/\/(localhost|127(\.\d+){3}|\[::1\])(:\d+)?(\/|$)/i.test(server)) return [];
  const expected = 'a loopback address, such as http://127.0.0.1:4010';
  return [{ pointer, message: 'a stand-in serves on this machine only', expected }];
}
