import { isDeepStrictEqual } from 'node:util';
import { chooseSecurity } from '../../contract/describe/choose-security';
import type { Contract, Operation, Parameter, SecurityRequirement } from '../../contract/model';
import type { PostmanAuth } from '../postman';
import { apiKeyAuth, type Credential, type CredentialField, credentialOf } from './credential';
import { credentialNames, variableFor } from './credential-names';

/** How one request proves who sends it, and the variables that a person fills for it. */
export interface BuiltAuth {
  /** Undefined: inherits the collection's. */
  auth: PostmanAuth | undefined;
  /** What it sends besides: Postman has one auth per request. */
  fields: CredentialField[];
  /** The field in which `auth` is sent, where that is one. */
  authField: CredentialField | undefined;
  /** What it may send, for a person to tick. */
  optional: CredentialField[];
  /** Names of variables that hold secrets. */
  secrets: string[];
}

/** Where user and password go. */
const AUTHORIZATION: CredentialField = { in: 'header', name: 'Authorization', value: '' };

export const NO_AUTH: PostmanAuth = { type: 'noauth' };

/**
 * The collection's auth, which requests inherit: the jwt in its header where the profile knows a login, else what the
 * contract asks for in general. Undefined where that is nothing.
 */
export function collectionAuth(contract: Contract): PostmanAuth | undefined {
  const { login, security, securitySchemes } = contract;
  if (login !== undefined) return apiKeyAuth(login.send.name, '{{jwt}}', 'header');
  const { sent } = chooseSecurity({ security, needsLogin: false }, securitySchemes, login);
  return mainOf(credentialsOf(sent, false, contract))?.auth;
}

/**
 * A request that needs the jwt inherits, and so does one that asks for what the contract does in general; a public
 * one is `noauth`; any other carries the schemes of one alternative, each with variables named after it.
 */
export function buildAuth(operation: Operation, contract: Contract): BuiltAuth {
  const known = authsOf(contract, operation.needsLogin);
  const auth = known.get(operation.security) ?? authOf(operation, contract);
  known.set(operation.security, auth);
  return auth;
}

type Auths = WeakMap<SecurityRequirement[], BuiltAuth>;
const auths = new WeakMap<Contract, { withLogin: Auths; without: Auths }>();

/** What the alternatives of operations came to: each probe of an operation asks again. */
function authsOf(contract: Contract, needsLogin: boolean): Auths {
  const known = auths.get(contract) ?? { withLogin: new WeakMap(), without: new WeakMap() };
  auths.set(contract, known);
  return needsLogin ? known.withLogin : known.without;
}

function authOf(operation: Operation, contract: Contract): BuiltAuth {
  const { sent, optional } = chooseSecurity(operation, contract.securitySchemes, contract.login);
  const { needsLogin } = operation;
  const credentials = credentialsOf(sent, needsLogin, contract);
  const offered = credentialsOf(optional, needsLogin, contract);
  const main = needsLogin ? undefined : mainOf(credentials);
  const authField = main === undefined ? undefined : (main.field ?? AUTHORIZATION);
  const isOther = (field: CredentialField) => !isSameField(field, authField);
  return {
    auth: needsLogin || inherits(main, contract) ? undefined : (main?.auth ?? NO_AUTH),
    authField,
    fields: fieldsOf(credentials.filter((credential) => credential !== main)).filter(isOther),
    optional: fieldsOf(offered),
    secrets: [...credentials, ...offered].flatMap(({ secrets }) => secrets),
  };
}

/** The one that is sent as Postman's auth; a request has one. */
function mainOf(credentials: Credential[]): Credential | undefined {
  const sendable = credentials.filter(({ auth }) => auth !== undefined);
  return sendable.find(({ auth }) => auth?.type !== 'apikey') ?? sendable[0];
}

function inherits(main: Credential | undefined, contract: Contract): boolean {
  return main?.auth !== undefined && isDeepStrictEqual(main.auth, collectionAuth(contract));
}

/** What the jwt satisfies needs no credential of its own. */
function credentialsOf(
  requirement: SecurityRequirement,
  needsLogin: boolean,
  contract: Contract,
): Credential[] {
  const { securitySchemes, login } = contract;
  const isLogin = (scheme: string) => needsLogin && (login?.scheme ?? scheme) === scheme;
  return requirement.flatMap(({ scheme, scopes }) => {
    const described = securitySchemes[scheme];
    if (described === undefined || isLogin(scheme)) return [];
    return [credentialOf(described, credentialNames(contract).get(scheme) ?? scheme, scopes)];
  });
}

function fieldsOf(credentials: Credential[]): CredentialField[] {
  return credentials.flatMap(({ field }) => (field === undefined ? [] : [field]));
}

function isSameField(one: { in: string; name: string }, other: CredentialField | undefined): boolean {
  return one.in === other?.in && one.name.toLowerCase() === other.name.toLowerCase();
}

/** A required parameter that carries a secret, by its name, and that the contract gives no example of. */
export function secretParameter(parameter: Parameter): string | undefined {
  const isSecret = /(api|access|auth)[-_]?(key|token)$|^token$|password|secret/i.test(parameter.name);
  return parameter.required && parameter.in !== 'path' && isSecret ? variableFor(parameter.name) : undefined;
}

/** Whether a parameter describes once more what a security scheme sends. */
export function isCredential(parameter: Parameter, { authField, fields, optional }: BuiltAuth): boolean {
  return [authField, ...fields, ...optional].some((field) => isSameField(parameter, field));
}

/** In words, which of the alternatives a request sends; empty where there is only one. */
export function describeChoice(operation: Operation, contract: Contract): string {
  if (operation.security.length < 2) return '';
  const { sent, optional } = chooseSecurity(operation, contract.securitySchemes, contract.login);
  if (sent.length > 0) return `Sent with ${inWords(sent)}.`;
  const canTick = buildAuth(operation, contract).optional.length > 0;
  return `Sent without credentials${canTick ? `; ${inWords(optional)} can be ticked` : ''}.`;
}

function inWords(requirement: SecurityRequirement): string {
  return requirement.map(({ scheme }) => `\`${scheme}\``).join(' and ');
}
