import { withValueAt } from '../../spec/with-value-at';
import { jsonOf, type Reply } from '../answers/reply';
import type { Fault, Scene } from './fault';
import { type Flaw, flaws } from './flaw';

const tokenFlaws: readonly Flaw[] = ['no-jwt', 'not-a-jwt', 'other-signature', 'unsigned-jwt', 'expired-jwt'];
const keyFlaws: readonly Flaw[] = ['no-key', 'empty-key', 'wrong-key'];

/** Doors that stand open, one by one: `takes-expired-jwt`, `takes-wrong-key`, `takes-out-of-bounds`… */
export const lenientFaults: readonly Fault[] = Object.entries(flaws).map(([flaw, what]) =>
  taking(flaw as Flaw, what),
);

/** Takes what it should refuse, as if nothing were wrong with it. */
function taking(flaw: Flaw, what: string): Fault {
  return {
    name: `takes-${flaw}`,
    breaks: `takes ${what}`,
    concerns: (operation, { login }) => {
      if (tokenFlaws.includes(flaw)) return login !== undefined && operation.needsLogin;
      return keyFlaws.includes(flaw) ? operation.key === login?.operation : true;
    },
    spoil: (reply, scene) => (scene.flaws.includes(flaw) ? acceptance(reply, scene) : reply),
  };
}

async function acceptance(_refusal: Reply, { contract, operation, accept, issuer }: Scene): Promise<Reply> {
  const success = accept();
  const { login } = contract;
  const value = jsonOf(success);
  if (operation.key !== login?.operation || value === undefined) return success;
  const jwt = await issuer.issue('');
  return { ...success, body: Buffer.from(JSON.stringify(withValueAt(value, login.jwt, jwt))) };
}
