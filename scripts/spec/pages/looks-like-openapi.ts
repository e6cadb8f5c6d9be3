import { isMap, parseDocument } from 'yaml';

/** Whether a text that does not parse would be an OpenAPI (or Swagger) document. */
export function looksLikeOpenapi(text: string): boolean {
  const { contents } = parseDocument(text, { schema: 'core', uniqueKeys: false, prettyErrors: false });
  return isMap(contents) && (contents.has('openapi') || contents.has('swagger'));
}
