import type { Contract, Operation, Parameter } from '../../contract/model';
import type { JsonValue } from '../../spec/document';
import { inputProbe } from './input-probe';
import { leftOutOf, type ProbePlan } from './planned-probe';
import { requestChecker } from './schema-checker';
import { schemasAt } from './schemas-at';

/** A list's second page of one item each, or as much of that as it can be asked for. */
export function pagingProbes(operation: Operation, contract: Contract): ProbePlan {
  const paging = contract.lifeCycles.lists[operation.key]?.paging;
  const query = (name: string | undefined) =>
    operation.parameters.find((parameter) => parameter.in === 'query' && parameter.name === name);
  const asked = [
    { parameter: query(paging?.size.parameter), wanted: 1 },
    { parameter: query(paging?.page.parameter), wanted: 2 },
  ].flatMap(({ parameter, wanted }) => (parameter === undefined ? [] : [{ parameter, wanted }]));
  const sent = asked.map(({ parameter, wanted }) => ({
    parameter,
    value: allowed(parameter, wanted, contract),
  }));
  const [first] = sent;
  if (first === undefined) return { probes: [], leftOut: [] };
  const place = `query ${first.parameter.name}`;
  if (sent.some(({ value }) => value === undefined)) {
    const reason = 'no page was found that its parameters allow';
    return { probes: [], leftOut: [leftOutOf(operation, 'paging', place, reason)] };
  }
  const parameters = operation.parameters.map((parameter) => {
    const value = sent.find((each) => each.parameter === parameter)?.value;
    return value === undefined ? parameter : { ...parameter, sample: value, required: true };
  });
  const others = sent.slice(1).map(({ parameter, value }) => `, with ${parameter.name} ${value}`);
  const input = {
    kind: 'paging' as const,
    place,
    placeWords: `query parameter ${first.parameter.name}`,
    shortPlace: first.parameter.name,
    words: [first.value, ...others].join(''),
    operation: { ...operation, parameters },
    rank: [],
  };
  return { probes: [inputProbe(input, contract)], leftOut: [] };
}

/** The number that is wanted, or else the least that there may be. */
function allowed({ schema, sample }: Parameter, wanted: number, contract: Contract): JsonValue | undefined {
  const check = requestChecker(contract);
  const least = schemasAt([schema], sample, contract).map(({ minimum }) => minimum);
  return [wanted, ...least].find(
    (value) => typeof value === 'number' && check(schema, value, 'text').length === 0,
  );
}
