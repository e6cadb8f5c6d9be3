import type { JsonObject, JsonValue } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import { pointerTo } from '../../spec/json-pointer';
import type { Login, OAuthFlow, Operation, SecurityRequirement, SecurityScheme } from '../model';
import type { RefResolver } from '../schema/ref-resolver';
import { chooseSecurity, usesAuthorization } from './choose-security';
import type { Reading } from './describe-content';
import { textOf } from './text-of';

const GRANTS = ['authorizationCode', 'clientCredentials', 'password', 'implicit'] as const;

/** Schemes of `http` that clients know how to write. */
const KNOWN_HTTP: readonly string[] = ['basic', 'bearer', 'digest'];

export function describeSecurity(security: JsonValue | undefined): SecurityRequirement[] {
  if (!Array.isArray(security)) return [];
  return security.filter(isObject).map((requirement) =>
    Object.entries(requirement).map(([scheme, scopes]) => ({
      scheme,
      scopes: Array.isArray(scopes) ? scopes.map(String) : [],
    })),
  );
}

export function describeSecuritySchemes(
  components: JsonValue | undefined,
  refs: RefResolver,
): Record<string, SecurityScheme> {
  const schemes =
    isObject(components) && isObject(components.securitySchemes) ? components.securitySchemes : {};
  return Object.fromEntries(
    Object.entries(schemes).flatMap(([name, entry]) => {
      const value = refs.follow(entry, '')?.value;
      return value === undefined ? [] : [[name, describeScheme(value)]];
    }),
  );
}

/** https://spec.openapis.org/oas/v3.1.1#security-scheme-object */
function describeScheme(value: JsonObject): SecurityScheme {
  const description = textOf(value.description);
  switch (value.type) {
    case 'apiKey': {
      const place = (['header', 'query', 'cookie'] as const).find((location) => location === value.in);
      return { type: 'apiKey', in: place ?? 'header', name: textOf(value.name), description };
    }
    case 'http': {
      // Of others servers may mind the capitals.
      const scheme = textOf(value.scheme);
      const known = KNOWN_HTTP.find((name) => name === scheme.toLowerCase());
      return { type: 'http', scheme: known ?? scheme, description };
    }
    case 'oauth2':
      return { type: 'oauth2', flows: describeFlows(value.flows), description };
    case 'openIdConnect':
      return { type: 'openIdConnect', url: textOf(value.openIdConnectUrl), description };
    default:
      return { type: 'mutualTLS', description };
  }
}

/** Those that a person can use best come first. */
function describeFlows(flows: JsonValue | undefined): OAuthFlow[] {
  if (!isObject(flows)) return [];
  return GRANTS.flatMap((grant): OAuthFlow[] => {
    const flow = flows[grant];
    if (!isObject(flow)) return [];
    const { authorizationUrl, tokenUrl, refreshUrl } = flow;
    return [
      {
        grant,
        authorizationUrl: textOf(authorizationUrl),
        tokenUrl: textOf(tokenUrl),
        refreshUrl: textOf(refreshUrl),
      },
    ];
  });
}

/**
 * Says what operations ask for and requests cannot send: a misspelt scheme would make one public without a word. The
 * login may stand for one by itself.
 */
export function reportSecurity(
  operations: readonly Operation[],
  schemes: Record<string, SecurityScheme>,
  login: Login | undefined,
  report: Reading['report'],
): void {
  for (const operation of operations) {
    const { security, key, pointer } = operation;
    const at = pointer + pointerTo('security');
    const names = new Set(security.flatMap((requirement) => requirement.map((part) => part.scheme)));
    for (const name of names) {
      if (name === login?.scheme || Object.hasOwn(schemes, name)) continue;
      report(at, `${key} asks for the security scheme ${name}, which is not declared; it is sent without it`);
    }
    const { sent } = chooseSecurity(operation, schemes, login);
    for (const { scheme } of sent) {
      if (schemes[scheme]?.type === 'mutualTLS')
        report(at, `${key} asks for a client certificate (${scheme}), which no collection can hold`);
    }
    const rivals = sent.filter(({ scheme }) => usesAuthorization(schemes[scheme])).map((one) => one.scheme);
    if (rivals.length > 1)
      report(at, `${key} asks for ${rivals.join(' and ')} in one header; only ${rivals[0]} is sent`);
  }
  for (const [name, scheme] of Object.entries(schemes)) {
    if (scheme.type !== 'http' || KNOWN_HTTP.includes(scheme.scheme)) continue;
    const message = `Postman does not know the http scheme ${scheme.scheme} of ${name}: what a person fills in is sent after that word`;
    report(pointerTo('components', 'securitySchemes', name), message);
  }
}
