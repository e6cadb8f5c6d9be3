/** A call as it went out: method, `https://api.example.com`, and the parts of its path, decoded. */
export interface SentCall {
  method: string;
  origin: string;
  path: string[];
}

/** Undefined where that is no url. The query is left out: it may hold a key. */
export function readCall(method: string | undefined, url: string | undefined): SentCall | undefined {
  if (method === undefined || url === undefined) return undefined;
  try {
    // a url without a protocol is sent with this one
    const { origin, pathname } = new URL(/^[a-z][a-z\d+.-]*:\/\//i.test(url) ? url : `http://${url}`);
    return { method: method.toUpperCase(), origin, path: pathname.slice(1).split('/').map(decoded) };
  } catch {
    return undefined;
  }
}

/** What stands in the path before that of the operation, `POST /shipments`; undefined where the call is none of it. */
export function basePathOf(call: SentCall, operation: string): string[] | undefined {
  const { method, template } = readKey(operation);
  const base = call.path.slice(0, -template.length);
  const own = call.path.slice(base.length);
  const isOwn =
    own.length === template.length &&
    template.every((part, index) => part.includes('{') || part === own[index]);
  return method === call.method && isOwn ? base : undefined;
}

/** The call of an operation with one path parameter, `DELETE /shipments/{id}`. */
export function callOn(origin: string, basePath: string[], operation: string, id: string): SentCall {
  const { method, template } = readKey(operation);
  const path = template.map((part) => part.replace(/\{[^{}]*\}/, () => id));
  return { method, origin, path: [...basePath, ...path] };
}

/** `DELETE https://api.example.com/shipments/1`: the same for calls that are the same. */
export function describeCall({ method, origin, path }: SentCall): string {
  return `${method} ${origin}/${path.map(encodeURIComponent).join('/')}`;
}

function readKey(operation: string): { method: string; template: string[] } {
  const [method = '', path = ''] = operation.split(/ (.*)/s);
  return { method, template: path.slice(1).split('/') };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
