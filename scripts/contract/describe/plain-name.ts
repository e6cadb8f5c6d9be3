/** A name on one line, without control characters; empty where nothing of it can be seen. */
export function plainName(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Z}]+/gu, ' ').trim();
}
