import { isJson } from '../is-json';
import type { MediaType, Operation } from '../model';

/** The documented body, in JSON, of an operation's success; undefined where it has none. */
export function jsonAnswer({ responses }: Operation): MediaType | undefined {
  return responses
    .filter(({ status }) => isSuccess(status))
    .flatMap(({ content }) => content)
    .find(({ type }) => isJson(type));
}

/** Status of an answer as documented: `201`, `2XX`. */
export function isSuccess(status: string): boolean {
  return /^2(\d\d|XX)$/.test(status);
}
