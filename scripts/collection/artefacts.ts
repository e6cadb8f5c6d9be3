import type { Contract } from '../contract/model';
import { buildCollection } from './build-collection';
import { buildEnvironment } from './build-environment';
import type { ScriptFiles } from './build-script';

/** A generated file as a value. */
export interface Artefact {
  /** Below the output folder, with `/`. */
  path: string;
  text: string;
}

/** Everything that `generate` writes: the collection, then an environment each. */
export function buildArtefacts(contract: Contract, files: ScriptFiles): Artefact[] {
  return [
    {
      path: `collections/${contract.slug}.postman_collection.json`,
      text: printJson(buildCollection(contract, files)),
    },
    ...contract.environments.map((plan) => ({
      path: `environments/${plan.name}.postman_environment.json`,
      text: printJson(buildEnvironment(plan, contract)),
    })),
  ];
}

/** With tabs, as the app exports: two columns of a deep collection are a third of the file. */
function printJson(value: unknown): string {
  return `${JSON.stringify(value, null, '\t')}\n`;
}
