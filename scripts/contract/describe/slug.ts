/** A name as part of a file name: `How to get a JWT` is `how-to-get-a-jwt`. */
export function slug(name: string): string {
  const words = name
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .match(/[\p{Letter}\p{Number}]+/gu);
  return words === null ? 'api' : words.join('-');
}
