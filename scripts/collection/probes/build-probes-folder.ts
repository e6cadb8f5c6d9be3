import type { Contract, Operation } from '../../contract/model';
import { buildChecks } from '../answers/build-checks';
import { arrangeFolders } from '../arrange-folders';
import type { Lazy } from '../files/print-collection';
import type { PostmanFolder } from '../postman';
import { contractLines } from '../requests/contract-lines';
import { checksEvent } from '../scripts/build-script';
import { stableId } from '../stable-id';
import { buildProbe } from './build-probe';
import { planContract } from './plan-contract';
import { probesFolderName } from './probes-folder-name';

const DESCRIPTION = `Requests that hold the API to its contract. Nothing here is for daily work.

Each folder below is one operation, and each request in it breaks one thing on purpose: no jwt, a wrong type, a value beyond a limit. The answer has to be a refusal that the contract documents. A few sit exactly on a limit or send another example; they have to be accepted. What a request creates is deleted again.

Nothing in here is sent to production or to a host that the contract does not know, unless the variable \`allowWrites\` holds that host's name. Requests that write need \`allowWrites\` anywhere.

To run it alone, choose Run on this folder; to leave it out, choose the folders above, or delete this one: nothing else needs it.`;

/** The folder `Contract checks`: its probes by tag and operation; undefined where there is none. */
export function buildProbesFolder(contract: Contract): Lazy<PostmanFolder> | undefined {
  const { slug } = contract;
  const name = probesFolderName(contract);
  if (name === undefined) return undefined;
  const item = arrangeFolders(contract).flatMap((folder): Lazy<PostmanFolder>[] => {
    const operations = folder.entries.flatMap((entry) =>
      operationFolder(entry.name, entry.operation, contract),
    );
    if (folder.name === undefined || operations.length === 0) return operations;
    return [{ id: stableId(slug, 'probes', 'folder', folder.name), name: folder.name, item: operations }];
  });
  return { id: stableId(slug, 'probes'), name, description: DESCRIPTION, item };
}

function operationFolder(name: string, operation: Operation, contract: Contract): Lazy<PostmanFolder>[] {
  const probes = planContract(contract).probes.get(operation.key) ?? [];
  if (probes.length === 0) return [];
  return [
    {
      id: stableId(contract.slug, 'probes', operation.key),
      name,
      description: contractLines({ ...operation, operationId: undefined }, contract),
      get event() {
        // A refusal that says "not now" to a plain request is what probes look for.
        const { notTested: _, ...checks } = buildChecks(operation, contract);
        return [checksEvent(checks)];
      },
      item: {
        *[Symbol.iterator]() {
          for (const probe of probes) yield buildProbe(probe, contract);
        },
      },
    },
  ];
}
