import type { PostmanUrl } from '../postman';

/** The text of a Postman url from its parts: what is disabled is not in it. */
export function printUrl({ host, path, query = [], hash }: PostmanUrl): string {
  const sent = query.filter((entry) => entry.disabled !== true).map(({ key, value }) => `${key}=${value}`);
  const url = `${host.join('.')}/${path.join('/')}${sent.length === 0 ? '' : `?${sent.join('&')}`}`;
  return hash === undefined ? url : `${url}#${hash}`;
}
