import type { IncomingMessage } from 'node:http';

/** A request as it came over the wire, and what became of it. */
export interface RecordedRequest {
  method: string;
  /** As sent, percent-encoded, without the query string. */
  path: string;
  /** As sent, without its question mark. */
  queryString: string;
  /** Decoded, in the order of the wire. */
  query: [name: string, value: string][];
  /** Names in lower case; repeated ones joined by `, `. */
  headers: Record<string, string | undefined>;
  /** Text of the body, read as UTF-8. */
  body: string;
  /** Key of the operation; undefined where the contract has none. */
  operation: string | undefined;
  /** Answered status; undefined while there is none, and where the connection was closed instead. */
  status: number | undefined;
  /** Names of the faults that changed the answer. */
  faults: string[];
}

/** Keeps the latest requests, the oldest first. */
export function createRecorder(kept: number) {
  const requests: RecordedRequest[] = [];

  function record(message: IncomingMessage): RecordedRequest {
    const target = originForm(message.url ?? '/');
    const [, path = '', queryString = ''] = /^([^?]*)\??(.*)$/s.exec(target) ?? [];
    const recorded: RecordedRequest = {
      method: message.method ?? '',
      path,
      queryString,
      query: [...new URLSearchParams(queryString)],
      headers: joined(message),
      body: '',
      operation: undefined,
      status: undefined,
      faults: [],
    };
    requests.push(recorded);
    if (requests.length > kept) requests.shift();
    return recorded;
  }

  return { requests, record };
}

/** Proxies' clients send the whole url as the target. */
function originForm(target: string): string {
  return target.replace(/^https?:\/\/[^/?]*/i, '');
}

function joined({ headers }: IncomingMessage): Record<string, string | undefined> {
  const entries = Object.entries(headers);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
}
