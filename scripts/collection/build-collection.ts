import type { Contract } from '../contract/model';
import { namedSchemas } from './answers/named-schemas';
import { boundNames } from './bound-names';
import { buildFolders } from './build-folders';
import { buildVariables } from './build-variables';
import type { Lazy } from './files/print-collection';
import { usedVariables } from './life-cycles/used-variables';
import type { PostmanCollection } from './postman';
import { buildProbesFolder } from './probes/build-probes-folder';
import { collectionAuth } from './requests/build-auth';
import { collectionEvents, type ScriptFiles } from './scripts/build-script';
import { buildSettings } from './scripts/build-settings';
import { describeServerVariables } from './server-variables';
import { stableId } from './stable-id';

const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

/**
 * The collection, format v2.1.0, each request of it built when it is asked for. The same contract and scripts give the
 * same value.
 */
export function buildCollection(contract: Contract, files: ScriptFiles): Lazy<PostmanCollection> {
  const { slug } = contract;
  const auth = collectionAuth(contract);
  const variable = buildVariables(contract);
  return {
    info: {
      _postman_id: stableId(slug),
      name: contract.name,
      description: describe(contract),
      schema: SCHEMA,
    },
    ...(auth === undefined ? {} : { auth }),
    event: collectionEvents(buildSettings(contract), namedSchemas(contract).shared, files),
    // A redirect to a sign-in page must be seen as what it is, not as the page it leads to.
    protocolProfileBehavior: { followRedirects: false },
    item: {
      *[Symbol.iterator]() {
        yield* boundNames(buildFolders(contract));
        const probes = buildProbesFolder(contract);
        if (probes !== undefined) yield* boundNames([probes]);
      },
    },
    ...(variable.length > 0 ? { variable } : {}),
  };
}

function describe(contract: Contract): string {
  const cycles =
    usedVariables(contract).length === 0
      ? ''
      : 'A name in double braces, such as `{{NAME}}`, stands for what another answer gives, or what you set: the variables of the collection say which. Each folder works from top to bottom, and deletes what it made.';
  const title = `${contract.name}${contract.version === '' ? '' : `, version ${contract.version}`}.`;
  const parts = [
    title,
    howToBegin(contract),
    credentialsOf(contract),
    cycles,
    describeServerVariables(contract),
  ];
  return [...parts, contract.description.trim()].filter((part) => part !== '').join('\n\n');
}

function howToBegin(contract: Contract): string {
  if (contract.login !== undefined)
    return 'Select an environment, paste your `apiKey` into it, and send a request: the jwt is fetched, kept and renewed for you.';
  return needsCredentials(contract)
    ? 'Select an environment, fill in its secrets, and send a request.'
    : 'Select an environment, and send a request.';
}

/** Of all requests, so that none has to say that it needs none. `scripts/changes/` reads it. */
function credentialsOf(contract: Contract): string {
  return needsCredentials(contract)
    ? 'A request whose description names no credentials needs none.'
    : 'No request needs credentials.';
}

function needsCredentials({ operations, login }: Contract): boolean {
  return login !== undefined || operations.some(({ security }) => security.length > 0);
}
