import type { Contract } from '../../contract/model';

/** Stands in the collection's description, in place of a line in each request's. `scripts/changes/` reads it. */
export const NO_CREDENTIALS = 'No request needs credentials.';

/** Whether the contract speaks of security at all. */
export function needsCredentials({ operations, securitySchemes, login }: Contract): boolean {
  if (login !== undefined || Object.keys(securitySchemes).length > 0) return true;
  return operations.some(({ security }) => security.length > 0);
}
