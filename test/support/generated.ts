import { type Artefact, artefactText, buildArtefacts } from '../../scripts/collection/files/artefacts';
import type { PostmanCollection, PostmanEnvironment } from '../../scripts/collection/postman';
import { readScriptFiles } from '../../scripts/collection/scripts/script-files';
import type { Contract } from '../../scripts/contract/model';
import { readContract } from '../../scripts/contract/read-contract';
import type { Problem } from '../../scripts/spec/problem';

/** What `generate` makes of a specification: the files as texts, and read again. */
export interface Generated {
  contract: Contract;
  artefacts: Artefact[];
  collection: PostmanCollection;
  environments: PostmanEnvironment[];
  warnings: Problem[];
}

/**
 * Reads and builds as the command does, in this process, and writes nothing.
 *
 * @throws ProblemError where the command would end with 2
 */
export async function generateFrom(spec: string, cwd: string, profile?: string): Promise<Generated> {
  const source = profile === undefined ? { spec, cwd } : { spec, cwd, profile };
  const { contract, warnings } = await readContract(source);
  const artefacts = buildArtefacts(contract, readScriptFiles());
  const [collection, ...environments] = artefacts.map((artefact) => JSON.parse(artefactText(artefact)));
  return { contract, artefacts, collection, environments, warnings };
}
