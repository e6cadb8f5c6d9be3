import type { AnySchema, ErrorObject } from 'ajv';

/** What is wrong at one place of a document. */
export interface Violation {
  /** The errors that say so, all of one keyword. */
  errors: [ErrorObject, ...ErrorObject[]];
  keyword: string;
  /** JSON pointer of the value that breaks the schema. */
  pointer: string;
  /** `required` only: one of the missing members is enough. */
  alternatives: boolean;
}

/** Keywords that only repeat that one of their parts failed. */
const COMPOSITE = new Set(['oneOf', 'anyOf', 'allOf', 'if', 'propertyNames']);
/** One of these says all there is to say about a value. */
const DECISIVE = ['type', 'enum', 'const'];

/**
 * Where an alternative (`oneOf`) fails, Ajv tells what each of its branches would have wanted, though the document
 * meant only one of them. This leaves what the meant branch says.
 *
 * @param errors of Ajv with `allErrors` and `verbose`
 * @param root the schema they come from
 */
export function pickViolations(errors: readonly ErrorObject[], root: AnySchema): Violation[] {
  const locations = locateSchemas(root);
  const leaves = errors
    .filter((error) => !COMPOSITE.has(error.keyword))
    .map((error) => ({ error, ...branchOf(error, locations) }))
    // "Could have been a reference" is never what was meant: references are looked at elsewhere.
    .filter(({ branch }) => !/\/reference$/i.test(branch));
  const others = new Set(leaves.filter(isOtherKind).map(({ branch, place }) => `${branch} ${place}`));
  const meant = leaves.filter(({ branch, place }) => !others.has(`${branch} ${place}`));
  const unknownKinds = leaves
    .filter(isOtherKind)
    .filter(({ place }) => !meant.some(({ error }) => isWithin(error.instancePath, place)));

  const byPlace = new Map<string, Leaf[]>();
  for (const leaf of [...meant, ...unknownKinds]) {
    const pointer = leaf.error.instancePath;
    byPlace.set(pointer, [...(byPlace.get(pointer) ?? []), leaf]);
  }
  return [...byPlace].flatMap(([pointer, here]) => violationsAt(pointer, here));
}

/** An error with the alternative it belongs to. */
interface Leaf {
  error: ErrorObject;
  /** Location in the schema of the alternative, or of the definition. */
  branch: string;
  /** JSON pointer in the document of the value that the alternative is about. */
  place: string;
}

function violationsAt(pointer: string, leaves: Leaf[]): Violation[] {
  for (const keyword of DECISIVE) {
    const [first, ...rest] = leaves.filter(({ error }) => error.keyword === keyword);
    if (first !== undefined) {
      const errors: Violation['errors'] = [first.error, ...rest.map(({ error }) => error)];
      return [{ errors, keyword, pointer, alternatives: false }];
    }
  }
  const choices = choicesIn(leaves);
  const single = leaves
    .filter((leaf) => !choices.flat().includes(leaf))
    // Where another keyword failed, what it would have covered counts as not covered.
    .filter(({ error }) => error.keyword !== 'unevaluatedProperties' || leaves.every(isUnevaluated))
    .map(
      ({ error }): Violation => ({ errors: [error], keyword: error.keyword, pointer, alternatives: false }),
    );
  const either = choices.map(
    ([first, ...rest]): Violation => ({
      errors: [first.error, ...rest.map(({ error }) => error)],
      keyword: 'required',
      pointer,
      alternatives: true,
    }),
  );
  return [...single, ...either];
}

/** Missing members of which one would do: each is asked for by another branch of the same alternative. */
function choicesIn(leaves: Leaf[]): [Leaf, ...Leaf[]][] {
  const byAlternative = new Map<string, [Leaf, ...Leaf[]]>();
  for (const leaf of leaves) {
    const alternative = /^(.*\/oneOf)\/\d+$/.exec(leaf.branch)?.[1];
    if (leaf.error.keyword !== 'required' || alternative === undefined) continue;
    const known = byAlternative.get(alternative);
    if (known === undefined) byAlternative.set(alternative, [leaf]);
    else known.push(leaf);
  }
  return [...byAlternative.values()].filter((choice) => choice.length > 1);
}

function isUnevaluated({ error }: Leaf): boolean {
  return error.keyword === 'unevaluatedProperties';
}

/** The error tells that `type: apiKey` or `in: path` is another kind of object than the branch is about. */
function isOtherKind({ error }: Leaf): boolean {
  const allowed: unknown =
    error.keyword === 'const' ? [error.params.allowedValue] : error.params.allowedValues;
  return Array.isArray(allowed) && allowed.length === 1 && /\/(in|type)$/.test(error.instancePath);
}

function branchOf(error: ErrorObject, locations: Map<unknown, string>): Omit<Leaf, 'error'> {
  const location = locations.get(error.parentSchema) ?? '';
  const branch =
    /^.*\/(?:oneOf|anyOf)\/\d+/.exec(location)?.[0] ??
    /^\/(?:definitions|\$defs)\/[^/]+/.exec(location)?.[0] ??
    '';
  const inMember = /^\/properties\/[^/]+$/.test(location.slice(branch.length));
  return { branch, place: inMember ? error.instancePath.replace(/\/[^/]*$/, '') : error.instancePath };
}

function isWithin(pointer: string, place: string): boolean {
  return pointer === place || pointer.startsWith(`${place}/`);
}

/** JSON pointers of all objects of a schema, by the object. */
function locateSchemas(root: AnySchema): Map<unknown, string> {
  const locations = new Map<unknown, string>();
  const walk = (value: unknown, location: string): void => {
    if (typeof value !== 'object' || value === null) return;
    locations.set(value, location);
    for (const [key, member] of Object.entries(value)) walk(member, `${location}/${key}`);
  };
  walk(root, '');
  return locations;
}
