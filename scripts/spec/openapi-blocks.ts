import { isMap, parseDocument } from 'yaml';
import { type Page, readPage } from './read-page';

/** The blocks of a Markdown page that hold an OpenAPI (or Swagger) document, also where it does not parse. */
export async function openapiBlocks(text: string): Promise<Page> {
  const page = await readPage(text);
  return { ...page, blocks: page.blocks.filter((block) => isOpenapi(block.text)) };
}

function isOpenapi(text: string): boolean {
  if (!/openapi|swagger/.test(text)) return false;
  const { contents } = parseDocument(text, { schema: 'core', uniqueKeys: false, prettyErrors: false });
  return isMap(contents) && (contents.has('openapi') || contents.has('swagger'));
}
