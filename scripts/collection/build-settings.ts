import type { Contract } from '../contract/model';
import type { Settings } from '../postman/script-data';
import { probesFolderName } from './probes-folder-name';

const READING_METHODS = ['GET', 'HEAD', 'OPTIONS', 'TRACE'];

/** What the collection's pre-request script is told of the contract. */
export function buildSettings(contract: Contract): Settings {
  const { login, testKey, hosts, loopback, operations, testing } = contract;
  const folder = probesFolderName(contract);
  return {
    ...(login === undefined
      ? {}
      : {
          login: {
            operation: login.operation,
            apiKey: login.apiKey,
            jwt: login.jwt,
            send: login.send,
            lifetime: login.lifetime,
          },
        }),
    ...(testKey === undefined ? {} : { testKey: { operation: testKey.operation, apiKey: testKey.apiKey } }),
    hosts,
    ...(loopback === undefined ? {} : { loopback }),
    reads: operations
      .filter((operation) => !operation.writes && !READING_METHODS.includes(operation.method))
      .map((operation) => operation.key),
    writes: operations
      .filter((operation) => operation.writes && READING_METHODS.includes(operation.method))
      .map((operation) => operation.key),
    ...(folder === undefined ? {} : { probes: { folder } }),
    ...(Object.keys(testing.deleters).length > 0 ? { deleters: testing.deleters } : {}),
  };
}
