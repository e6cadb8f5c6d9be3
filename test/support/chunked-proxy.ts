import { type IncomingMessage, request, type ServerResponse } from 'node:http';
import { withLoopbackServer } from './loopback-server';

/** Passes everything on to a server, and its answers back in chunks of a few bytes, without a length. */
export function withChunkedProxy<T>(target: string, use: (url: string) => Promise<T>): Promise<T> {
  const { origin, pathname } = new URL(target);
  const passOn = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const { method, headers, url = '/' } = incoming;
    const inner = request(`${origin}${url}`, { method, headers }, async (answer) => {
      const { 'content-length': _length, connection: _connection, ...kept } = answer.headers;
      outgoing.writeHead(answer.statusCode ?? 502, kept);
      for await (const chunk of answer) {
        for (let at = 0; at < chunk.length; at += 7) outgoing.write(chunk.subarray(at, at + 7));
      }
      outgoing.end();
    });
    incoming.pipe(inner);
  };
  return withLoopbackServer(passOn, (url) => use(url + pathname));
}
