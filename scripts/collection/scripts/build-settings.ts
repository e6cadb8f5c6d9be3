import type { Variable } from '../../contract/life-cycles/life-cycles';
import type { Contract } from '../../contract/model';
import type { Settings } from '../../postman/script-data';
import { exampleText, usedVariables } from '../life-cycles/used-variables';
import { probesFolderName } from '../probes/probes-folder-name';
import { buildAuth, secretParameter } from '../requests/build-auth';

const READING_METHODS = ['GET', 'HEAD', 'OPTIONS', 'TRACE'];

/** What the collection's pre-request script is told of the contract. */
export function buildSettings(contract: Contract): Settings {
  const { login, testKey, hosts, loopback, operations, lifeCycles } = contract;
  const folder = probesFolderName(contract);
  const variables = usedVariables(contract).map((variable) => [variable.name, sourceOf(variable)] as const);
  const deleters = lifeCycles.resources.flatMap(({ maker, id, deleter }) =>
    deleter === undefined ? [] : [[maker, { operation: deleter, id }] as const],
  );
  const queryKeys = credentialsInQueries(contract);
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
    ...(deleters.length > 0 ? { deleters: Object.fromEntries(deleters) } : {}),
    ...(queryKeys.length > 0 ? { queryKeys } : {}),
    ...(variables.length > 0 ? { variables: Object.fromEntries(variables) } : {}),
  };
}

/** The variables of secrets that go into a query, the login's own aside. */
function credentialsInQueries(contract: Contract): string[] {
  const names = contract.operations.flatMap((operation) => {
    const { authField, fields, optional } = buildAuth(operation, contract);
    const values = [authField, ...fields, ...optional].flatMap((field) =>
      field?.in === 'query' ? [field.value.slice(2, -2)] : [],
    );
    const parameters = operation.parameters.filter((parameter) => parameter.in === 'query');
    return [...values, ...parameters.map(secretParameter)].filter((name) => name !== undefined);
  });
  return [...new Set(names)].filter((name) => contract.login === undefined || name !== 'apiKey');
}

function sourceOf(variable: Variable): NonNullable<Settings['variables']>[string] {
  const { source } = variable;
  switch (source.kind) {
    case 'answer': {
      const from = source.from.map(({ operation, in: place, at }) => [
        operation,
        place === 'header' ? `header ${at}` : at,
      ]);
      return { from: Object.fromEntries(from), example: exampleText(variable) };
    }
    case 'lookUp':
      return { lookUp: { operation: source.operation, query: source.query, at: source.at } };
    case 'date':
      return { date: { workdays: source.workdays, text: source.text } };
    default:
      return {};
  }
}
