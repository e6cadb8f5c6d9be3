import type { Contract, Operation, Parameter, SecurityScheme } from '../contract/model';
import type { PostmanAuth } from './postman';

/** How one request proves who sends it, and the variables that a person fills for it. */
export interface BuiltAuth {
  /** Undefined: inherits the collection's, which sends the jwt. */
  auth: PostmanAuth | undefined;
  /** Names of variables that hold secrets. */
  secrets: string[];
}

export const NO_AUTH: PostmanAuth = { type: 'noauth' };

/** The collection's auth: the jwt in its header. Undefined where the profile knows no login. */
export function loginAuth(contract: Contract): PostmanAuth | undefined {
  return contract.login === undefined ? undefined : apiKeyAuth(contract.login.send.name, 'jwt', 'header');
}

/**
 * A request that needs the jwt inherits; a public one is `noauth`; any other carries the first of its schemes
 * that Postman can send, with a variable named after the scheme.
 */
export function buildAuth(operation: Operation, contract: Contract): BuiltAuth {
  if (operation.needsLogin) return { auth: undefined, secrets: [] };
  for (const { scheme } of operation.security[0] ?? []) {
    const described = contract.securitySchemes[scheme];
    const auth = described === undefined ? undefined : schemeAuth(described, variableFor(scheme));
    if (auth !== undefined) return auth;
  }
  return { auth: NO_AUTH, secrets: [] };
}

function schemeAuth(scheme: SecurityScheme, variable: string): BuiltAuth | undefined {
  switch (scheme.type) {
    case 'apiKey':
      if (scheme.in === 'cookie') return undefined;
      return { auth: apiKeyAuth(scheme.name, variable, scheme.in), secrets: [variable] };
    case 'http':
      if (scheme.scheme === 'basic') {
        const [username, password] = [`${variable}Username`, `${variable}Password`];
        return {
          auth: authOf('basic', { username: `{{${username}}}`, password: `{{${password}}}` }),
          secrets: [username, password],
        };
      }
      return { auth: authOf('bearer', { token: `{{${variable}}}` }), secrets: [variable] };
    case 'oauth2':
    case 'openIdConnect':
      return {
        auth: authOf('oauth2', { accessToken: `{{${variable}}}`, addTokenTo: 'header' }),
        secrets: [variable],
      };
    default:
      return undefined;
  }
}

/** A required parameter that carries a secret, by its name, and that the contract gives no example of. */
export function secretParameter(parameter: Parameter): string | undefined {
  const isSecret = /(api|access|auth)[-_]?(key|token)$|^token$|password|secret/i.test(parameter.name);
  return parameter.required && parameter.in !== 'path' && isSecret ? variableFor(parameter.name) : undefined;
}

function variableFor(name: string): string {
  const words = name.match(/[A-Za-z0-9]+/g) ?? ['secret'];
  return words.map((word, index) => (index === 0 ? lowerFirst(word) : upperFirst(word))).join('');
}

function lowerFirst(word: string): string {
  return /^[A-Z0-9]+$/.test(word) ? word.toLowerCase() : word.charAt(0).toLowerCase() + word.slice(1);
}

function upperFirst(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function apiKeyAuth(header: string, variable: string, place: 'header' | 'query'): PostmanAuth {
  return authOf('apikey', { key: header, value: `{{${variable}}}`, in: place });
}

function authOf(type: string, attributes: Record<string, string>): PostmanAuth {
  const list = Object.entries(attributes).map(([key, value]) => ({ key, value, type: 'string' as const }));
  return { type, [type]: list };
}
