import type { Contract, Operation, Parameter } from '../../contract/model';
import { type NamedPlace, namedPlaces } from '../life-cycles/named-places';
import type { PostmanRequest } from '../postman';
import { buildAuth, isCredential, secretParameter } from './build-auth';
import { buildBody } from './build-body';
import { buildHeaders } from './build-headers';
import { buildUrl } from './build-url';
import type { CredentialField } from './credential';

/**
 * An operation as the request that a person sends, without a description.
 *
 * @param places where it names variables, if not where the plain request does; empty: it sends literal values
 */
export function buildRequest(
  operation: Operation,
  contract: Contract,
  places: readonly NamedPlace[] = namedPlaces(operation, contract),
): PostmanRequest {
  const variableAt = (parameter: Parameter) =>
    places.find(({ in: place, name }) => place === parameter.in && name === parameter.name)?.variable;
  // What a variable stands for is meant to be sent.
  const parameters = operation.parameters.map((parameter) =>
    variableAt(parameter) === undefined ? parameter : { ...parameter, required: true },
  );
  const credential = buildAuth(operation, contract);
  const { auth, fields, optional } = credential;
  const credentials = new Map([
    ...fields.map((field) => [asParameter(field, true), field.value] as const),
    ...optional.map((field) => [asParameter(field, false), field.value] as const),
  ]);
  const textFor = (parameter: Parameter) =>
    credentials.get(parameter) ?? variableValue(parameter, variableAt(parameter), operation, contract);
  const own = parameters.filter((parameter) => !isCredential(parameter, credential));
  const sent = { ...operation, parameters: [...own, ...credentials.keys()] };
  const inBody = [...places.filter((place) => place.in === 'body'), ...phonePlaces(operation, contract)];
  const { requestBody } = operation;
  const built = requestBody === undefined ? undefined : buildBody(requestBody, contract.digits, inBody);
  return {
    method: operation.method,
    ...(auth === undefined ? {} : { auth }),
    header: buildHeaders(sent, built?.contentType, textFor),
    ...(built === undefined ? {} : { body: built.body }),
    url: buildUrl(sent, textFor),
  };
}

/** What a security scheme adds stands among the parameters; what may be left away can be ticked. */
function asParameter({ in: place, name, value }: CredentialField, required: boolean): Parameter {
  return {
    name,
    in: place,
    required,
    description: '',
    deprecated: false,
    style: 'form',
    explode: false,
    allowReserved: false,
    schema: true,
    sample: value,
  };
}

/** `{{apiKey}}` where the login's key goes, a variable that is named there, or any other secret's; else the sample holds. */
function variableValue(
  parameter: Parameter,
  named: string | undefined,
  operation: Operation,
  { login }: Contract,
): string | undefined {
  const isKey =
    login?.operation === operation.key &&
    login.apiKey.in === parameter.in &&
    login.apiKey.name === parameter.name;
  const variable = isKey ? 'apiKey' : (named ?? secretParameter(parameter));
  return variable === undefined ? undefined : `{{${variable}}}`;
}

/** The operation that makes a key asks for the person's own phone, never for the contract's example. */
function phonePlaces({ key }: Operation, { testKey }: Contract): NamedPlace[] {
  return testKey?.operation === key ? [{ in: 'body', name: testKey.phone, variable: 'phone' }] : [];
}
