/** A name in one word: `light-return id`, `light_return_id` and `LightReturnID` are all `lightReturnId`. */
export function camelCase(name: string): string {
  const words = name
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .match(/[A-Za-z0-9]+/g);
  return (words ?? []).map((word, index) => (index === 0 ? word.toLowerCase() : capitalised(word))).join('');
}

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase();
}
