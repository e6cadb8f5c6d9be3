import { camelCase } from './camel-case';
import { singular } from './singular';

/** Postman variables that mean something to the scripts and the runner; a variable of a contract is called otherwise. */
export const RESERVED_NAMES: readonly string[] = [
  'baseUrl',
  'apiKey',
  'phone',
  'jwt',
  'jwtExpiresAt',
  'jwtFor',
  'environment',
  'allowWrites',
  'expiredJwt',
  'contractRun',
  'capturedFor',
  'openBraces',
  'probeJwtOtherSignature',
  'probeJwtUnsigned',
];

/** Whether a Postman variable may be called so. `deletedShipmentId` is what the scripts make of `shipmentId`. */
export function isVariableName(name: string): boolean {
  // Scripts keep variables by name: `constructor` is what every object has.
  const isPlain = /^[A-Za-z_]\w*$/.test(name) && !(name in {});
  return isPlain && !RESERVED_NAMES.includes(name) && !/^deleted[A-Z_]/.test(name);
}

/**
 * What a variable for a field in the answer of a path is called: `/shipments` and `number` give `shipmentNumber`.
 * Where that name is taken it begins with more of the path: `trackingPushSubscriberId`.
 */
export function variableName(path: string, field: string, isTaken: (name: string) => boolean): string {
  const segments = path.split('/').filter((segment) => segment !== '' && !segment.includes('{'));
  const owners = segments.map((segment) => singular(camelCase(segment)));
  const own = owners.at(-1) ?? '';
  const member = withoutOwner(camelCase(field), own);
  const isFree = (name: string) => isVariableName(name) && !isTaken(name);
  const names = owners.map((_, index) => joined([...owners.slice(owners.length - index - 1), member]));
  const free = names.find(isFree);
  if (free !== undefined) return free;
  const longest = names.at(-1) ?? member;
  for (let number = 1; ; number += 1) {
    const name = `_${longest}${number === 1 ? '' : number}`;
    if (isFree(name)) return name;
  }
}

/** `shipmentNumber` of a shipment is its `Number`. */
function withoutOwner(field: string, owner: string): string {
  const rest = field.slice(owner.length);
  return owner !== '' && field.startsWith(owner) && /^([A-Z0-9]|$)/.test(rest) ? rest : field;
}

function joined(words: string[]): string {
  const [first = '', ...others] = words.filter((word) => word !== '');
  return first + others.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('');
}

/** The names in double braces in a text. */
export function namesIn(text: string): string[] {
  return [...text.matchAll(/\{\{([^{}]*)\}\}/g)].map(([, name = '']) => name);
}
