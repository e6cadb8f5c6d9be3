import type { JsonObject } from '../../spec/document';
import { isObject } from '../../spec/is-object';
import { pointerTo } from '../../spec/json-pointer';
import type { Finding } from './finding';
import { type FoundOperation, listPaths } from './list-operations';
import type { Survey } from './survey';

/** Statuses that say what happens when all is well: an upgrade and a redirect are among them. */
const WELL = /^([123](\d\d|XX)|default)$/i;

/** Operations that document failures only, and JSON answers of which nothing is said. */
export function missingAnswers({ document, refs }: Survey): Finding[] {
  const seen = new Set<string>();
  return listPaths(document, refs)
    .flatMap(({ path, operations }) => operations.map((operation) => ({ path, operation })))
    .flatMap(({ path, operation }): Finding[] => {
      const responses = isObject(operation.value.responses) ? operation.value.responses : {};
      const statuses = Object.keys(responses).filter((status) => !status.startsWith('x-'));
      if (statuses.length === 0) return []; // the schema of OpenAPI says so already
      if (!statuses.some((status) => WELL.test(status))) return [noSuccess(path, operation)];
      return statuses
        .filter((status) => /^2/.test(status))
        .flatMap((status) => {
          const response = refs.follow(
            responses[status],
            `${operation.pointer}/responses${pointerTo(status)}`,
          );
          if (response === undefined || seen.has(response.pointer)) return [];
          seen.add(response.pointer);
          return schemaless(response.value.content, `${response.pointer}/content`);
        });
    });
}

function schemaless(content: JsonObject[string] | undefined, pointer: string): Finding[] {
  if (!isObject(content)) return [];
  return Object.entries(content)
    .filter(([type, media]) => isJson(type) && isObject(media) && media.schema === undefined)
    .map(([type]) => ({
      code: 'NO_ANSWER',
      pointer: pointer + pointerTo(type),
      message: `an answer of ${type} has no schema: nothing is promised about it`,
      hint: 'give it a schema, or take the content out where there is none',
    }));
}

export function isJson(mediaType: string): boolean {
  return /^[^/]+\/([^;]+\+)?json *(;|$)/i.test(mediaType);
}

function noSuccess(path: string, { method, pointer }: FoundOperation): Finding {
  return {
    code: 'NO_ANSWER',
    pointer: `${pointer}/responses`,
    message: `${method.toUpperCase()} ${path} documents no success`,
    hint: 'add the answer that it gives when all is well',
  };
}
