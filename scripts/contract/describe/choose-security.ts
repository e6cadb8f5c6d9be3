import type { Contract, Operation, SecurityRequirement, SecurityScheme } from '../model';

/** Which of the alternatives that a contract gives a request uses. */
export interface ChosenSecurity {
  /** All of these are sent; empty: nothing. */
  sent: SecurityRequirement;
  /** It may go without credentials; these can be sent all the same. */
  optional: SecurityRequirement;
}

/**
 * The alternative with the login, where the profile knows one; none, where the contract asks for none; else the first
 * that a request can send whole.
 * https://spec.openapis.org/oas/v3.1.1#security-requirement-object
 */
export function chooseSecurity(
  { security, needsLogin }: Pick<Operation, 'security' | 'needsLogin'>,
  schemes: Contract['securitySchemes'],
  login: Contract['login'],
): ChosenSecurity {
  const asking = security.filter((requirement) => requirement.length > 0);
  const sendable = asking.find((requirement) => canSend(requirement, schemes)) ?? asking[0] ?? [];
  if (needsLogin) {
    const own = asking.find((requirement) => requirement.some(({ scheme }) => scheme === login?.scheme));
    const sent = own ?? asking[0] ?? [];
    return { sent, optional: [] };
  }
  if (asking.length < security.length) {
    return { sent: [], optional: sendable };
  }
  return { sent: sendable, optional: [] };
}

/** Whether a scheme takes the header `Authorization`, which a request has once. */
export function usesAuthorization(scheme: SecurityScheme | undefined): boolean {
  if (scheme?.type === 'apiKey')
    return scheme.in === 'header' && scheme.name.toLowerCase() === 'authorization';
  return scheme !== undefined && scheme.type !== 'mutualTLS';
}

function canSend(requirement: SecurityRequirement, schemes: Contract['securitySchemes']): boolean {
  const described = requirement.map(({ scheme }) => schemes[scheme]);
  return (
    described.every((scheme) => scheme !== undefined && scheme.type !== 'mutualTLS') &&
    described.filter(usesAuthorization).length <= 1
  );
}
