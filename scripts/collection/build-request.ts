import type { Contract, Operation, Parameter } from '../contract/model';
import { withValueAt } from '../spec/with-value-at';
import { buildAuth, secretParameter } from './build-auth';
import { buildBody } from './build-body';
import { buildHeaders } from './build-headers';
import { buildUrl } from './build-url';
import type { PostmanRequest } from './postman';

/** An operation as the request that a person sends. */
export function buildRequest(operation: Operation, contract: Contract): PostmanRequest {
  const textFor = (parameter: Parameter) => variableValue(parameter, operation, contract);
  const { auth } = buildAuth(operation, contract);
  const requestBody = withPhone(operation, contract);
  const built = requestBody === undefined ? undefined : buildBody(requestBody, ['phone']);
  return {
    method: operation.method,
    ...(auth === undefined ? {} : { auth }),
    header: buildHeaders(operation, built?.contentType, textFor),
    ...(built === undefined ? {} : { body: built.body }),
    url: buildUrl(operation, textFor),
    description: describe(operation),
  };
}

/** `{{apiKey}}` where the login's key goes, and a variable for any other secret; else the sample holds. */
function variableValue(parameter: Parameter, operation: Operation, contract: Contract): string | undefined {
  const { login } = contract;
  const isKey =
    login?.operation === operation.key &&
    login.apiKey.in === parameter.in &&
    login.apiKey.name === parameter.name;
  if (isKey) return '{{apiKey}}';
  const secret = secretParameter(parameter);
  return secret === undefined ? undefined : `{{${secret}}}`;
}

/** The operation that makes a key asks for the person's own phone, never for the contract's example. */
function withPhone({ key, requestBody }: Operation, { testKey }: Contract): Operation['requestBody'] {
  if (testKey === undefined || testKey.operation !== key || requestBody === undefined) return requestBody;
  const content = requestBody.content.map((media) => ({
    ...media,
    sample: withValueAt(media.sample, testKey.phone, '{{phone}}'),
  }));
  return { ...requestBody, content };
}

/** The contract's words, and what to look for in it: method, path and operationId. */
function describe(operation: Operation): string {
  const name = operation.operationId === undefined ? '' : ` (operationId \`${operation.operationId}\`)`;
  const trace = `Contract: \`${operation.key}\`${name}`;
  const deprecated = operation.deprecated ? 'Deprecated.' : '';
  return [deprecated, operation.description.trim(), trace].filter((part) => part !== '').join('\n\n');
}
