import type { Contract, Operation, Parameter } from '../../contract/model';
import type { JsonValue } from '../../spec/document';
import { requestChecker } from './schema-checker';
import { schemasAt } from './schemas-at';

const HIGHEST = 2_147_483_647;
const NO_UUID = '00000000-0000-4000-8000-000000000000';
const NO_ID = 'no-such-id';

/**
 * The operation with ids in its path that nothing has, so that no probe of it can change or delete anything.
 *
 * @returns undefined where no such id can be made: no parameter in the path, or one that allows none
 */
export function withHarmlessIds(operation: Operation, contract: Contract): Operation | undefined {
  let ids = 0;
  const parameters: Parameter[] = [];
  for (const parameter of operation.parameters) {
    const isId = parameter.in === 'path' && !isChoice(parameter, contract);
    const sample = isId ? harmlessId(parameter, contract) : parameter.sample;
    if (sample === undefined) return undefined;
    if (isId) ids += 1;
    parameters.push({ ...parameter, sample });
  }
  return ids === 0 ? undefined : { ...operation, parameters };
}

/** One of a few words, such as a kind of thing, is no id. */
function isChoice({ schema, sample }: Parameter, contract: Contract): boolean {
  return schemasAt([schema], sample, contract).some((part) => part.enum !== undefined);
}

function harmlessId({ schema, sample }: Parameter, contract: Contract): JsonValue | undefined {
  const parts = schemasAt([schema], sample, contract);
  const isNumber = parts.some(({ type }) =>
    [type].flat().some((one) => one === 'integer' || one === 'number'),
  );
  const candidates = isNumber ? [HIGHEST] : [NO_ID, NO_UUID, HIGHEST];
  const check = requestChecker(contract);
  return candidates.find((id) => check(schema, id, 'text').length === 0);
}
