import type { RequestRecord } from './run-record';

/** Key of the operation that a request tests, `GET /shipments/{id}`; where it does not say, by method and path. */
export function operationOf({ tests, operation }: Pick<RequestRecord, 'tests' | 'operation'>): string {
  return tests?.operation ?? operation.replaceAll(/\/:([\w-]+)/g, '/{$1}');
}
