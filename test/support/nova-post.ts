import { type Artefact, artefactText, buildArtefacts } from '../../scripts/collection/files/artefacts';
import { readScriptFiles } from '../../scripts/collection/scripts/script-files';
import type { Contract } from '../../scripts/contract/model';
import { readContract } from '../../scripts/contract/read-contract';
import type { JsonObject } from '../../scripts/spec/document';
import { PROJECT, readProjectFile } from './project';
import { withScratchFolder } from './scratch-folder';

const files = { spec: 'spec/nova-post.openapi.yaml', profile: 'spec/nova-post.profile.yaml' };

/** The contract, and what is generated from it. */
export interface NovaPost {
  contract: Contract;
  collection: JsonObject;
  /** An environment as it ships. */
  environment(name: string): JsonObject;
}

let real: Promise<NovaPost> | undefined;

/** The project's own contract, built anew: what is committed under `collections/` and `environments/`. */
export function novaPost(): Promise<NovaPost> {
  real ??= build(files.spec, files.profile, PROJECT);
  return real;
}

/** The same with changes in the texts of the specification and its profile. */
export function changedNovaPost(
  change: Record<'spec' | 'profile', (text: string) => string>,
): Promise<NovaPost> {
  const texts = {
    'spec.yaml': change.spec(readProjectFile(files.spec)),
    'profile.yaml': change.profile(readProjectFile(files.profile)),
  };
  return withScratchFolder(texts, (folder) => build('spec.yaml', 'profile.yaml', folder));
}

async function build(spec: string, profile: string, cwd: string): Promise<NovaPost> {
  const { contract } = await readContract({ spec, profile, cwd });
  const artefacts = buildArtefacts(contract, readScriptFiles());
  return {
    contract,
    collection: read(artefacts, `collections/${contract.slug}.postman_collection.json`),
    environment: (name) => read(artefacts, `environments/${name}.postman_environment.json`),
  };
}

function read(artefacts: readonly Artefact[], path: string): JsonObject {
  const artefact = artefacts.find((each) => each.path === path);
  if (artefact === undefined) throw new Error(`nothing was generated at ${path}`);
  return JSON.parse(artefactText(artefact)) as JsonObject;
}
