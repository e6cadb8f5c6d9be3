import type { Contract, Operation } from '../../contract/model';
import type { JsonValue } from '../../spec/document';
import { withValueAt } from '../../spec/with-value-at';
import { createDocumentedReplies } from '../answers/documented-replies';
import { jsonOf, jsonReply } from '../answers/reply';
import type { Fault } from './fault';
import { breachesOf } from './field-breaches';
import { fullerValue } from './fuller-value';
import { placesIn } from './schema-places';

/**
 * Every way to break one rule of the schema of an operation's JSON success at one place:
 * `wrong-type /items/0/id`, `minimum /items/0/weight`… Changes that the schema allows after all are no faults.
 * A field that the example lacks is filled in first, so every field that the schema names has its turn.
 */
export function fieldFaults(
  operation: Operation,
  contract: Contract,
  replies = createDocumentedReplies(contract),
): Fault[] {
  const success = replies.successValue(operation);
  if (success === undefined) return [];
  const { media } = success;
  const definitions = contract.definitions.response;
  const keeps = (candidate: JsonValue) => replies.check(media, candidate).length === 0;
  if (!keeps(success.value)) return [];
  const value = fullerValue(success.value, media.schema ?? true, definitions, keeps);

  const faults = new Map<string, Fault>();
  for (const place of placesIn(value, media.schema ?? true, definitions)) {
    for (const { rule, pointer, changed } of breachesOf(place)) {
      const name = pointer === '' ? rule : `${rule} ${pointer}`;
      const change = (whole: JsonValue) =>
        changed === undefined ? without(whole, pointer) : withValueAt(whole, pointer, changed);
      const broken = change(value);
      if (faults.has(name) || keeps(broken)) continue;
      // what is answered may be another thing than the documented one: it is broken at the same place
      const breakAnswer = (whole: JsonValue | undefined) => {
        const candidate = whole === undefined ? broken : change(whole);
        return keeps(candidate) ? broken : candidate;
      };
      faults.set(name, fieldFault(name, operation, breakAnswer));
    }
  }
  return [...faults.values()];
}

/** The first word of a field fault's name: which rule it breaks. */
export function ruleOf({ name }: Fault): string {
  return name.split(' ')[0] ?? name;
}

function fieldFault(
  name: string,
  { key }: Operation,
  breakAnswer: (whole: JsonValue | undefined) => JsonValue,
): Fault {
  return {
    name,
    breaks: `answers ${key} with a body that breaks ${name}`,
    concerns: (operation) => operation.key === key,
    spoil: (reply) =>
      reply.status < 300
        ? { ...reply, body: jsonReply(reply.status, breakAnswer(jsonOf(reply))).body }
        : reply,
  };
}

function without(value: JsonValue, pointer: string): JsonValue {
  const slash = pointer.lastIndexOf('/');
  const gone = Symbol('gone') as unknown as JsonValue;
  // JSON text has no symbols: the field is left out
  return JSON.parse(JSON.stringify(withValueAt(value, pointer.slice(0, slash) + pointer.slice(slash), gone)));
}
