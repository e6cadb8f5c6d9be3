import { bundleReferences } from './bundle/bundle-references';
import { hasOuterReferences } from './bundle/has-outer-references';
import { createFileOpener, type FileOpener, type OpenFile, type Permissions } from './bundle/open-files';
import type { DigitKeeper } from './digits';
import type { JsonObject, LocatedValue } from './document';
import { pointerTo } from './json-pointer';
import { limitProblems } from './limit-problems';
import type { Mergeable } from './merge/mergeable';
import { openapiContainers, openapiShape } from './openapi-shape';
import type { Part } from './pages/find-parts';
import { type Problem, ProblemError } from './problem';
import { checkStructure } from './validate/check-structure';
import { checkVersion } from './validate/check-version';

/** A block or a file of several need not have paths. */
const partShape = { ...openapiShape, required: [] };

/** One of several documents, and which path items of other files stand in it. */
interface Prepared extends Mergeable {
  location: string;
  taken: Set<string>;
  warnings: Problem[];
}

/**
 * Makes one OpenAPI 3 document of the parts: brings in what they refer to in other files, turns Swagger 2.0 into
 * OpenAPI 3.0, and merges them.
 *
 * @param keeper keeps the digits of large integers
 * @throws ProblemError
 */
export async function assembleParts(
  parts: readonly Part[],
  cwd: string,
  permissions: Permissions,
  keeper: DigitKeeper,
): Promise<{ located: LocatedValue; title: string; warnings: Problem[] }> {
  const roots = parts.map((part): OpenFile => ({ located: part.located, location: part.source.location }));
  // A page with several blocks is nothing that a reference can lead to.
  const blocks = new Map<string, number>();
  for (const { location } of roots) blocks.set(location, (blocks.get(location) ?? 0) + 1);
  const files = roots.filter(({ location }) => blocks.get(location) === 1);
  const opener = createFileOpener(files, cwd, permissions, keeper);
  const warnings = parts.flatMap((part) => part.warnings);
  const isMerge = parts.length > 1;
  const prepared: Prepared[] = [];
  for (const [index, root] of roots.entries()) {
    const part = parts[index];
    if (part !== undefined) prepared.push(await prepare(root, part, opener, isMerge));
  }
  warnings.push(...opener.warnings, ...prepared.flatMap((one) => one.warnings));
  const title = parts[0]?.title ?? '';
  const taking = prepared.filter(({ taken }) => taken.size > 0);
  const [first, second, ...others] = prepared.map((one) => withoutTaken(one, taking));
  if (first === undefined) throw new Error('there is no part');
  if (second === undefined) return { located: first.located, title, warnings };
  refuseMixedVersions(first, [second, ...others]);
  const { mergeDocuments }: typeof import('./merge/merge-documents') = require('./merge/merge-documents');
  return { located: mergeDocuments([first, second, ...others]), title, warnings };
}

/** A document that refers to itself only; of several, also one that is safe to merge. */
async function prepare(root: OpenFile, part: Part, opener: FileOpener, isMerge: boolean): Promise<Prepared> {
  const wrongVersion = checkVersion(root.located);
  if (wrongVersion !== undefined) throw new ProblemError(wrongVersion);
  const { title, label } = part;
  const taken = new Set<string>();
  const warnings: Problem[] = [];
  let { located } = root;
  if (isSwagger(located.value)) {
    const { swaggerShape, swaggerContainers }: typeof import('./swagger/swagger-shape') =
      require('./swagger/swagger-shape');
    const {
      convertSwagger,
    }: typeof import('./swagger/convert-swagger') = require('./swagger/convert-swagger');
    const shapes = { shape: swaggerShape, containers: swaggerContainers };
    located = await bundle(located, { ...shapes, opener, hoist: false });
    const converted = await convertSwagger(located, root.location);
    located = converted.located;
    warnings.push(...converted.warnings);
  }
  if (isMerge || hasOuterReferences(located.value)) {
    const shapes = { shape: openapiShape, containers: openapiContainers };
    located = await bundle(located, { ...shapes, opener, hoist: isMerge });
  }
  if (isMerge) refuseBroken(located);
  return { located: located as Mergeable['located'], title, label, location: root.location, taken, warnings };

  async function bundle(
    located: LocatedValue,
    options: Parameters<typeof bundleReferences>[1],
  ): Promise<LocatedValue> {
    // Other files may refer back to the very file.
    const isRoot = located === root.located;
    const bundled = await bundleReferences(isRoot ? root : { located, location: root.location }, options);
    for (const place of bundled.taken) taken.add(place);
    return bundled.located;
  }
}

/** What merging relies on; where references lead is seen when all is in one document. */
function refuseBroken(located: LocatedValue): void {
  const errors = checkStructure(located, partShape).filter(({ code }) => code !== 'DANGLING_REF');
  if (errors.length > 0) throw new ProblemError(...limitProblems(errors));
}

/** A file's path items that another document took in by reference stand there, and need not stand here. */
function withoutTaken(one: Prepared, taking: readonly Prepared[]): Prepared {
  const value: JsonObject = one.located.value;
  const { paths } = value;
  if (typeof paths !== 'object' || paths === null || Array.isArray(paths)) return one;
  const others = taking.filter((other) => other !== one);
  const isTaken = (path: string) => {
    const place = `${one.location}#${pointerTo('paths', path)}`;
    return others.some(({ taken }) => taken.has(place));
  };
  if (!Object.keys(paths).some(isTaken)) return one;
  const kept = Object.fromEntries(Object.entries(paths).filter(([path]) => !isTaken(path)));
  return { ...one, located: { ...one.located, value: { ...value, paths: kept } } };
}

function refuseMixedVersions(first: Prepared, others: Prepared[]): void {
  const versionOf = ({ located }: Prepared) => String(located.value.openapi).slice(0, 3);
  const other = others.find((one) => versionOf(one) !== versionOf(first));
  if (other === undefined) return;
  throw new ProblemError({
    code: 'UNSUPPORTED',
    severity: 'error',
    message: `OpenAPI ${versionOf(other)} cannot be merged with OpenAPI ${versionOf(first)} of ${first.located.file}`,
    file: other.located.file,
    pointer: '/openapi',
    hint: 'write all documents in one version, or generate a collection from each of them',
  });
}

function isSwagger(value: LocatedValue['value']): value is JsonObject {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'swagger');
}
