/**
 * A value as it must stand in a query so that the server reads it back exactly: both hosts send `+` and `%` as
 * they are. `/`, `:` and `@` are legal in a query and stay readable.
 *
 * @param allowReserved OpenAPI's `allowReserved`: RFC 3986's reserved characters go out as they are, except
 *   those that would end the value, and `[` and `]`, which no query may hold
 */
export function encodeQuery(value: string, allowReserved = false): string {
  const encoded = encode(value).replaceAll(/%(2F|3A|40)/g, decodeURIComponent);
  return allowReserved
    ? encoded.replaceAll(/%(21|24|27|28|29|2A|2C|3B|3D|3F)/g, decodeURIComponent)
    : encoded;
}

/** The name of a query parameter: what would end it is encoded; `filter[id]`, `$top` and `a,b` stay readable. */
export function encodeName(name: string): string {
  return encode(name).replaceAll(/%(24|2C|2F|3A|40|5B|5D)/g, decodeURIComponent);
}

/** A value as it must stand in one segment of a path. */
export function encodePath(value: string): string {
  // encodeURIComponent leaves dots: a segment of only dots would be taken for a step up.
  return encode(value).replace(/^\.+$/, (dots) => '%2E'.repeat(dots.length));
}

/** Half of a surrogate pair has no encoding: it arrives as the character that stands for the unreadable. */
function encode(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\ufffd'));
}
