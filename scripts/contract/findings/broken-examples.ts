import type { JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import { pointerTo } from '../../spec/json-pointer';
import type { Direction } from '../model';
import type { Breach } from './breach';
import type { Finding } from './finding';
import { type Claim, judgeValues } from './judge-values';
import { isJson } from './missing-answers';
import type { MediaPart, Part, Survey } from './survey';
import { weighValue } from './weigh-value';

/** An example or a default, where it stands. */
interface Example extends Claim {
  pointer: string;
  what: 'example' | 'default';
}

/**
 * Examples and defaults that break their own schema. One that stands in a schema may be that of a request or of an
 * answer, unless it stands where only one of them can be.
 */
export function brokenExamples(survey: Survey): Finding[] {
  const examples = [
    ...survey.schemas.flatMap((part) => examplesInSchema(part, survey)),
    ...[...survey.parameters, ...survey.headers].flatMap((part) => examplesBeside(part, survey)),
    ...survey.mediaTypes.flatMap((part) => examplesOfMedia(part, survey)),
  ];
  const weighed = examples.map((example) => ({
    example,
    verdict: weighValue(example.schema.value, example.value, survey),
  }));
  const unknown = weighed.filter(({ verdict }) => verdict === 'unknown').map(({ example }) => example);
  const judged = judgeValues(unknown, survey);
  return weighed.flatMap(({ example, verdict }): Finding[] => {
    const breach = typeof verdict === 'object' ? verdict : judged.get(example);
    return breach === undefined ? [] : [broken(example, breach)];
  });
}

function examplesInSchema(part: Part, survey: Survey): Example[] {
  const { value: schema, pointer } = part;
  if (typeof schema.$ref === 'string' && !survey.is31) return [];
  const directions = directionsOf(part);
  const found: Example[] = [];
  const add = (value: JsonValue | undefined, at: string, what: Example['what'] = 'example') => {
    if (value !== undefined)
      found.push({ value, schema: { value: schema, pointer }, directions, pointer: at, what });
  };
  add(schema.example, `${pointer}/example`);
  add(schema.default, `${pointer}/default`, 'default');
  const list = survey.is31 && Array.isArray(schema.examples) ? schema.examples : [];
  for (const [index, value] of list.entries()) add(value, `${pointer}/examples/${index}`);
  return found;
}

/** The examples of a parameter, a header or a media type, which stand beside its schema. */
function examplesBeside({ value: holder, pointer, ...part }: Part, { refs }: Survey): Example[] {
  if (!isObject(holder.schema) || typeof holder.$ref === 'string') return [];
  const schema = { value: holder.schema, pointer: `${pointer}/schema` };
  const directions = directionsOf(part);
  const found: Example[] = [];
  const add = (value: JsonValue | undefined, at: string) => {
    if (value !== undefined) found.push({ value, schema, directions, pointer: at, what: 'example' });
  };
  add(holder.example, `${pointer}/example`);
  for (const [name, entry] of Object.entries(isObject(holder.examples) ? holder.examples : {})) {
    const example = refs.follow(entry, pointer + pointerTo('examples', name));
    if (example !== undefined) add(example.value.value, `${example.pointer}/value`);
  }
  return found;
}

/** Of XML and the like an example is a text as it is sent, which no schema speaks of. */
function examplesOfMedia(part: MediaPart, survey: Survey): Example[] {
  return examplesBeside(part, survey).filter(({ value }) => isJson(part.type) || typeof value !== 'string');
}

function directionsOf({ direction }: Pick<Part, 'direction'>): Direction[] {
  return direction === undefined ? ['request', 'response'] : [direction];
}

function broken({ pointer, what, value }: Example, { keyword, message }: Breach): Finding {
  const hint = hintFor(what, value, keyword, message);
  return {
    code: 'EXAMPLE',
    pointer,
    message: `the ${what} breaks its schema's \`${keyword}\`: ${message}`,
    hint,
  };
}

function hintFor(what: Example['what'], value: JsonValue, keyword: string, message: string): string {
  if (keyword === 'type' && typeof value === 'string' && /^\s*[[{]/.test(value)) {
    return 'write it as a value, not as a text that holds JSON';
  }
  if (keyword === 'type' && typeof value !== 'object' && message === 'it must be string') {
    return 'put it in quotes';
  }
  return `correct the ${what}, or the schema where the ${what} is right`;
}
