import type { JsonValue } from '../../spec/document';
import { valueAt } from '../../spec/json-pointer';
import type { Contract, Operation, Schema } from '../model';
import { type Definitions, schemaAt, schemaParts, typesOf } from '../schema/schema-shape';
import type { Draft } from './derive-variables';
import { jsonAnswer } from './json-answer';
import type { Variable, VariablePlace, VariableSource } from './life-cycles';
import { sentFields } from './sent-fields';

type Known = Pick<Contract, 'operations' | 'definitions'>;

/** A variable with what it is until it has a value: the contract's example in its first place, else in its source. */
export function completeVariable({ name, source, places, ...stated }: Draft, contract: Known): Variable {
  const [first] = places;
  const example =
    stated.example ??
    (first && placeExample(first, contract)) ??
    sourceExample(source, contract) ??
    (first && placeSchemaExample(first, contract)) ??
    name;
  return { name, description: stated.description ?? describe(source), source, example, places };
}

function describe(source: VariableSource): string {
  switch (source.kind) {
    case 'answer': {
      const operations = source.from.map(({ operation }) => operation);
      const whose = operations.length === 1 ? 'answer' : 'answers';
      return `Kept from the ${whose} of ${operations.join(', ')}; until then the contract's example.`;
    }
    case 'lookUp':
      return `Looked up with ${source.operation} before a request that needs it; until then the contract's example.`;
    case 'date': {
      const days = source.workdays === 1 ? 'the next workday' : `${source.workdays} workdays ahead`;
      return `Made when a request needs it: ${days}, Monday to Friday.`;
    }
    case 'value':
      return 'Sent as it is here, unless the environment or a data file says otherwise.';
  }
}

function placeExample(place: VariablePlace, { operations }: Known): JsonValue | undefined {
  const operation = operations.find(({ key }) => key === place.operation);
  if (place.in === 'body') return scalarAt(operation && sentFields(operation)?.sample, place.name);
  const sample = parameterOf(operation, place)?.sample;
  return scalarAt(Array.isArray(sample) ? sample[0] : sample, '');
}

function sourceExample(source: VariableSource, { operations }: Known): JsonValue | undefined {
  const answerOf = (key: string) => {
    const operation = operations.find((each) => each.key === key);
    return operation === undefined ? undefined : jsonAnswer(operation)?.sample;
  };
  if (source.kind === 'lookUp') return scalarAt(answerOf(source.operation), source.at);
  if (source.kind !== 'answer') return undefined;
  const examples = source.from.map(({ operation, in: place, at }) =>
    place === 'body' ? scalarAt(answerOf(operation), at) : undefined,
  );
  return examples.find((example) => example !== undefined);
}

/** A value of the right type, where the contract has no example. */
function placeSchemaExample(place: VariablePlace, { operations, definitions }: Known): JsonValue | undefined {
  const operation = operations.find(({ key }) => key === place.operation);
  const schema =
    place.in === 'body'
      ? schemaAt((operation && sentFields(operation)?.schema) ?? true, place.name, definitions.request)
      : parameterOf(operation, place)?.schema;
  return schema === undefined ? undefined : schemaExample(schema, definitions.request);
}

function schemaExample(schema: Schema, definitions: Definitions): JsonValue | undefined {
  const parts = schemaParts(schema, definitions);
  const [word] = parts.flatMap((part) => (Array.isArray(part.enum) ? part.enum : []));
  if (word !== undefined) return word;
  const types = typesOf(schema, definitions);
  if (types.has('boolean')) return false;
  if (!types.has('integer') && !types.has('number')) return undefined;
  const minimum = parts.find((part) => typeof part.minimum === 'number')?.minimum;
  return Math.max(1, Number(minimum ?? 1));
}

function parameterOf(operation: Operation | undefined, place: VariablePlace) {
  return operation?.parameters.find((each) => each.in === place.in && each.name === place.name);
}

/** A text, a number or a flag; an empty text is no example of anything. */
function scalarAt(value: JsonValue | undefined, pointer: string): JsonValue | undefined {
  const found = value === undefined ? undefined : valueAt(value, pointer);
  return found === null || typeof found === 'object' || found === '' ? undefined : found;
}
