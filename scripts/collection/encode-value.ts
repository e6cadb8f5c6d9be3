/**
 * A value as it must stand in a query so that the server reads it back exactly: both hosts send `+` and `%` as
 * they are. `/`, `:` and `@` are legal in a query and stay readable.
 *
 * @param allowReserved OpenAPI's `allowReserved`: RFC 3986's reserved characters go out as they are, except
 *   those that would end the value
 */
export function encodeQuery(value: string, allowReserved = false): string {
  const encoded = encodeURIComponent(value).replaceAll(/%(2F|3A|40)/g, decodeURIComponent);
  return allowReserved
    ? encoded.replaceAll(/%(21|24|27|28|29|2A|2C|3B|3D|3F|5B|5D)/g, decodeURIComponent)
    : encoded;
}

/** A value as it must stand in one segment of a path. */
export function encodePath(value: string): string {
  // encodeURIComponent leaves dots: a segment of only dots would be taken for a step up.
  return encodeURIComponent(value).replace(/^\.+$/, (dots) => '%2E'.repeat(dots.length));
}
