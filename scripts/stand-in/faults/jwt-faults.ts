import { decodeJwt, UnsecuredJWT } from 'jose';
import { valueAt } from '../../spec/json-pointer';
import { withValueAt } from '../../spec/with-value-at';
import { jsonOf, plainRefusal, type Reply } from '../answers/reply';
import type { Fault, Scene } from './fault';

const day = 24 * 60 * 60;

/** Jwts that are not what the login promises, and a door that does not keep to them. */
export const jwtFaults: readonly Fault[] = [
  handingOut('login-empty-jwt', 'the login hands out an empty jwt', () => ''),
  handingOut('login-repeats-jwt', 'the login hands out its first jwt again for as long as it lives', repeat),
  handingOut('jwt-unsigned', 'the jwt is not signed: alg none', (_scene, jwt) =>
    new UnsecuredJWT(decodeJwt(jwt)).encode(),
  ),
  handingOut('jwt-two-parts', 'the jwt lacks its signature part', (_scene, jwt) =>
    jwt.split('.').slice(0, 2).join('.'),
  ),
  handingOut(
    'jwt-expired',
    'the jwt has expired a minute before it is handed out',
    ({ issuer, contract, now }) => {
      const lifetime = contract.login?.lifetime ?? 0;
      return issuer.issue('', { from: now - (lifetime + 60) * 1000 });
    },
  ),
  handingOut('jwt-lives-a-day', 'the jwt lives a day', ({ issuer }) => issuer.issue('', { lifetime: day })),
  atTheDoor('refuses-jwt-once', 'the second call with a valid jwt is refused with 401', 'accepted', refuse, {
    after: 1,
    times: 1,
  }),
  atTheDoor('refuses-every-jwt', 'every valid jwt is refused with 401', 'accepted', refuse),
  atTheDoor(
    'open-door',
    'calls without a valid jwt are answered as if they had one',
    'refused',
    (_reply, scene) => scene.accept(),
  ),
];

function handingOut(
  name: string,
  breaks: string,
  makeJwt: (scene: Scene, jwt: string) => string | Promise<string>,
): Fault {
  return {
    name,
    breaks,
    concerns: (operation, { login }) => operation.key === login?.operation,
    async spoil(reply, scene) {
      const pointer = scene.contract.login?.jwt;
      if (pointer === undefined || reply.status >= 300) return reply;
      const value = jsonOf(reply);
      const jwt = value === undefined ? undefined : valueAt(value, pointer);
      if (value === undefined || typeof jwt !== 'string') return reply;
      const body = JSON.stringify(withValueAt(value, pointer, await makeJwt(scene, jwt)));
      return { ...reply, body: Buffer.from(body) };
    },
  };
}

function repeat({ memory, now }: Scene, jwt: string): string {
  const first = memory.get('jwt');
  if (first !== undefined && (decodeJwt(first).exp ?? 0) * 1000 > now) return first;
  memory.set('jwt', jwt);
  return jwt;
}

function atTheDoor(
  name: string,
  breaks: string,
  jwt: Scene['jwt'],
  spoil: (reply: Reply, scene: Scene) => Reply,
  limits: { after?: number; times?: number } = {},
): Fault {
  return {
    name,
    breaks,
    concerns: (operation, { login }) => login !== undefined && operation.needsLogin,
    spoil: (reply, scene) => (scene.jwt === jwt ? spoil(reply, scene) : reply),
    ...limits,
  };
}

function refuse(_reply: Reply, { replies, operation }: Scene): Reply {
  const message = 'the stand-in was told to refuse the jwt';
  return replies.refusal(operation, [401], message) ?? plainRefusal(401, message);
}
