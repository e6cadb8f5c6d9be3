import type { Contract } from '../../scripts/contract/model';
import { startStandIn } from '../../scripts/stand-in/start-stand-in';
import type { Store } from '../../scripts/stand-in/state/store';
import { seedStore } from './seed-store';
import { logIn } from './with-stand-in';

/** Things that live in a stand-in, and what a run's variables hold that has made them itself. */
export interface Seeded {
  /** A copy for each run that changes it. */
  fork(): Store;
  /** By variable: ids of what lives, and what look-ups would find. */
  values: Record<string, string>;
  /** `deletedShipmentId`… */
  deleted: Record<string, string>;
}

const known = new WeakMap<Contract, Promise<Seeded>>();

/** Made once for a contract, by a stand-in without faults. */
export function seeded(contract: Contract): Promise<Seeded> {
  const made = known.get(contract) ?? seed(contract);
  known.set(contract, made);
  return made;
}

async function seed(contract: Contract): Promise<Seeded> {
  const standIn = await startStandIn({ contract });
  try {
    const apiKey = contract.environments.find((environment) => environment.standIn)?.apiKey ?? '';
    const jwt = contract.login === undefined ? '' : await logIn(standIn, apiKey);
    const { kept, deleted } = await seedStore(standIn, contract, jwt);
    const lookUps = contract.lifeCycles.variables
      .filter(({ source }) => source.kind === 'lookUp')
      .map(({ name, example }): [string, string] => [name, String(example)]);
    return {
      fork: () => standIn.store.fork(),
      values: { ...texts(kept), ...Object.fromEntries(lookUps) },
      deleted: texts(deleted),
    };
  } finally {
    await standIn.close();
  }
}

function texts(values: object): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}
