import type { SpecDocument } from '../../scripts/spec/document';
import { placeOf } from '../../scripts/spec/place-of';
import type { Problem } from '../../scripts/spec/problem';
import { type ReadOptions, readDocument } from '../../scripts/spec/read-document';
import { withScratchFolder } from './scratch-folder';
import { thrownProblems } from './thrown-problems';

type Files = Record<string, string | Uint8Array>;

/** Writes files and reads what is named of them as one document. */
export const readFilesOf = (files: Files, names: string | string[], options?: ReadOptions) =>
  withScratchFolder(files, (folder) => readDocument(names, folder, options));

/** The problems for which they are refused. */
export const refusedFiles = (
  files: Files,
  names: string | string[],
  options?: ReadOptions,
): Promise<readonly Problem[]> => thrownProblems(() => readFilesOf(files, names, options));

/** `FILE:LINE#POINTER` of where the value at a pointer was written. */
export function written(document: SpecDocument, at: string): string {
  const { file, line, pointer } = placeOf(document, at);
  return `${file}:${line}#${pointer}`;
}

/** `CODE FILE:LINE#POINTER` of a problem. */
export const told = ({ code, file, line, pointer }: Problem): string => `${code} ${file}:${line}#${pointer}`;

/** A document of OpenAPI 3.0, its title on line 2; the text follows from line 3 on. */
export const openapi = (rest: string, title = 'Parcels'): string =>
  `openapi: 3.0.3\ninfo: {title: ${title}, version: '1'}\n${rest}`;

/** One operation that answers with a schema, on three lines. */
export const operation = (method: string, path: string, schema: string): string => `  ${path}:
    ${method}:
      responses: {'200': {description: Fine, content: {application/json: {schema: ${schema}}}}}
`;
