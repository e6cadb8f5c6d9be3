import type { Contract, EnvironmentPlan } from '../contract/model';
import type { PostmanEnvironment } from './postman';
import { buildAuth, isCredential, secretParameter } from './requests/build-auth';
import { stableId } from './stable-id';

/**
 * An environment as plain data (Postman's library would lose the type `secret`). Secrets are empty but for the
 * stand-in's, which are public.
 */
export function buildEnvironment(plan: EnvironmentPlan, contract: Contract): PostmanEnvironment {
  const { slug, login, testKey } = contract;
  const values: PostmanEnvironment['values'] = [
    plain('baseUrl', plan.baseUrl),
    ...Object.entries(plan.servers ?? {}).map(([name, url]) => plain(name, url)),
    plain('environment', plan.name),
    ...(login === undefined ? [] : [secret('apiKey', plan.apiKey)]),
    ...(testKey === undefined ? [] : [secret('phone', plan.phone)]),
    ...(login === undefined ? [] : [secret('jwt', '')]),
    ...otherSecrets(contract).map((key) => secret(key, '')),
    plain('allowWrites', String(plan.allowWrites)),
  ];
  return {
    id: stableId(slug, 'environment', plan.name),
    name: `${contract.name} ${plan.name}`,
    values,
    _postman_variable_scope: 'environment',
  };
}

/** Variables that requests name besides those of the login. */
function otherSecrets(contract: Contract): string[] {
  const names = contract.operations.flatMap((operation) => {
    const auth = buildAuth(operation, contract);
    const parameters = operation.parameters.filter((parameter) => !isCredential(parameter, auth));
    return [...auth.secrets, ...parameters.map(secretParameter).filter((name) => name !== undefined)];
  });
  const known = contract.login === undefined ? [] : ['apiKey', 'jwt'];
  return [...new Set(names)].filter((name) => !known.includes(name));
}

function plain(key: string, value: string): PostmanEnvironment['values'][number] {
  return { key, value, type: 'default', enabled: true };
}

function secret(key: string, value: string): PostmanEnvironment['values'][number] {
  return { key, value, type: 'secret', enabled: true };
}
