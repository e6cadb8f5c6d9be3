import { hasOuterReferences } from './bundle/has-outer-references';
import { createDigitKeeper, type DigitKeeper } from './digits';
import type { SpecDocument } from './document';
import { findParts, type Part } from './pages/find-parts';
import { placeOf } from './place-of';
import { type Problem, ProblemError } from './problem';
import type { FetchLimits } from './sources/fetch-text';
import { readSources } from './sources/read-sources';
import { validateDocument } from './validate/validate-document';

export interface ReadOptions {
  /** References may lead out of the folder of the specification. */
  allowOutside?: boolean;
  /** References may lead to other servers. */
  allowRemote?: boolean;
  /** Of what is fetched; 30 s and 20 MB unless given. */
  limits?: FetchLimits;
}

/**
 * Reads an OpenAPI document: YAML or JSON files, Markdown pages with documents in fenced blocks, folders of them, or
 * urls. Several are merged, and what they refer to in other files is brought in.
 *
 * @param names what the person typed, shown that way in messages
 * @param cwd the folder that names are relative to
 * @returns the document, and warnings about what is odd in it but does no harm
 * @throws ProblemError with everything that is wrong with it
 */
export async function readDocument(
  names: string | readonly string[],
  cwd: string,
  options: ReadOptions = {},
): Promise<{ document: SpecDocument; warnings: Problem[] }> {
  const named = typeof names === 'string' ? [names] : names;
  const { sources, folders, passedOver } = await readSources(named, cwd, options.limits);
  const keeper = createDigitKeeper();
  const parts: Part[] = [];
  for (const source of sources) parts.push(...(await findParts(source, keeper)));
  const [part] = parts;
  if (part === undefined) throw new ProblemError(nothingFound(named, sources.length, passedOver));
  const isPlain = parts.length === 1 && !isSwagger(part) && !hasOuterReferences(part.located.value);
  const { located, warnings, title } = isPlain
    ? part
    : await putTogether(parts, folders, cwd, options, keeper);
  const checked = await validateDocument(located, title);
  const spelledAt = (pointer: string) => keeper.spelledAt(placeOf(checked.document, pointer));
  const document = { ...checked.document, digits: keeper.digits, spelledAt };
  return { document, warnings: [...warnings, ...checked.warnings] };
}

/** Loaded when needed: most documents are one file. */
async function putTogether(
  parts: Part[],
  folders: string[],
  cwd: string,
  options: ReadOptions,
  keeper: DigitKeeper,
): Promise<Pick<Part, 'located' | 'warnings' | 'title'>> {
  const { assembleParts }: typeof import('./assemble-parts') = require('./assemble-parts');
  const permissions = {
    folders,
    allowOutside: options.allowOutside ?? false,
    allowRemote: options.allowRemote ?? false,
    limits: options.limits,
  };
  return assembleParts(parts, cwd, permissions, keeper);
}

function isSwagger({ located: { value } }: Part): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'swagger');
}

function nothingFound(names: readonly string[], looked: number, [first]: Problem[]): Problem {
  const file = names.join(', ');
  const files = looked === 0 ? 'no YAML, JSON or Markdown file' : 'no OpenAPI document';
  return {
    code: 'NOT_OPENAPI',
    severity: 'error',
    message: `the folder holds ${files}${looked === 0 ? '' : `; ${looked} file${looked === 1 ? '' : 's'} looked at`}`,
    file,
    expected:
      "a document that begins with `openapi: '3.0.3'` or the like, or a page with one in a fenced block",
    hint:
      first === undefined ? 'name the folder or the file of the contract' : `${first.file}: ${first.message}`,
  };
}
