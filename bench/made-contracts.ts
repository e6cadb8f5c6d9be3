import { resourceContract } from './resource-contract';
import { schemaContract } from './schema-contract';

/** A contract to measure on. */
export interface BenchContract {
  name: string;
  /** The file's name, with the extension that tells its language. */
  file: string;
  text: string;
}

/** The bench's own contracts: of five sizes, and with schemas of the kinds that make tools slow. */
export function madeContracts(): BenchContract[] {
  const sizes = [10, 100, 300, 1000, 3000].map((count) =>
    contract(`${count} operations`, resourceContract(count)),
  );
  return [
    ...sizes,
    contract('deep schemas', schemaContract(20, deepSchemas())),
    contract('wide schemas', schemaContract(20, wideSchemas())),
    contract('shared schemas', schemaContract(300, sharedSchemas())),
    contract('recursive schemas', schemaContract(20, recursiveSchemas())),
    contract('connected schemas', schemaContract(300, connectedSchemas())),
  ];
}

function contract(name: string, document: object): BenchContract {
  return { name, file: `${name.replaceAll(' ', '-')}.json`, text: JSON.stringify(document, null, 2) };
}

type Schemas = { Answer: object; Input: object; [name: string]: object };

/** Objects in objects, fifteen deep, with a few fields on each level. */
function deepSchemas(): Schemas {
  const at = (level: number): object => ({
    type: 'object',
    required: ['id', 'name'],
    properties: {
      id: { type: 'integer', minimum: 1 },
      name: { type: 'string', maxLength: 50 },
      flag: { type: 'boolean' },
      ...(level === 0 ? {} : { inner: at(level - 1) }),
    },
  });
  return { Answer: at(15), Input: at(15) };
}

/** An object with five hundred fields. */
function wideSchemas(): Schemas {
  return { Answer: wide(500), Input: wide(500) };
}

/** About 100 KB of components that all hang together, one answer of every operation. */
function sharedSchemas(): Schemas {
  const parts = Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [`Part${index}`, wide(20)] as const),
  );
  const properties = Object.fromEntries(
    Object.keys(parts).map((name) => [name.toLowerCase(), { $ref: `#/components/schemas/${name}` }]),
  );
  return { ...parts, Answer: { type: 'object', properties }, Input: wide(5) };
}

/** A tree, and two that hold each other. */
function recursiveSchemas(): Schemas {
  const list = (name: string) => ({ type: 'array', items: { $ref: `#/components/schemas/${name}` } });
  return {
    Answer: {
      type: 'object',
      required: ['tree'],
      properties: {
        tree: { $ref: '#/components/schemas/Tree' },
        folder: { $ref: '#/components/schemas/Folder' },
      },
    },
    Tree: { type: 'object', properties: { name: { type: 'string' }, children: list('Tree') } },
    Folder: { type: 'object', properties: { name: { type: 'string' }, files: list('File') } },
    File: {
      type: 'object',
      properties: { size: { type: 'integer' }, folder: { $ref: '#/components/schemas/Folder' } },
    },
    Input: { $ref: '#/components/schemas/Tree' },
  };
}

/** About 400 KB of components each of which leads to all others, one answer of every operation. */
function connectedSchemas(): Schemas {
  const count = 150;
  const ref = (index: number) => ({ $ref: `#/components/schemas/Part${index % count}` });
  const parts = Array.from({ length: count }, (_, index) => {
    const { properties } = wide(20);
    const links = { next: ref(index + 1), other: { anyOf: [{ type: 'string' }, ref(index * 7 + 3)] } };
    return [`Part${index}`, { type: 'object', properties: { ...properties, ...links } }] as const;
  });
  return { ...Object.fromEntries(parts), Answer: { $ref: '#/components/schemas/Part0' }, Input: wide(5) };
}

function wide(count: number) {
  const kinds = [
    { type: 'string', maxLength: 100, description: 'A text that a person wrote.' },
    { type: 'integer', minimum: 0, maximum: 100_000 },
    { type: 'string', format: 'date-time', description: 'When it happened.' },
    { type: 'array', items: { type: 'string', enum: ['red', 'green', 'blue'] } },
    { type: 'number', minimum: 0 },
  ];
  const fields = Array.from(
    { length: count },
    (_, index) => [`field${index}`, kinds[index % kinds.length]] as const,
  );
  const properties = Object.fromEntries(fields);
  return { type: 'object', required: ['field0', 'field1'], properties };
}
