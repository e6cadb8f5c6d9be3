import { isJson } from '../../contract/is-json';
import type { Contract, Operation } from '../../contract/model';
import { preferredMedia } from './preferred-media';

/** The collection variable that stands for two opening braces. */
export const OPEN_BRACES = 'openBraces';

/**
 * A text of the contract where nothing can be encoded: Postman would take `{{name}}` in it for a variable, and knows
 * no escape. The pre-request script sees to it that the braces arrive.
 */
export function withLiteralBraces(text: string): string {
  return text.replaceAll(/\{\{(?=[^{}]*\}\})/g, `{{${OPEN_BRACES}}}`);
}

/** Whether some request has braces that nothing can encode: in a header, a form or a text. */
export function hasLiteralBraces({ operations }: Contract): boolean {
  return operations.some((operation) => plainTexts(operation).some((text) => text.includes('{{')));
}

function plainTexts({ parameters, requestBody }: Operation): string[] {
  const headers = parameters.filter((parameter) => parameter.in === 'header').map(({ sample }) => sample);
  const media = requestBody && preferredMedia(requestBody.content);
  const isText = media !== undefined && !isJson(media.type);
  return [...headers, ...(isText ? [media.sample] : [])].map((value) => JSON.stringify(value));
}
