import { NO_CREDENTIAL } from '../../contract/describe/no-credential';
import type { Contract, Operation, SecurityScheme } from '../../contract/model';
import type { WireRequest } from './check-request';

const WRONG_BASIC = Buffer.from(`${NO_CREDENTIAL}:${NO_CREDENTIAL}`).toString('base64');

/**
 * Whether a request brings what one of the alternatives asks for. The stand-in gives out no keys: it takes any but the
 * one that nobody has. Tokens of OAuth 2 come from elsewhere; it does not ask for them.
 */
export function hasCredentials(
  { security }: Operation,
  request: WireRequest,
  schemes: Contract['securitySchemes'],
): boolean {
  const isMet = (scheme: SecurityScheme | undefined) => {
    if (scheme?.type !== 'apiKey' && scheme?.type !== 'http') return true;
    const credential = credentialIn(request, scheme);
    return credential !== undefined && credential !== NO_CREDENTIAL && credential !== WRONG_BASIC;
  };
  return (
    security.length === 0 ||
    security.some((requirement) => requirement.every(({ scheme }) => isMet(schemes[scheme])))
  );
}

type Presented = Extract<SecurityScheme, { type: 'apiKey' | 'http' }>;

function credentialIn({ headers, queryString }: WireRequest, scheme: Presented): string | undefined {
  if (scheme.type === 'http') {
    const [, word = '', text = ''] = /^(\S+) *(.*)$/.exec(headers.authorization ?? '') ?? [];
    return word.toLowerCase() === scheme.scheme.toLowerCase() ? text : undefined;
  }
  if (scheme.in === 'header') return headers[scheme.name.toLowerCase()];
  if (scheme.in === 'query') return new URLSearchParams(queryString).get(scheme.name) ?? undefined;
  const cookies = (headers.cookie ?? '').split(/; */).filter((pair) => pair.startsWith(`${scheme.name}=`));
  // Where a name comes twice, servers take the last.
  return cookies.at(-1)?.slice(scheme.name.length + 1);
}
