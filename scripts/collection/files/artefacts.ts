import type { Contract } from '../../contract/model';
import { buildCollection } from '../build-collection';
import { buildEnvironment } from '../build-environment';
import type { ScriptFiles } from '../scripts/build-script';
import { ENDING } from './current-environments';
import { printCollection } from './print-collection';

/** A generated file as a value. */
export interface Artefact {
  /** Below the output folder, with `/`. */
  path: string;
  /** Its text in pieces, which are made one after the other. */
  pieces: Iterable<string>;
}

/** Everything that `generate` writes: the collection, then an environment each. */
export function buildArtefacts(contract: Contract, files: ScriptFiles): [Artefact, ...Artefact[]] {
  return [
    {
      path: `collections/${contract.slug}.postman_collection.json`,
      pieces: { [Symbol.iterator]: () => printCollection(buildCollection(contract, files)) },
    },
    ...contract.environments.map((plan) => ({
      path: `environments/${plan.name}${ENDING}`,
      pieces: [`${JSON.stringify(buildEnvironment(plan, contract), null, '\t')}\n`],
    })),
  ];
}

export function artefactText({ pieces }: Artefact): string {
  return [...pieces].join('');
}
