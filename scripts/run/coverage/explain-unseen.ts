import { CREDENTIAL_KINDS, INPUT_KINDS, type LeftOut, LOGIN_KINDS } from '../../contract/probe-kind';
import type { Call, ProbeCoverage } from './coverage';

/** The kinds of probes that are made to see a status. */
function kindsFor(status: string): readonly string[] {
  if (status === '401' || status === '403') return [...CREDENTIAL_KINDS, ...LOGIN_KINDS];
  if (status === '400' || status === '422') return [...INPUT_KINDS, 'wrong-media-type', ...LOGIN_KINDS];
  if (status === '404' || status === '410') return ['after-deletion'];
  if (status === '405') return ['other-method'];
  if (status === '415') return ['wrong-media-type'];
  if (status === '4XX' || status === 'default') {
    return [...CREDENTIAL_KINDS, ...LOGIN_KINDS, ...INPUT_KINDS, 'after-deletion'];
  }
  return [];
}

/** Why a documented status was not seen. */
export function explainUnseen(
  status: string,
  { call, probes, leftOut }: { call: Call; probes: ProbeCoverage[]; leftOut: LeftOut[] },
): string {
  if (/^[123]/.test(status)) {
    return call.state === 'answered' ? `the plain call was answered with ${call.status}` : call.reason;
  }
  if (status === '429' || status.startsWith('5')) {
    return 'not provokable: only a service that is busy or fails says so';
  }
  const kinds = kindsFor(status);
  if (kinds.length === 0) return 'not provokable: no probe is made for it';

  const made = probes.filter(({ kind }) => kinds.includes(kind));
  const statuses = made.flatMap((probe) => probe.status ?? []);
  if (statuses.length > 0) {
    const came = [...new Set(statuses)].sort((one, other) => one - other).join(', ');
    return `its probes (${statuses.length}) were answered with ${came}`;
  }
  const [first] = made;
  if (first !== undefined) return first.reason;
  const reason = leftOut.find(({ kind }) => kind === 'all' || kinds.includes(kind))?.reason;
  return reason ?? 'no probe of this run is made for it';
}
