/** A path template as it is on the wire. */
export interface WirePath {
  /** Without query and fragment. */
  path: string;
  /** Names and values of the query that is written in the path. */
  query: [name: string, value: string][];
  /** Never sent. */
  fragment: string | undefined;
}

/**
 * OpenAPI has one operation for a method and path. Where an API has several (`POST /queue?Action=Send`,
 * `PUT /files/{id}#add_link`), people write the rest of the url into the path to tell them apart.
 */
export function wirePath(written: string): WirePath {
  const parts = /^((?:\{[^{}]*\}|[^?#])*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(written);
  const [, path = written, query = '', fragment] = parts ?? [];
  return { path, query: [...new URLSearchParams(query)], fragment: fragment || undefined };
}
