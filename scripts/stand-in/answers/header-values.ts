import { sample } from 'openapi-sampler';
import type { Contract, Operation } from '../../contract/model';
import type { JsonValue } from '../../spec/document';
import { createSchemaCheck } from '../requests/schema-check';
import type { Reply } from './reply';

/** Headers that HTTP itself sets, whatever a contract documents. */
const ownHeaders = new Set(['connection', 'content-length', 'content-type', 'date', 'transfer-encoding']);

/** Adds the headers that the contract documents for an answer, with values that keep their schemas. */
export function createHeaderValues(contract: Contract) {
  const definitions = contract.definitions.response;
  const check = createSchemaCheck(definitions);

  return (operation: Operation, reply: Reply): Reply => {
    const documented = documentedHeaders(operation, reply.status);
    if (documented.length === 0) return reply;
    const headers = { ...reply.headers };
    const present = new Set(Object.keys(headers).map((name) => name.toLowerCase()));
    for (const { name, schema } of documented) {
      if (ownHeaders.has(name.toLowerCase()) || present.has(name.toLowerCase())) continue;
      const value = headerValue(typeof schema === 'boolean' ? {} : schema);
      if (value !== undefined) headers[name] = value;
    }
    return { ...reply, headers };
  };

  function headerValue(schema: Record<string, JsonValue>): string | undefined {
    const made = (sample(schema, { quiet: true }, { definitions }) ?? 'sample') as JsonValue;
    if (check(schema, made).length > 0) return undefined;
    return Array.isArray(made) ? made.join(',') : String(made);
  }
}

/** The documented headers of the exact status, else of its range, else of the default. */
export function documentedHeaders({ responses }: Operation, status: number) {
  const wanted = [String(status), `${String(status)[0]}XX`, 'default'];
  const found = wanted.map((name) => responses.find((response) => response.status === name));
  return found.find((response) => response !== undefined)?.headers ?? [];
}
