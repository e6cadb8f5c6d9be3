import { hash } from 'node:crypto';

/** Namespace of all ids that this project derives; a random UUID, written down once. */
const NAMESPACE = Buffer.from('8f1c0a7e5d0b4f0a9c573b1f6f3f6a10', 'hex');

/**
 * An id derived from what a thing is, so that regenerating changes nothing and a change of one operation leaves
 * the ids of the others: `stableId('nova-post', 'request', 'GET /divisions')`. A UUID of version 5 (RFC 9562).
 */
export function stableId(...identity: string[]): string {
  const name = Buffer.from(JSON.stringify(identity));
  const hex = hash('sha1', Buffer.concat([NAMESPACE, name]), 'hex');
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`;
}
