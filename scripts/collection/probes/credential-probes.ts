import { chooseSecurity } from '../../contract/describe/choose-security';
import { NO_CREDENTIAL } from '../../contract/describe/no-credential';
import type { Contract, Operation, SecurityScheme } from '../../contract/model';
import type { ProbeKind } from '../../contract/probe-kind';
import { refusalsOf } from './expected-statuses';
import { type Field, leftOutOf, type PlannedProbe, type ProbePlan } from './planned-probe';

interface Attempt {
  kind: ProbeKind;
  /** As the folder's names have it. */
  name: string;
  sends: string;
  /** Undefined: none. */
  credential: string | undefined;
}

interface Found {
  place: string;
  /** Where the credential goes. */
  field: Omit<Field, 'value'>;
  attempts: Attempt[];
}

/**
 * Probes of who may call an operation: without what it asks for, and with what only looks like it. Texts that a
 * run must make (`{{probeJwtUnsigned}}`) are variables; no jwt stands in a file.
 */
export function credentialProbes(operation: Operation, contract: Contract): ProbePlan {
  const { security } = operation;
  if (security.length === 0 && !operation.needsLogin) return { probes: [], leftOut: [] };
  const kind = operation.needsLogin ? 'no-jwt' : 'no-credentials';
  const none = (reason: string): ProbePlan => ({
    probes: [],
    leftOut: [leftOutOf(operation, kind, 'credentials', reason)],
  });
  if (security.some((requirement) => requirement.length === 0))
    return none('the contract lets anybody call it without credentials');
  const statuses = refusalsOf(operation).credentials;
  if (statuses.length === 0) return none('the contract documents no refusal of credentials (401, 403)');
  const found = operation.needsLogin ? jwtAttempts(contract) : schemeAttempts(operation, contract);
  if (typeof found === 'string') return none(found);
  const { place, field, attempts } = found;
  const probes = attempts.map(
    ({ kind, name, sends, credential }): PlannedProbe => ({
      kind,
      place,
      name,
      operation,
      change: { credentials: { ...field, value: credential } },
      rank: [],
      expected: { sends, expects: 'refusal', statuses, otherwise: 'broken' },
    }),
  );
  return { probes, leftOut: [] };
}

function jwtAttempts({ login }: Contract): Found | string {
  if (login === undefined) return 'no login is known';
  const { name } = login.send;
  const attempt = (kind: ProbeKind, sends: string, credential: string | undefined): Attempt => ({
    kind,
    name: credential === undefined ? 'without a jwt' : sends,
    sends,
    credential,
  });
  return {
    place: `header ${name}`,
    field: { in: 'header', name },
    attempts: [
      attempt('no-jwt', 'no jwt', undefined),
      attempt('not-a-jwt', 'a text that is no jwt', 'not-a-jwt'),
      attempt('other-signature', 'a jwt with another signature', '{{probeJwtOtherSignature}}'),
      attempt('unsigned-jwt', 'an unsigned jwt', '{{probeJwtUnsigned}}'),
      attempt('expired-jwt', 'an expired jwt', '{{expiredJwt}}'),
    ],
  };
}

/** For a scheme that the plain request uses: the first one. */
function schemeAttempts(operation: Operation, { securitySchemes, login }: Contract): Found | string {
  const { sent } = chooseSecurity(operation, securitySchemes, login);
  const named = sent.map(({ scheme }) => securitySchemes[scheme]);
  const wrong = named.map((scheme) => wrongCredential(scheme)).find((field) => field !== undefined);
  if (wrong === undefined) {
    const types = named.map((scheme) => scheme?.type ?? 'not declared').join(', ');
    return `no wrong credential can be made for its security scheme (${types})`;
  }
  return {
    place: wrong.place,
    field: { in: wrong.field.in, name: wrong.field.name },
    attempts: [
      { kind: 'no-credentials', name: 'without credentials', sends: 'no credentials', credential: undefined },
      {
        kind: 'wrong-credentials',
        name: 'wrong credentials',
        sends: 'wrong credentials',
        credential: wrong.field.value,
      },
    ],
  };
}

function wrongCredential(scheme: SecurityScheme | undefined): { place: string; field: Field } | undefined {
  if (scheme?.type === 'apiKey') {
    const { name } = scheme;
    const place = `${scheme.in} ${name}`;
    if (scheme.in === 'cookie')
      return { place, field: { in: 'header', name: 'Cookie', value: `${name}=${NO_CREDENTIAL}` } };
    return { place, field: { in: scheme.in, name, value: NO_CREDENTIAL } };
  }
  if (scheme?.type !== 'http') return undefined;
  const basic = Buffer.from(`${NO_CREDENTIAL}:${NO_CREDENTIAL}`).toString('base64');
  const word = scheme.scheme === 'bearer' ? 'Bearer' : scheme.scheme;
  const value = scheme.scheme === 'basic' ? `Basic ${basic}` : `${word} ${NO_CREDENTIAL}`;
  return { place: 'header Authorization', field: { in: 'header', name: 'Authorization', value } };
}
