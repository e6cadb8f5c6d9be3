import type { Operation } from '../model';
import type { Draft } from './derive-variables';
import { isSuccess } from './json-answer';
import type { Resource } from './life-cycles';

/**
 * What the contract's POST operations create: where a value from the answer of `POST /P` is what `/P/{param}` takes,
 * that value is the id. `DELETE /P/{param}` deletes it, if it says that it may succeed.
 */
export function deriveResources(operations: readonly Operation[], variables: readonly Draft[]): Resource[] {
  return operations
    .filter(({ method, writes }) => method === 'POST' && writes)
    .flatMap((maker): Resource[] => {
      const named = variables.flatMap((variable) => namedBelow(maker, variable, operations));
      const deleting = named.find(({ operation }) => isDeleter(operation, maker));
      const itself = named.find(({ operation, name }) => operation.path === `${maker.path}/{${name}}`);
      const chosen = deleting ?? itself ?? named[0];
      if (chosen === undefined) return [];
      const { id, variable } = chosen;
      return [{ maker: maker.key, id, variable, deleter: deleting?.operation.key }];
    });
}

/** The operations below a maker's path that take what its answer gives as a variable. */
function namedBelow(
  maker: Operation,
  { name: variable, source, places }: Draft,
  operations: readonly Operation[],
) {
  if (source.kind !== 'answer') return [];
  const given = source.from.find((place) => place.operation === maker.key && place.in === 'body');
  if (given === undefined) return [];
  return places.flatMap(({ operation: key, in: place, name }) => {
    const operation = operations.find((each) => each.key === key);
    const isBelow = operation?.path.startsWith(`${maker.path}/{${name}}`) === true;
    return place === 'path' && isBelow ? [{ operation, name, id: given.at, variable }] : [];
  });
}

/** By its id alone: nobody would know what else to send. */
function isDeleter(operation: Operation, maker: Operation): boolean {
  const { method, path, writes, responses, requestBody } = operation;
  const parameters = path.match(/\{[^{}]*\}/g) ?? [];
  const isItself = path === `${maker.path}/${parameters[0]}`;
  const succeeds = responses.some(({ status }) => isSuccess(status));
  const asksForMore =
    requestBody?.required === true ||
    operation.parameters.some((parameter) => parameter.required && parameter.in !== 'path');
  return method === 'DELETE' && writes && parameters.length === 1 && isItself && succeeds && !asksForMore;
}
