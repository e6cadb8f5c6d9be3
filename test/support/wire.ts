import type { RecordedRequest } from '../../scripts/stand-in/requests/recorded-request';
import type { StandIn } from '../../scripts/stand-in/start-stand-in';

const login = 'GET /clients/authorization';

/** Operations in the order in which they arrived; the login is called `login`. */
export function wireOf({ requests }: Pick<StandIn, 'requests'>): string[] {
  return requests.map(({ operation = 'nothing known' }) => (operation === login ? 'login' : operation));
}

/** The requests that need a jwt. */
export function protectedCalls({ requests }: Pick<StandIn, 'requests'>): RecordedRequest[] {
  return requests.filter(({ operation }) => operation !== login && operation !== 'POST /test-api-keys');
}
