import type { Contract, Operation } from '../../scripts/contract/model';
import { createDocumentedReplies } from '../../scripts/stand-in/answers/documented-replies';
import type { Fault, Scene } from '../../scripts/stand-in/faults/fault';
import { faults } from '../../scripts/stand-in/faults/faults';
import { fieldFaults } from '../../scripts/stand-in/faults/field-faults';
import { refusalFaults } from '../../scripts/stand-in/faults/refusal-faults';
import { createJwtIssuer } from '../../scripts/stand-in/login/jwt-issuer';
import type { Sent } from './repeat-per-fault';

/** Faults that no single request can show; the runs of `kill-table.spec.ts` do. */
const ofRuns = [
  'login-503-twice',
  'login-closes-once',
  'login-repeats-jwt',
  'refuses-jwt-once',
  'refuses-every-jwt',
  'open-door',
  // only a later request can tell
  'forgets-created',
  'loses-changes',
  'keeps-deleted',
];

/** They are noticed by what `repeatPerFault` does not repeat plainly: probes. */
const ofProbes = ['serves-deleted', 'deletes-twice', 'ignores-limit', 'ignores-page'];

/** Chooses the faults for each request of a collection; `undefined` is the answer as the contract has it. */
export type Choose = (sent: Sent) => Promise<readonly (Fault | undefined)[]>;

/**
 * Plain calls meet every fault that changes their answer. A probe meets the fault that takes what it sends; the
 * first one of an operation that sends a bad jwt or key, and the first that sends a bad input, meet every bad refusal.
 */
export function planTrials(contract: Contract): Choose {
  const replies = createDocumentedReplies(contract);
  const issuer = createJwtIssuer(new Uint8Array(32), contract.login?.lifetime ?? 0, Date.now);
  const refusing = new Set<string>();

  return async ({ operation: key, probe }) => {
    const operation = contract.operations.find((each) => each.key === key);
    if (operation === undefined) throw new Error(`the contract has no ${key}`);
    if (probe === undefined) {
      return [undefined, ...(await onCalls(operation)), ...fieldFaults(operation, contract, replies)];
    }
    if (probe.kind === 'after-deletion') {
      const overlooks = operation.method === 'DELETE' ? named('deletes-twice') : named('serves-deleted');
      return [undefined, overlooks];
    }
    if (probe.kind === 'paging') {
      const { paging } = contract.lifeCycles.lists[key] ?? {};
      const ignores = [
        ...(paging?.size.at === undefined ? [] : ['ignores-limit']),
        ...(paging?.page.at === undefined ? [] : ['ignores-page']),
        ...(paging?.total === undefined ? [] : ['list-counts-wrong']),
      ];
      return [undefined, ...ignores.map(named)];
    }
    if (probe.kind === 'on-limit') return [undefined, named('refuses-limits')];
    if (probe.kind === 'example') return [undefined, named('refuses-examples')];
    const taking = named(`takes-${probe.kind}`);
    if (probe.kind === 'other-method') return [undefined, taking, named('refusal-500')];
    const sort = `${key} ${/jwt|key$/.test(probe.kind)}`;
    const isFirst = !refusing.has(sort);
    refusing.add(sort);
    return [undefined, taking, ...(isFirst ? refusalFaults : [])];
  };

  async function onCalls(operation: Operation): Promise<Fault[]> {
    const scene: Scene = {
      contract,
      operation,
      request: { pathParameters: {}, queryString: '', headers: {}, body: Buffer.alloc(0) },
      jwt: operation.needsLogin ? 'accepted' : 'not needed',
      flaws: [],
      accept: () => replies.success(operation),
      replies,
      issuer,
      now: Date.now(),
      memory: new Map(),
    };
    const striking: Fault[] = [];
    for (const fault of faults) {
      if (ofRuns.includes(fault.name) || fault.name === 'refuses-limits' || fault.name === 'refuses-examples')
        continue;
      if (ofProbes.includes(fault.name) || !fault.concerns(operation, contract)) continue;
      if (fault.mischief !== undefined) {
        if (fault.name !== 'list-ignores-filter' || sendsFilter(operation)) striking.push(fault);
        continue;
      }
      const reply = await answerOf(operation, scene);
      if ((await fault.spoil(reply, scene)) !== reply) striking.push(fault);
    }
    return striking;
  }

  /** Whether the plain call asks for something. */
  function sendsFilter({ key }: Operation): boolean {
    const filters = Object.keys(contract.lifeCycles.lists[key]?.filters ?? {});
    return contract.lifeCycles.variables.some(({ places }) =>
      places.some((place) => place.operation === key && filters.includes(place.name)),
    );
  }

  async function answerOf(operation: Operation, scene: Scene) {
    const reply = replies.success(operation);
    if (operation.key !== contract.login?.operation) return reply;
    return { ...reply, body: Buffer.from(JSON.stringify({ jwt: await scene.issuer.issue('') })) };
  }
}

function named(name: string): Fault {
  const fault = faults.find((each) => each.name === name);
  if (fault === undefined) throw new Error(`there is no fault ${name}`);
  return fault;
}
