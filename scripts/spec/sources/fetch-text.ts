import { htmlProblem } from '../pages/html-problem';
import { decodeText } from '../parse/decode-text';
import { type Problem, ProblemError } from '../problem';
import { shownAddress } from './address';

export interface FetchLimits {
  /** For the whole of it, redirects and body included. */
  milliseconds: number;
  bytes: number;
}

const FETCH_LIMITS: FetchLimits = { milliseconds: 30_000, bytes: 20_000_000 };

const MAX_REDIRECTS = 5;
const ACCEPT = 'application/json, application/yaml, text/markdown;q=0.9, text/plain;q=0.8, */*;q=0.5';

export interface Fetched {
  text: string;
  /** Where it came from in the end: what relative references in it are relative to. */
  address: string;
  /** The media type, lower case, without parameters. */
  type: string;
}

/**
 * Fetches a text over http or https. Redirects are followed by hand: at most five, never to another scheme than
 * these two, never from https to http.
 *
 * @param mayVisit says what is wrong with an address that a redirect leads to
 * @throws ProblemError UNREADABLE_SOURCE, HTML_INSTEAD, EMPTY_SOURCE
 */
export async function fetchText(
  address: string,
  limits: FetchLimits = FETCH_LIMITS,
  mayVisit: (address: string) => string | undefined = () => undefined,
): Promise<Fetched> {
  const file = shownAddress(address);
  const signal = AbortSignal.timeout(limits.milliseconds);
  try {
    const { response, url } = await visit(address, file, signal, mayVisit);
    const type = (response.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
    if (!response.ok) throw refusal(response, file);
    if (type === 'text/html' || type === 'application/xhtml+xml') {
      await response.body?.cancel();
      throw new ProblemError(htmlAnswer(file));
    }
    const text = decodeText(await readBody(response, limits, file), file);
    const markup = htmlProblem(text, url.pathname);
    if (markup !== undefined) throw new ProblemError({ ...markup, file });
    return { text, address: url.href, type };
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw new ProblemError(failure(error, file, limits));
  }
}

async function visit(
  address: string,
  file: string,
  signal: AbortSignal,
  mayVisit: (address: string) => string | undefined,
): Promise<{ response: Response; url: URL }> {
  let url = parsed(address, file);
  // `fetch` takes no user name in a url.
  const login =
    url.username === ''
      ? undefined
      : `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  const { origin } = url;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    url.username = '';
    url.password = '';
    const headers = new Headers({ accept: ACCEPT });
    if (login !== undefined && url.origin === origin) {
      headers.set('authorization', `Basic ${Buffer.from(login).toString('base64')}`);
    }
    const response = await fetch(url.href, { redirect: 'manual', signal, headers });
    const location = response.headers.get('location');
    if (![301, 302, 303, 307, 308].includes(response.status) || location === null) return { response, url };
    await response.body?.cancel();
    const next = URL.canParse(location, url.href) ? new URL(location, url) : undefined;
    const reason = next === undefined ? 'what is no url' : (badRedirect(url, next) ?? mayVisit(next.href));
    if (next === undefined || reason !== undefined) {
      throw unreadable(
        file,
        `the server redirects to ${next === undefined ? '' : `${shownAddress(next.href)}: `}${reason}`,
        'name the address of the document itself',
      );
    }
    url = next;
  }
  throw unreadable(file, `the server redirects more than ${MAX_REDIRECTS} times`, 'name the last address');
}

function parsed(address: string, file: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  const message = url === undefined ? 'the url cannot be read' : `the scheme ${url.protocol} is not read`;
  throw unreadable(file, message, 'name an http or https address, or save the document and name the file');
}

function badRedirect(from: URL, to: URL): string | undefined {
  if (to.protocol !== 'http:' && to.protocol !== 'https:') return `the scheme ${to.protocol} is not read`;
  return from.protocol === 'https:' && to.protocol === 'http:' ? 'from https to http' : undefined;
}

async function readBody(response: Response, limits: FetchLimits, file: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    // Leaving the loop ends the answer.
    if (size > limits.bytes) {
      throw unreadable(
        file,
        `the answer is larger than ${Math.floor(limits.bytes / 1_000_000)} MB`,
        'save the document and name the file, if it is one',
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function refusal({ status, statusText }: Response, file: string): ProblemError {
  const said = `${status}${statusText === '' ? '' : ` ${statusText}`}`;
  const hint =
    status === 401 || status === 403
      ? 'it asks for a login: save the document and name the file'
      : 'open the address in a browser and check it';
  return unreadable(file, `the server answered ${said}`, hint);
}

function htmlAnswer(file: string): Problem {
  return {
    code: 'HTML_INSTEAD',
    severity: 'error',
    message: 'the server answered with an HTML page, not an OpenAPI document',
    file,
    hint: 'it may be a sign-in page, or the page around the document: name the address of the document itself',
  };
}

function failure(error: unknown, file: string, limits: FetchLimits): Problem {
  const { name, cause, message } = error instanceof Error ? error : new Error(String(error));
  const base = { code: 'UNREADABLE_SOURCE', severity: 'error', file } as const;
  if (name === 'TimeoutError' || name === 'AbortError') {
    const seconds = limits.milliseconds / 1000;
    return {
      ...base,
      message: `no whole answer came within ${seconds} s`,
      hint: 'try again, or save the document and name the file',
    };
  }
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;
  const reason = code ?? (cause instanceof Error ? cause.message : message);
  return {
    ...base,
    message: `the address cannot be read (${reason})`,
    hint: 'check the address and the network',
  };
}

function unreadable(file: string, message: string, hint: string): ProblemError {
  return new ProblemError({ code: 'UNREADABLE_SOURCE', severity: 'error', message, file, hint });
}
