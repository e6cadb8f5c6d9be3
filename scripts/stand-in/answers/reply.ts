import type { JsonValue } from '../../spec/document';

/** What the stand-in is about to send; a fault may change every part of it. */
export interface Reply {
  status: number;
  /** `Content-Type`, `Allow`, `Location`…; `Date` and `Content-Length` are added when it is sent. */
  headers: Record<string, string>;
  body: Buffer;
  /** Instead of sending anything the connection is closed, or reset; `short`: in the middle of the body. */
  ends?: 'closed' | 'reset' | 'short';
  /** Milliseconds before anything is sent. */
  delay?: number;
}

export function jsonReply(status: number, value: JsonValue, type = 'application/json'): Reply {
  return { status, headers: { 'Content-Type': type }, body: Buffer.from(JSON.stringify(value)) };
}

export function emptyReply(status: number): Reply {
  return { status, headers: {}, body: Buffer.alloc(0) };
}

/** The value of a JSON body; undefined where it is none. */
export function jsonOf({ body }: Reply): JsonValue | undefined {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

/** For refusals that the contract says nothing about: an unknown path, a method that a path lacks. */
export function plainRefusal(status: number, message: string): Reply {
  return jsonReply(status, { message });
}

export function htmlReply(status: number, title: string): Reply {
  const page = `<!doctype html><html lang="en"><title>${title}</title><h1>${title}</h1></html>\n`;
  return { status, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body: Buffer.from(page) };
}

/** Whether a client gets to see a success in full. */
export function isDelivered({ status, ends }: Reply): boolean {
  return status >= 200 && status < 300 && ends === undefined;
}
