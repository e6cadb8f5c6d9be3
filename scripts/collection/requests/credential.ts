import type { OAuthFlow, SecurityScheme } from '../../contract/model';
import type { PostmanAuth } from '../postman';

/** What one security scheme adds to a request. */
export interface Credential {
  /** As Postman's own kind of auth, where it has one. */
  auth?: PostmanAuth;
  /** As a field of the request, where that is all it is. */
  field?: CredentialField;
  /** Names of the variables that a person fills. */
  secrets: string[];
}

export interface CredentialField {
  in: 'header' | 'query' | 'cookie';
  name: string;
  value: string;
}

const GRANT_TYPES = {
  authorizationCode: 'authorization_code',
  clientCredentials: 'client_credentials',
  password: 'password_credentials',
  implicit: 'implicit',
} as const;

/**
 * A security scheme as Postman sends it.
 *
 * @param variable what its variable is called, or begins with
 */
export function credentialOf(scheme: SecurityScheme, variable: string, scopes: string[]): Credential {
  const value = `{{${variable}}}`;
  switch (scheme.type) {
    case 'apiKey': {
      const { in: place, name } = scheme;
      const field = { in: place, name, value };
      if (place === 'cookie') return { field, secrets: [variable] };
      return { auth: apiKeyAuth(name, value, place), field, secrets: [variable] };
    }
    case 'http':
      return httpCredential(scheme.scheme, variable);
    case 'oauth2': {
      const [flow] = scheme.flows;
      const { attributes, secrets } = flow === undefined ? NO_FLOW : flowOf(flow, variable);
      return bearer(variable, 'oauth2', { ...attributes, ...scopeOf(scopes) }, secrets);
    }
    case 'openIdConnect':
      return bearer(variable, 'oauth2', scopeOf(scopes));
    default:
      return { secrets: [] };
  }
}

function httpCredential(scheme: string, variable: string): Credential {
  if (scheme === 'bearer') return bearer(variable, 'bearer');
  if (scheme === 'basic' || scheme === 'digest') {
    const [username, password] = [`${variable}Username`, `${variable}Password`];
    const auth = authOf(scheme, { username: `{{${username}}}`, password: `{{${password}}}` });
    return { auth, secrets: [username, password] };
  }
  const field = { in: 'header', name: 'Authorization', value: `${scheme} {{${variable}}}` } as const;
  return { auth: apiKeyAuth(field.name, field.value, field.in), field, secrets: [variable] };
}

function bearer(
  variable: string,
  type: 'bearer' | 'oauth2',
  attributes: Record<string, string> = {},
  secrets: string[] = [],
): Credential {
  const value = `{{${variable}}}`;
  const auth =
    type === 'bearer'
      ? authOf(type, { token: value })
      : authOf(type, { accessToken: value, addTokenTo: 'header', ...attributes });
  return {
    auth,
    field: { in: 'header', name: 'Authorization', value: `Bearer ${value}` },
    secrets: [variable, ...secrets],
  };
}

const NO_FLOW = { attributes: {}, secrets: [] };

/** What the app needs to get a token by itself. */
function flowOf(
  { grant, authorizationUrl, tokenUrl, refreshUrl }: OAuthFlow,
  variable: string,
): { attributes: Record<string, string>; secrets: string[] } {
  const names = {
    clientId: `${variable}ClientId`,
    ...(grant === 'implicit' ? {} : { clientSecret: `${variable}ClientSecret` }),
    ...(grant === 'password' ? { username: `${variable}Username`, password: `${variable}Password` } : {}),
  };
  const urls = { authUrl: authorizationUrl, accessTokenUrl: tokenUrl, refreshTokenUrl: refreshUrl };
  return {
    attributes: {
      grant_type: GRANT_TYPES[grant],
      ...Object.fromEntries(Object.entries(urls).filter(([, url]) => url !== '')),
      ...Object.fromEntries(Object.entries(names).map(([key, name]) => [key, `{{${name}}}`])),
    },
    secrets: Object.values(names),
  };
}

function scopeOf(scopes: string[]): Record<string, string> {
  return scopes.length === 0 ? {} : { scope: scopes.join(' ') };
}

export function apiKeyAuth(name: string, value: string, place: 'header' | 'query'): PostmanAuth {
  return authOf('apikey', { key: name, value, in: place });
}

function authOf(type: string, attributes: Record<string, string>): PostmanAuth {
  const list = Object.entries(attributes).map(([key, value]) => ({ key, value, type: 'string' as const }));
  return { type, [type]: list };
}
