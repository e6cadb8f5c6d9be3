import { isJson } from '../../contract/is-json';
import type { Contract, MediaType, Operation, RequestBody } from '../../contract/model';
import type { JsonValue } from '../../spec/document';
import { pointerTo } from '../../spec/json-pointer';
import { withValueAt } from '../../spec/with-value-at';
import { preferredMedia } from '../requests/preferred-media';
import { printJsonBody } from '../requests/print-json-body';
import type { Attempt } from './attempt';
import { type BodyPlace, bodyPlaces, requires } from './body-places';
import { breakingAttempts } from './breaking-attempts';
import { type Input, inputProbe } from './input-probe';
import { limitAttempts } from './limit-attempts';
import { leftOutOf, type PlannedProbe, type ProbePlan } from './planned-probe';
import { requestChecker } from './schema-checker';
import { workingValue } from './working-value';

/** A field that no contract has. */
const NO_FIELD = 'noSuchField';

/** Deeper than any field. */
const WHOLE = 1000;

/**
 * Probes of a request's body: left out, no JSON, of another media type, without each required field, with values
 * that break one rule of one place, and with values on its limits.
 *
 * @param mayAccept whether values on a limit may be tried
 */
export function bodyProbes(operation: Operation, contract: Contract, mayAccept: boolean): ProbePlan {
  const { requestBody } = operation;
  if (requestBody === undefined) return { probes: [], leftOut: [] };
  const media = preferredMedia(requestBody.content);
  const whole = wholeBody(operation, requestBody, media, contract);
  if (!isJson(media.type)) {
    const reason = `a body of ${media.type} is not taken apart`;
    return { probes: whole, leftOut: [leftOutOf(operation, 'wrong-type', 'body', reason)] };
  }
  const parts = partsOfBody(operation, requestBody, media, contract, mayAccept);
  return { probes: [...whole, ...parts.probes], leftOut: parts.leftOut };
}

/** What a plain body breaks by itself, so that nothing can be broken by itself in it. */
export function brokenBody({ requestBody }: Operation, contract: Contract): string | undefined {
  if (requestBody === undefined) return undefined;
  const media = preferredMedia(requestBody.content);
  if (!isJson(media.type) || media.schema === undefined) return undefined;
  const [breach] = requestChecker(contract)(media.schema, media.sample, 'json');
  if (breach === undefined) return undefined;
  if (breach.keyword === 'compile') return 'the schema of the body cannot be compiled';
  const where = breach.pointer === '' ? 'it' : breach.pointer;
  return `the plain body does not satisfy its schema: ${where} breaks ${breach.keyword}`;
}

function wholeBody(
  operation: Operation,
  { required, content }: RequestBody,
  media: MediaType,
  contract: Contract,
): PlannedProbe[] {
  const input = { ...inputAt('', required, 0), operation };
  const text = printJsonBody(media.sample, contract.digits);
  const takesText = content.some(({ type }) => /^(text|\*)\/(plain|\*)/i.test(type));
  const inputs: Input[] = [
    ...(required
      ? [
          {
            ...input,
            operation: { ...operation, requestBody: undefined },
            kind: 'missing-body',
            words: 'left out',
          } as const,
        ]
      : []),
    ...(isJson(media.type)
      ? [
          {
            ...input,
            kind: 'not-json',
            words: 'a text that is no JSON',
            change: { raw: 'this is no JSON' },
          } as const,
        ]
      : []),
    ...(isJson(media.type) && !takesText
      ? [
          {
            ...input,
            kind: 'wrong-media-type',
            words: 'sent as text/plain',
            change: { raw: text, mediaType: 'text/plain' },
          } as const,
        ]
      : []),
  ];
  return inputs.map((each) => inputProbe(each, contract));
}

function partsOfBody(
  operation: Operation,
  requestBody: RequestBody,
  media: MediaType,
  contract: Contract,
  mayAccept: boolean,
): ProbePlan {
  const { schema, sample } = media;
  const plan: ProbePlan = { probes: [], leftOut: [] };
  if (schema === undefined) return plan;
  const check = requestChecker(contract);
  const input = (place: BodyPlace, body: JsonValue): Omit<Input, 'kind' | 'words'> => ({
    ...inputAt(place.pointer, requestBody.required && place.required, place.depth),
    operation: { ...operation, requestBody: { ...requestBody, content: [{ ...media, sample: body }] } },
  });
  for (const place of bodyPlaces(schema, sample, contract)) {
    for (const attempt of [...attemptsAt(place), ...fieldAttempts(place)]) {
      if (attempt.kind === 'on-limit' && !mayAccept) continue;
      const at = attempt.at ?? place.pointer;
      const changed = (value: JsonValue) => withValueAt(sample, place.pointer, value);
      const found = workingValue(attempt, (value) => check(schema, changed(value), 'json'), place.pointer);
      if (found === undefined) {
        plan.leftOut.push(
          leftOutOf(operation, attempt.kind, placeName(at), attempt.reason ?? notFound(attempt)),
        );
        continue;
      }
      const there = input({ ...place, pointer: at }, changed(found.value));
      const rank = [attempt.ofFormat === true ? 1 : 0, ...there.rank.slice(1)];
      plan.probes.push(inputProbe({ ...there, rank, kind: attempt.kind, words: found.words }, contract));
    }
  }
  return plan;
}

/** An attempt that changes an object, but is about one of its fields. */
type FieldAttempt = Attempt & { at?: string };

function attemptsAt({ schemas, value }: BodyPlace): FieldAttempt[] {
  return [...breakingAttempts(schemas, value, 'json'), ...limitAttempts(schemas, value)];
}

/** Each required field left out, and one more where no more are allowed. */
function fieldAttempts({ pointer, value, schemas }: BodyPlace): FieldAttempt[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const missing = Object.keys(value)
    .filter((name) => requires(schemas, name))
    .map((name): FieldAttempt => {
      const { [name]: _, ...rest } = value;
      const candidates = [{ value: rest, words: 'left out' }];
      const at = pointer + pointerTo(name);
      return { kind: 'missing-field', candidates, breaks: 'required', at };
    });
  if (!schemas.some(({ additionalProperties }) => additionalProperties === false)) return missing;
  const candidates = [{ value: { ...value, [NO_FIELD]: 'x' }, words: 'a field that is not allowed' }];
  const at = pointer + pointerTo(NO_FIELD);
  return [...missing, { kind: 'unknown-field', candidates, breaks: 'additionalProperties', at }];
}

function notFound({ breaks }: Attempt): string {
  return breaks === undefined
    ? 'no value was found that sits on the limit and satisfies the rest'
    : `no value was found that breaks ${breaks} and nothing else`;
}

function placeName(pointer: string): string {
  return pointer === '' ? 'body' : `body ${pointer}`;
}

function inputAt(
  pointer: string,
  required: boolean,
  depth: number,
): Omit<Input, 'kind' | 'words' | 'operation'> {
  const place = placeName(pointer);
  // A field tells more than the whole: whatever reads JSON notices that an object is none.
  return {
    place,
    placeWords: place,
    shortPlace: place,
    rank: [0, required ? 0 : 1, 0, pointer === '' ? WHOLE : depth],
  };
}
