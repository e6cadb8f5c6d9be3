import type { Contract, Operation } from '../../scripts/contract/model';
import type { JsonObject } from '../../scripts/spec/document';
import type { StandIn } from '../../scripts/stand-in/start-stand-in';
import { planState } from '../../scripts/stand-in/state/state-plan';
import { createLiveSamples } from './live-samples';

export interface Seeds {
  /** By name of the variable, the values of the things that live; there is one more of each kind. */
  kept: JsonObject;
  /** `deletedShipmentId`…: those of things that are gone. */
  deleted: JsonObject;
}

/** Makes three things of each kind and deletes the first of them; what lives can be copied with `store.fork()`. */
export async function seedStore(standIn: StandIn, contract: Contract, jwt: string): Promise<Seeds> {
  const { parts } = planState(contract);
  const samples = createLiveSamples(contract);
  const isA = (role: string) => (operation: Operation) => parts.get(operation.key)?.role.is === role;
  const send = async (operation: Operation) => {
    const answer = await fetch(samples.request(standIn, operation, jwt));
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${operation.key} answers ${answer.status}: ${text}`);
    if (text !== '') samples.keep(operation, JSON.parse(text));
  };
  const makers = samples.inOrder.filter(isA('maker'));

  // what others need is made first, and lives as long as they are made
  const first = makers.filter(({ key }) => planHasDeleter(contract, key));
  for (const operation of first) await send(operation);
  const gone = Object.fromEntries(samples.values);
  for (const operation of samples.inOrder.filter(isA('deleter'))) await send(operation);
  for (let count = 0; count < 2; count++) for (const operation of makers) await send(operation);
  const deleted = Object.entries(gone).map(([name, value]) => [`deleted${capital(name)}`, value]);
  return { kept: Object.fromEntries(samples.values), deleted: Object.fromEntries(deleted) };
}

/** One maker for each deleter: whatever else makes such a thing would be left behind. */
function planHasDeleter({ lifeCycles }: Contract, maker: string): boolean {
  const resource = lifeCycles.resources.find((each) => each.maker === maker);
  const { deleter } = resource ?? {};
  return deleter !== undefined && lifeCycles.resources.find((each) => each.deleter === deleter) === resource;
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
