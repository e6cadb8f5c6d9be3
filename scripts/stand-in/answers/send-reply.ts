import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Reply } from './reply';

/** @param now milliseconds since 1970: the `Date` of the answer is the stand-in's, not the system's */
export function sendReply(
  reply: Reply,
  message: IncomingMessage,
  response: ServerResponse,
  now: number,
): void {
  const hasBody = reply.status !== 204 && reply.status !== 304;
  response.writeHead(reply.status, {
    Date: new Date(now).toUTCString(),
    ...(hasBody ? { 'Content-Length': reply.body.length } : {}),
    ...(message.complete ? {} : { Connection: 'close' }),
    ...reply.headers,
  });
  if (reply.ends === 'short') {
    response.write(reply.body.subarray(0, reply.body.length / 2), () => message.socket.destroy());
    return;
  }
  response.end(message.method === 'HEAD' || !hasBody ? undefined : reply.body);
}
