import { basename, extname } from 'node:path';
import type { DigitKeeper } from '../digits';
import type { JsonObject, LocatedValue } from '../document';
import { isObject } from '../is-object';
import { parseText } from '../parse/parse-text';
import { type Problem, ProblemError } from '../problem';
import type { Source } from '../sources/source';
import { htmlProblem } from './html-problem';
import type { PageBlock } from './read-page';

/** One OpenAPI document: a file, or a block of a page. */
export interface Part {
  located: LocatedValue;
  source: Source;
  /** A title for a document that has none: the page's first heading, else the file's name. */
  title: string;
  /** What tells it from its neighbours: the heading above it, else the file's name. */
  label: string;
  warnings: Problem[];
}

/**
 * The OpenAPI documents in a text, parsed: the text itself, or the blocks of a Markdown page that are such documents.
 *
 * @param keeper keeps the digits of large integers
 * @returns none for a file of a folder that holds none
 * @throws ProblemError with what is wrong with it
 */
export async function findParts(source: Source, keeper: DigitKeeper): Promise<Part[]> {
  const { text, name, found } = source;
  const markup = htmlProblem(text, name);
  if (markup !== undefined) {
    if (found) return [];
    throw new ProblemError(markup);
  }
  const title = basename(name, extname(name));
  if (!isPage(source)) {
    const parsed = found ? parseOpenapi(text, name, 1, keeper) : parseText(text, name, 1, keeper);
    return parsed === undefined ? [] : [{ ...parsed, source, title, label: title }];
  }
  const { readPage }: typeof import('./read-page') = require('./read-page');
  const { heading, blocks } = await readPage(text);
  const partsOf = (parse: (block: PageBlock) => ReturnType<typeof parseText> | undefined) =>
    blocks.flatMap((block): Part[] => {
      const parsed = parse(block);
      return parsed === undefined
        ? []
        : [{ ...parsed, source, title: heading ?? title, label: block.heading ?? title }];
    });
  const parts = partsOf((block) => parseOpenapi(block.text, name, block.line, keeper));
  const [first] = parts;
  if (first !== undefined)
    parts.push(
      ...partsOf((block) => parseComponents(block, name, keeper, first.located.value as JsonObject)),
    );
  if (parts.length > 0 || found) return parts;
  throw new ProblemError({
    code: 'NO_OPENAPI_BLOCK',
    severity: 'error',
    message: 'the page has no OpenAPI document in a fenced block',
    file: name,
    expected: 'a block between ``` lines that holds `openapi`',
    hint: 'check that the whole page was saved; name a YAML or JSON document .yaml or .json',
  });
}

/** A fence in the first column is no YAML, so it tells a page whose name does not. */
function isPage({ name, text, page }: Source): boolean {
  if (page || /\.(md|mdx|markdown)$/i.test(name)) return true;
  return !/\.(ya?ml|json)$/i.test(name) && /^(```|~~~)/m.test(text);
}

/** A block that has nothing but components, of whatever version the page's first document is. */
function parseComponents(
  { text, line }: PageBlock,
  name: string,
  keeper: DigitKeeper,
  { openapi }: JsonObject,
): ReturnType<typeof parseText> | undefined {
  if (openapi === undefined || !/components/.test(text)) return undefined;
  try {
    const parsed = parseText(text, name, line, keeper);
    const { value } = parsed.located;
    if (!isObject(value) || !isObject(value.components) || Object.keys(value).length > 1) return undefined;
    return { ...parsed, located: { ...parsed.located, value: { openapi, ...value } } };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return undefined;
  }
}

/** Parses a text that may be something else: undefined where it is no OpenAPI (or Swagger) document. */
function parseOpenapi(...source: Parameters<typeof parseText>): ReturnType<typeof parseText> | undefined {
  const [text] = source;
  if (!/openapi|swagger/.test(text)) return undefined;
  try {
    const parsed = parseText(...source);
    const { value } = parsed.located;
    const isOpenapi =
      typeof value === 'object' &&
      value !== null &&
      (Object.hasOwn(value, 'openapi') || Object.hasOwn(value, 'swagger'));
    return isOpenapi ? parsed : undefined;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { looksLikeOpenapi }: typeof import('./looks-like-openapi') = require('./looks-like-openapi');
    if (looksLikeOpenapi(text)) throw error;
    return undefined;
  }
}
