import { v5 } from 'uuid';

/** Namespace of all ids that this project derives; a random UUID, written down once. */
const NAMESPACE = '8f1c0a7e-5d0b-4f0a-9c57-3b1f6f3f6a10';

/**
 * An id derived from what a thing is, so that regenerating changes nothing and a change of one operation leaves
 * the ids of the others: `stableId('nova-post', 'request', 'GET /divisions')`.
 */
export function stableId(...identity: string[]): string {
  return v5(JSON.stringify(identity), NAMESPACE);
}
