import { basename, extname } from 'node:path';
import type { SpecDocument } from './document';
import { htmlProblem } from './html-problem';
import { openapiBlocks } from './openapi-blocks';
import { parseText } from './parse-text';
import { type Problem, ProblemError } from './problem';
import { readText } from './read-text';
import { validateDocument } from './validate-document';

/**
 * Reads an OpenAPI document: a YAML or JSON file, or a Markdown page with one in a fenced block.
 *
 * @param source the file's name as the person typed it, shown that way in messages
 * @param cwd the folder it is relative to
 * @returns the document, and warnings about what is odd in it but does no harm
 * @throws ProblemError with everything that is wrong with it
 */
export async function readDocument(
  source: string,
  cwd: string,
): Promise<{ document: SpecDocument; warnings: Problem[] }> {
  const [part, another] = await readParts(source, await readText(source, cwd));
  if (another !== undefined) {
    throw new ProblemError({
      code: 'UNSUPPORTED',
      severity: 'error',
      message: 'the page holds more than one OpenAPI block; the second begins here',
      file: source,
      line: another.line,
      hint: 'save each block as a page of its own',
    });
  }
  const { located, warnings } = parseText(part.text, source, part.line);
  const checked = await validateDocument(located, part.title);
  return { document: checked.document, warnings: [...warnings, ...checked.warnings] };
}

/** A text that holds one OpenAPI document. */
interface Part {
  text: string;
  /** 1-based line of the file on which it begins. */
  line: number;
  title: string;
}

/** The OpenAPI documents in a file: a page may hold several. */
async function readParts(source: string, text: string): Promise<[Part, ...Part[]]> {
  const markup = htmlProblem(text, source);
  if (markup !== undefined) throw new ProblemError(markup);
  const fileTitle = basename(source, extname(source));
  if (!isPage(source, text)) return [{ text, line: 1, title: fileTitle }];

  const { heading, blocks } = await openapiBlocks(text);
  const [first, ...others] = blocks.map((block) => ({ ...block, title: heading ?? fileTitle }));
  if (first !== undefined) return [first, ...others];
  throw new ProblemError({
    code: 'NO_OPENAPI_BLOCK',
    severity: 'error',
    message: 'the page has no OpenAPI document in a fenced block',
    file: source,
    expected: 'a block between ``` lines that holds `openapi`',
    hint: 'check that the whole page was saved; name a YAML or JSON document .yaml or .json',
  });
}

/** A fence in the first column is no YAML, so it tells a page whose name does not. */
function isPage(source: string, text: string): boolean {
  if (/\.(md|mdx|markdown)$/i.test(source)) return true;
  return !/\.(ya?ml|json)$/i.test(source) && /^(```|~~~)/m.test(text);
}
