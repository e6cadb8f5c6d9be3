import type { Contract, Operation } from '../../contract/model';
import { contractIndex } from '../life-cycles/contract-index';
import { leftOutOf, type ProbePlan } from './planned-probe';

/**
 * A GET where the contract has none, once per path, with its first operation. GET is the only method tried: any
 * other may write, HEAD and GET are answered together, and OPTIONS and TRACE by what stands in front.
 */
export function methodProbes(operation: Operation, contract: Contract): ProbePlan {
  const onPath = contractIndex(contract).onPath.get(operation.path) ?? [];
  if (onPath[0]?.key !== operation.key) return { probes: [], leftOut: [] };
  const reason = reasonAgainst(operation, onPath, contract);
  if (reason !== undefined)
    return { probes: [], leftOut: [leftOutOf(operation, 'other-method', 'method GET', reason)] };
  const parameters = operation.parameters.filter((parameter) => parameter.in === 'path');
  return {
    probes: [
      {
        kind: 'other-method',
        place: 'method GET',
        name: 'GET, which is not documented here',
        operation: { ...operation, parameters, requestBody: undefined },
        change: { method: 'GET' },
        rank: [],
        expected: {
          sends: 'method GET, which is not documented here',
          expects: 'no success',
          statuses: ['405'],
          otherwise: 'broken',
        },
      },
    ],
    leftOut: [],
  };
}

function reasonAgainst(operation: Operation, onPath: Operation[], contract: Contract): string | undefined {
  const reading = onPath.find(({ method }) => method === 'GET' || method === 'HEAD');
  if (reading !== undefined) return `the path has a ${reading.method}, and other methods may write`;
  const gets = contract.operations.filter(({ method }) => method === 'GET');
  const taken = gets.find(({ path }) => matches(path, operation.path));
  return taken === undefined ? undefined : `${taken.key} would answer a GET of this path`;
}

/** Whether a path template takes the url of another: its parameters take anything, its words only themselves. */
function matches(template: string, path: string): boolean {
  const wanted = template.split('/');
  const given = path.split('/');
  return (
    wanted.length === given.length &&
    wanted.every((segment, index) => segment.includes('{') || segment === given[index])
  );
}
