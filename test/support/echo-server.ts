import type { IncomingMessage, ServerResponse } from 'node:http';

const statuses: Record<string, number> = { '/broken': 500, '/away': 302 };

/** Bought with the apiKey. */
export interface Echo {
  jwt: string;
  /** Called with every request, to look at the process that sent it. */
  onRequest?(path: string): void;
}

/**
 * A server that gives back everything that it is sent, in every way: in the body, in headers, in the status line, as
 * a cookie. `/login` answers with the jwt, `/broken` with 500, `/die` and `/hang` with nothing, `/away` by sending on.
 */
export function echoServer({ jwt, onRequest }: Echo) {
  return (incoming: IncomingMessage, response: ServerResponse): void => {
    const path = new URL(incoming.url ?? '', 'http://127.0.0.1').pathname;
    onRequest?.(path);
    if (path === '/die') return void incoming.socket.destroy();
    if (path === '/hang') return;
    let body = '';
    incoming.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    incoming.on('end', () => {
      const given = [incoming.url, incoming.headers.authorization ?? '', body].join(' ');
      const headers = {
        'content-type': 'application/json',
        'x-echo': encodeURIComponent(given),
        'set-cookie': `echo=${encodeURIComponent(incoming.headers.authorization ?? '')}`,
        ...(path === '/away' ? { location: `/landed?${incoming.url?.split('?')[1]}` } : {}),
      };
      response.writeHead(statuses[path] ?? 200, `OK ${incoming.headers.authorization ?? ''}`, headers);
      response.end(path === '/login' ? JSON.stringify({ jwt }) : JSON.stringify(echoOf(given, incoming)));
    });
  };
}

function echoOf(given: string, { headers, url }: IncomingMessage) {
  const bytes = Buffer.from(given);
  return {
    url,
    headers,
    given,
    decoded: decodeURIComponent(given),
    base64: [0, 1, 2].map((before) => Buffer.from('x'.repeat(before) + given).toString('base64')),
    mail: bytes.toString('base64').replace(/.{76}/g, '$&\r\n'),
    lines: given.replace(/.{20}/g, '$&\n'),
    html: given.replace(/.{30}/g, '$&<br>'),
    hex: bytes.toString('hex'),
    bytes: [...bytes],
    buffer: bytes,
    array: Uint8Array.from(bytes),
    pairs: bytes.toString('hex').replace(/..\B/g, '$& '),
    letters: [...given],
    capitals: given.toUpperCase(),
    text: JSON.stringify({ given }),
    entities: given.replace(/\W/gu, (letter) => `&#${letter.codePointAt(0)};`),
    escaped: given.replace(/\W/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`),
  };
}
