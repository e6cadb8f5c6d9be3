import { code } from '../../contract/fields/words';
import type { Operation, Parameter } from '../../contract/model';
import type { PostmanField, PostmanUrl } from '../postman';
import { encodeName } from './encode-value';
import { pathText, queryPairs } from './serialize-parameter';

/** Gives a parameter's text where it is not the sample: the login's `{{apiKey}}`. */
export type TextFor = (parameter: Parameter) => string | undefined;

/**
 * `{{baseUrl}}` + path + query. A parameter that is a whole segment becomes a path variable that a person can
 * edit; one of several in a segment has its value written out, because Postman replaces whole segments only.
 */
export function buildUrl(operation: Operation, textFor: TextFor): PostmanUrl {
  const inPath = operation.parameters.filter((parameter) => parameter.in === 'path');
  const variable: PostmanField[] = [];
  const path = operation.path
    .slice(1)
    .split('/')
    .map((segment) => {
      const whole = inPath.find((parameter) => segment === `{${parameter.name}}`);
      if (whole === undefined || !/^[\w-]+$/.test(whole.name)) {
        const text = writtenOut(segment, inPath, textFor);
        return text.startsWith(':') ? withColon(text, variable) : text;
      }
      if (!variable.some(({ key }) => key === whole.name))
        variable.push(field(whole.name, textFor(whole) ?? pathText(whole, whole.sample), whole));
      return `:${whole.name}`;
    });
  const query = operation.parameters
    .filter((parameter) => parameter.in === 'query')
    .flatMap((parameter) => queryFields(parameter, textFor));
  return {
    host: [`{{${operation.server?.variable ?? 'baseUrl'}}}`],
    path,
    ...(query.length > 0 ? { query } : {}),
    ...(variable.length > 0 ? { variable } : {}),
    ...(operation.fragment === undefined ? {} : { hash: encodeURIComponent(operation.fragment) }),
  };
}

function queryFields(parameter: Parameter, textFor: TextFor): PostmanField[] {
  const name = encodeName(parameter.name);
  const given = textFor(parameter);
  const pairs = given === undefined ? queryPairs(parameter, parameter.sample) : [[name, given] as const];
  // What has nothing to send is there for a person to fill in.
  if (pairs.length === 0) return [field(name, '', { ...parameter, required: false })];
  return pairs.map(([key, value]) => field(key, value, parameter));
}

function writtenOut(segment: string, inPath: Parameter[], textFor: TextFor): string {
  return segment.replaceAll(/\{[^{}]*\}|[{}]/g, (part) => {
    const parameter = inPath.find(({ name }) => part === `{${name}}`);
    if (parameter === undefined) return encodeURIComponent(part);
    return textFor(parameter) ?? pathText(parameter, parameter.sample);
  });
}

/** A colon at the start of a segment is taken for a path variable: so it is one, that stands for itself. */
function withColon(text: string, variable: PostmanField[]): string {
  const [, key] = /^:([\w-]+)$/.exec(text) ?? [];
  if (key === undefined || variable.some((field) => field.key === key && field.value !== text))
    return text.replace(':', '%3A');
  const description = `string, always ${code(text)}, required.`;
  if (!variable.some((field) => field.key === key)) variable.push({ key, value: text, description });
  return text;
}

/** An optional parameter is there, but not sent until a person ticks it. */
export function field(key: string, value: string, parameter: Parameter): PostmanField {
  return {
    key,
    value,
    ...(parameter.description === '' ? {} : { description: ofParameter(key, parameter) }),
    ...(parameter.required ? {} : { disabled: true }),
  };
}

/** Of a parameter that is written as several fields, each says to which one it belongs. */
function ofParameter(key: string, { name, description }: Parameter): string {
  return key === name ? description : `Part of ${code(name)}: ${description}`;
}
