import type { Contract, Operation } from '../../contract/model';
import { createRequestCheck, type WireRequest } from './check-request';
import type { Route, Routed } from './route';

/** Of operations that the url does not tell apart: the one that asks for most of those that the request satisfies. */
export function createChoice(contract: Contract) {
  const check = createRequestCheck(contract);

  return (route: Extract<Route, { others: Routed[] }>, sent: Omit<WireRequest, 'pathParameters'>): Routed => {
    if (route.others.length === 0) return route;
    const byDemand = [route, ...route.others].sort(
      (one, other) => demandOf(other.operation) - demandOf(one.operation),
    );
    const fitting = byDemand.find(
      ({ operation, pathParameters }) => !('complaint' in check(operation, { ...sent, pathParameters })),
    );
    return fitting ?? route;
  };
}

function demandOf({ parameters, requestBody }: Operation): number {
  return parameters.filter(({ required }) => required).length + (requestBody?.required === true ? 1 : 0);
}
