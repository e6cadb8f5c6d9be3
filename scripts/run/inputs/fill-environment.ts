import type { JsonObject, JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';

/** Names of the variables that hold secrets, whatever their type says. */
const secretNames = new Set(['apikey', 'phone', 'jwt', 'expiredjwt']);

/** A copy of an environment with these values in it; those that are undefined or empty change nothing. */
export function fillEnvironment(
  environment: JsonObject,
  values: Record<string, string | undefined>,
): JsonObject {
  const wanted = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  const names = new Set(wanted.map(([key]) => key));
  const kept = variablesOf(environment).filter((variable) => !names.has(String(variable.key)));
  const added = wanted.map(([key, value]) => ({ key, value: value ?? '', type: 'default', enabled: true }));
  return { ...environment, values: [...kept, ...added] };
}

/** The value of a variable, as text; undefined where the environment does not have it. */
export function environmentValue(environment: JsonObject, key: string): string | undefined {
  // the last of two variables with one name is the one that counts in Postman
  const variable = variablesOf(environment).findLast((each) => each.key === key);
  return variable === undefined ? undefined : textOf(variable).trim();
}

/** Values that must not be shown: of the variables named like a secret, and of those of the type `secret`. */
export function secretsOf(values: JsonValue | undefined): string[] {
  return variableTexts(variablesOf({ values: values ?? [] }).filter(isSecret));
}

/** The values of these variables, of an environment or a collection. */
export function variableTexts(values: JsonValue | undefined): string[] {
  return variablesOf({ values: values ?? [] }).map(textOf);
}

/** Names of these variables, of an environment or a collection. */
export function variableNames(values: JsonValue | undefined): string[] {
  return variablesOf({ values: values ?? [] }).map((variable) => String(variable.key));
}

/** Names of those whose values `secretsOf` gives. */
export function secretNamesOf(values: JsonValue | undefined): string[] {
  return variablesOf({ values: values ?? [] })
    .filter(isSecret)
    .map((variable) => String(variable.key));
}

export function isSecretName(name: string): boolean {
  return secretNames.has(name.toLowerCase());
}

function isSecret({ key, type }: JsonObject): boolean {
  return isSecretName(String(key)) || type === 'secret';
}

/** Objects and lists are no texts; nothing sends them. */
function textOf({ value }: JsonObject): string {
  return typeof value === 'object' ? '' : String(value ?? '');
}

/** What has no name is no variable. */
function variablesOf(environment: JsonObject): JsonObject[] {
  const values = Array.isArray(environment.values) ? environment.values : [];
  return values.filter(isObject).filter(({ key }) => typeof key === 'string');
}
