import type { Contract, Operation } from '../../contract/model';
import { htmlReply, jsonReply, plainRefusal } from '../answers/reply';
import type { Fault } from './fault';
import { signInRedirect } from './sign-in-page';

type Spoil = Fault['spoil'];

/** Logins that fail, or answer something that is no jwt. */
export const loginFaults: readonly Fault[] = [
  onLogin('login-401', 'the login refuses every apiKey with 401', refusing(401)),
  onLogin('login-422', 'the login finds every apiKey invalid: 422', refusing(422)),
  onLogin('login-429', 'the login is called too often: 429 with Retry-After 1', () => {
    const refusal = plainRefusal(429, 'too many requests');
    return { ...refusal, headers: { ...refusal.headers, 'Retry-After': '1' } };
  }),
  onLogin('login-503', 'the login is never available: 503', refusing(503)),
  onLogin('login-503-twice', 'the login is unavailable twice, then well', refusing(503), 2),
  onLogin('login-html', 'the login answers 200 with an HTML page', () => htmlReply(200, 'Welcome')),
  onLogin('login-empty-object', 'the login answers 200 with {}', (reply) => jsonReply(reply.status, {})),
  onLogin('login-redirect', 'the login redirects to a sign-in page', signInRedirect),
  onLogin('login-closes', 'the login closes the connection', (reply) => ({ ...reply, ends: 'closed' })),
  onLogin(
    'login-closes-once',
    'the login closes the first connection',
    (reply) => ({ ...reply, ends: 'closed' }),
    1,
  ),
];

function onLogin(name: string, breaks: string, spoil: Spoil, times?: number): Fault {
  return { name, breaks, concerns: isLogin, spoil, ...(times === undefined ? {} : { times }) };
}

function isLogin(operation: Operation, contract: Contract): boolean {
  return operation.key === contract.login?.operation;
}

function refusing(status: number): Spoil {
  const message = `the stand-in was told to answer ${status}`;
  return (_reply, { replies, operation }) =>
    replies.refusal(operation, [status], message) ?? plainRefusal(status, message);
}
