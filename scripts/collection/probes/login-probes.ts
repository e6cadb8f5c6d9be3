import type { Contract, Operation } from '../../contract/model';
import { refusalsOf } from './expected-statuses';
import { leftOutOf, type PlannedProbe, type ProbePlan, type RequestChange } from './planned-probe';

/** Probes of the login: no key, an empty one, a wrong one. None may give a jwt. */
export function loginProbes(operation: Operation, { login }: Contract): ProbePlan {
  if (login === undefined || login.operation !== operation.key) return { probes: [], leftOut: [] };
  const { in: place, name } = login.apiKey;
  const statuses = refusalsOf(operation).login;
  if (statuses.length === 0) {
    const reason = 'the contract documents no refusal of a login (4xx)';
    return { probes: [], leftOut: [leftOutOf(operation, 'no-key', `${place} ${name}`, reason, 3)] };
  }
  const parameters = operation.parameters.filter(
    (parameter) => parameter.in !== place || parameter.name !== name,
  );
  const probe = (
    kind: PlannedProbe['kind'],
    words: string,
    change: RequestChange,
    changed = operation,
  ): PlannedProbe => ({
    kind,
    place: `${place} ${name}`,
    name: kind === 'no-key' ? `without ${name}` : words,
    operation: changed,
    change,
    rank: [],
    expected: { sends: words, expects: 'refusal', statuses, otherwise: 'broken', noJwtAt: login.jwt },
  });
  const text = (value: string): RequestChange => ({ text: { in: place, name, value } });
  const probes = [
    probe('no-key', `no ${name}`, {}, { ...operation, parameters }),
    probe('empty-key', `an empty ${name}`, text('')),
    probe('wrong-key', `a wrong ${name}`, text('no-such-key')),
  ];
  return { probes, leftOut: [] };
}
