import type { Response } from '../../contract/model';
import type { JsonValue } from '../../spec/document';
import { chooseContent } from '../answers/media-types';
import { htmlReply, jsonOf, jsonReply, plainRefusal, type Reply } from '../answers/reply';
import type { Fault, Scene } from './fault';
import { signInRedirect } from './sign-in-page';
import { wrongRoot } from './spoil-value';

/** Refusals that are not in the documented shape. They spoil nothing else. */
export const refusalFaults: readonly Fault[] = [
  onRefusal('refusal-500', 'answers 500 where it should refuse', () =>
    plainRefusal(500, 'Internal Server Error'),
  ),
  onRefusal('refusal-200', 'refuses with 200 and an error in the body', (reply) => ({
    ...reply,
    status: 200,
  })),
  onRefusal('refusal-redirect', 'redirects to a sign-in page where it should refuse', signInRedirect),
  onRefusal('refusal-undocumented-status', 'refuses with a status that is not documented', (reply, scene) =>
    responseOf(418, scene) === undefined ? { ...reply, status: 418 } : reply,
  ),
  onDocumented('refusal-html', 'refuses with an HTML page', (reply) => htmlReply(reply.status, 'No')),
  onDocumented('refusal-media-type', 'calls the body of a refusal plain text', (reply) => ({
    ...reply,
    headers: { ...reply.headers, 'Content-Type': 'text/plain' },
  })),
  onDocumented('refusal-empty', 'leaves out the body of a refusal', (reply) => ({
    ...reply,
    body: Buffer.alloc(0),
  })),
  onDocumented('refusal-not-json', 'leaves out the last character of a refusal', (reply) =>
    jsonOf(reply) === undefined ? reply : { ...reply, body: reply.body.subarray(0, -1) },
  ),
  onDocumented('refusal-wrong-root', 'puts a list in place of the object of a refusal', (reply, scene) => {
    const value = jsonOf(reply);
    return value === undefined ? reply : withBrokenValue(reply, wrongRoot(value), scene);
  }),
];

function onRefusal(name: string, breaks: string, spoil: Fault['spoil']): Fault {
  return {
    name,
    breaks,
    concerns: () => true,
    spoil: (reply, scene) => (reply.status >= 400 && scene.flaws.length > 0 ? spoil(reply, scene) : reply),
  };
}

/** Where the contract documents no body of a refusal there is none to break. */
function onDocumented(name: string, breaks: string, spoil: Fault['spoil']): Fault {
  return onRefusal(name, breaks, (reply, scene) => {
    const { content = [] } = responseOf(reply.status, scene) ?? {};
    return content.length === 0 || reply.body.length === 0 ? reply : spoil(reply, scene);
  });
}

function responseOf(status: number, { operation }: Scene): Response | undefined {
  const wanted = [String(status), `${String(status)[0]}XX`, 'default'];
  const found = wanted.map((name) => operation.responses.find((response) => response.status === name));
  return found.find((response) => response !== undefined);
}

function withBrokenValue(reply: Reply, value: JsonValue, scene: Scene): Reply {
  const media = chooseContent(responseOf(reply.status, scene)?.content ?? [], undefined);
  if (media === undefined || scene.replies.check(media, value).length === 0) return reply;
  return { ...reply, body: jsonReply(reply.status, value).body };
}
