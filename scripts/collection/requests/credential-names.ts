import { RESERVED_NAMES } from '../../contract/life-cycles/variable-name';
import type { Contract } from '../../contract/model';

const known = new WeakMap<Contract['securitySchemes'], ReadonlyMap<string, string>>();

/** What the variable of each security scheme is called: after the scheme, and like no other. */
export function credentialNames({ securitySchemes, login }: Contract): ReadonlyMap<string, string> {
  const earlier = known.get(securitySchemes);
  if (earlier !== undefined) return earlier;
  // Without a login nothing else is called so.
  const free = login === undefined ? ['apiKey', 'jwt', 'phone'] : [];
  const reserved = RESERVED_NAMES.filter((name) => !free.includes(name));
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const scheme of Object.keys(securitySchemes)) {
    const plain = variableFor(scheme);
    const wanted = reserved.includes(plain) ? `${plain}Credential` : plain;
    let name = wanted;
    for (let number = 2; taken.has(name); number += 1) name = `${wanted}${number}`;
    taken.add(name);
    names.set(scheme, name);
  }
  known.set(securitySchemes, names);
  return names;
}

/** `api_key` is `apiKey`. */
export function variableFor(name: string): string {
  const words = name.match(/[A-Za-z0-9]+/g) ?? ['secret'];
  return words.map((word, index) => (index === 0 ? lowerFirst(word) : upperFirst(word))).join('');
}

function lowerFirst(word: string): string {
  return /^[A-Z0-9]+$/.test(word) ? word.toLowerCase() : word.charAt(0).toLowerCase() + word.slice(1);
}

function upperFirst(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
