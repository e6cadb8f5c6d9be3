import type { JsonObject, JsonValue } from '../spec/document';

/** The text of a Postman url from its parts: what is disabled is not in it. */
export function printUrl(url: JsonObject): string {
  const list = (value: JsonValue | undefined) => (Array.isArray(value) ? value : []);
  const query = list(url.query)
    .map((entry) => entry as { key: string; value: string; disabled?: boolean })
    .filter((entry) => entry.disabled !== true)
    .map(({ key, value }) => `${key}=${value}`)
    .join('&');
  const hash = typeof url.hash === 'string' ? `#${url.hash}` : '';
  return `${list(url.host).join('.')}/${list(url.path).join('/')}${query === '' ? '' : `?${query}`}${hash}`;
}
