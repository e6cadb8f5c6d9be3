import type { IncomingMessage } from 'node:http';

/** Bytes that a request's body may have. */
export const bodyLimit = 1024 * 1024;
/** How much of a larger body is read and dropped, so that the client gets to see the refusal. */
const patience = 16 * bodyLimit;

/** The body; undefined when it is larger than `bodyLimit`. Rejects when the client goes away. */
export async function readBody(message: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message) {
    size += chunk.length;
    if (size > patience) {
      message.destroy();
      break;
    }
    if (size > bodyLimit) chunks.length = 0;
    else chunks.push(chunk);
  }
  return size > bodyLimit ? undefined : Buffer.concat(chunks);
}
