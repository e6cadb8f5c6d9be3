import type { Contract, Schema } from '../../contract/model';
import type { JsonObject, JsonValue } from '../../spec/document';
import { valueAt } from '../../spec/json-pointer';
import { withValueAt } from '../../spec/with-value-at';
import { jsonOf, plainRefusal, type Reply } from '../answers/reply';
import { createRequestCheck } from '../requests/check-request';
import type { Fault, Scene } from './fault';

type RequestCheck = ReturnType<typeof createRequestCheck>;

const checks = new WeakMap<Contract, RequestCheck>();

/** Servers that are stricter than their contract. */
export const limitFaults: readonly Fault[] = [
  onAccepted('refuses-limits', 'refuses values that lie on a limit', ({ contract, operation, request }) => {
    const checked = tightened(contract)(operation, request);
    return (
      'complaint' in checked &&
      checked.complaint.flaws.some((flaw) => ['out-of-bounds', 'length'].includes(flaw))
    );
  }),
  onAccepted(
    'refuses-examples',
    'refuses the examples of its contract',
    ({ contract, operation, request }) => {
      const sent = jsonOf({ status: 0, headers: {}, body: request.body });
      const examples = operation.requestBody?.content.flatMap((media) => media.examples) ?? [];
      const textOf = textBut(variedIn(operation.key, contract));
      return sent !== undefined && examples.some(({ value }) => textOf(value) === textOf(sent));
    },
  ),
];

/** Where a body has other values than the contract's examples: days to come, what is looked up. */
function variedIn(key: string, { lifeCycles }: Contract): string[] {
  return lifeCycles.variables.flatMap(({ places }) =>
    places.filter((place) => place.operation === key && place.in === 'body').map(({ name }) => name),
  );
}

function textBut(pointers: readonly string[]): (value: JsonValue) => string {
  return (value) => {
    const there = pointers.filter((pointer) => valueAt(value, pointer) !== undefined);
    return JSON.stringify(there.reduce((whole, pointer) => withValueAt(whole, pointer, ''), value));
  };
}

function onAccepted(name: string, breaks: string, isRefused: (scene: Scene) => boolean): Fault {
  return {
    name,
    breaks,
    concerns: (operation, { login }) => operation.key !== login?.operation,
    spoil: (reply, scene) => (reply.status < 300 && isRefused(scene) ? refuse(scene) : reply),
  };
}

function refuse({ replies, operation }: Scene): Reply {
  const message = 'the stand-in was told to refuse this';
  return replies.refusal(operation, [422, 400], message) ?? plainRefusal(400, message);
}

/** Holds requests against the contract with every limit moved inwards by one. */
function tightened(contract: Contract): RequestCheck {
  const known = checks.get(contract);
  if (known !== undefined) return known;
  const request = Object.fromEntries(
    Object.entries(contract.definitions.request).map(([name, schema]) => [name, tighten(schema) as Schema]),
  );
  const check = createRequestCheck({ ...contract, definitions: { ...contract.definitions, request } });
  const operations = new Map(
    contract.operations.map((operation) => [operation.key, tighten(operation as unknown as JsonValue)]),
  );
  const tight: RequestCheck = (operation, wire) =>
    check((operations.get(operation.key) ?? operation) as unknown as typeof operation, wire);
  checks.set(contract, tight);
  return tight;
}

const moved: Record<string, [opposite: string, name: string, by: number]> = {
  minimum: ['maximum', 'exclusiveMinimum', 0],
  maximum: ['minimum', 'exclusiveMaximum', 0],
  minLength: ['maxLength', 'minLength', 1],
  maxLength: ['minLength', 'maxLength', -1],
  minItems: ['maxItems', 'minItems', 1],
  maxItems: ['minItems', 'maxItems', -1],
};

/** A copy; limits that leave one value only stay. */
function tighten(value: JsonValue): JsonValue {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(tighten);
  const entries = Object.entries(value as JsonObject).map(([name, inner]): [string, JsonValue] => {
    const [opposite, becomes, by] = moved[name] ?? ['', name, 0];
    if (typeof inner !== 'number') return [name, tighten(inner)];
    return value[opposite] === inner ? [name, inner] : [becomes, inner + by];
  });
  return Object.fromEntries(entries);
}
