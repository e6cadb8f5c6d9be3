import { htmlReply, type Reply } from '../answers/reply';

/** A path of the stand-in itself, outside every contract: where redirecting faults lead. */
export const signInPath = '/stand-in/sign-in';

/** What an API behind a portal answers to strangers: looks like a success to a client that follows. */
export function signInRedirect(): Reply {
  return { status: 302, headers: { Location: signInPath }, body: Buffer.alloc(0) };
}

export function signInPage(): Reply {
  return htmlReply(200, 'Sign in');
}
