import { deepStrictEqual, ok } from 'node:assert/strict';
import { runInNewContext } from 'node:vm';
import { namedSchemas } from '../../../scripts/collection/answers/named-schemas';
import type { PostmanCollection } from '../../../scripts/collection/postman';
import { buildDocument, itemsOf } from '../../support/build-document';
import { describeDocument } from '../../support/describe-document';

/** A document with an operation per name, `/NAME`, that answers a component, and those components. */
function documentWith(answers: Record<string, string>, schemas: Record<string, object>): string {
  const content = (name: string) => ({
    'application/json': { schema: { $ref: `#/components/schemas/${name}` } },
  });
  const paths = Object.entries(answers).map(([path, name]) => [
    `/${path}`,
    { get: { responses: { 200: { description: 'Fine', content: content(name) } } } },
  ]);
  return JSON.stringify({
    openapi: '3.0.3',
    info: { title: 'Shared', version: '1' },
    servers: [{ url: 'https://api.example.test' }],
    paths: Object.fromEntries(paths),
    components: { schemas },
  });
}

function namesOf(document: string): { shared: string[]; own: Record<string, string[]> } {
  const { shared, own } = namedSchemas(describeDocument(document).contract);
  return {
    shared: Object.keys(shared),
    own: Object.fromEntries([...own].map(([key, schemas]) => [key, Object.keys(schemas)])),
  };
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
/** About so many characters once it is printed. */
const large = (size: number) => ({ type: 'string', enum: ['x'.repeat(size)] });

describe('the named schemas of answers', () => {
  it('are shared where several operations lead to them, and an operation’s own where not', () => {
    const document = documentWith(
      { one: 'One', two: 'Two', three: 'Three' },
      {
        One: { properties: { part: ref('Part') } },
        Two: { properties: { parts: { type: 'array', items: ref('Part') }, mine: ref('Mine') } },
        Three: { type: 'object' },
        Part: { properties: { inner: ref('Inner') } },
        Inner: { properties: { part: ref('Part') } },
        Mine: { type: 'integer' },
      },
    );
    deepStrictEqual(namesOf(document), {
      shared: ['Inner', 'Part'],
      own: { 'GET /one': ['One'], 'GET /two': ['Mine', 'Two'], 'GET /three': ['Three'] },
    });
  });

  it('stand in the collection’s test script once, and in no request', () => {
    const collection = buildDocument(
      documentWith({ one: 'Part', two: 'Part' }, { Part: { properties: { part: ref('Part') } } }),
    );
    const script = collection.event.find(({ listen }) => listen === 'test')?.script.exec ?? [];
    deepStrictEqual(script, [
      "contract.shared = () => ({ Part: { properties: { part: { $ref: '#/definitions/Part' } } } });",
      '',
      '// after',
    ]);
    deepStrictEqual(
      itemsOf(collection).map((item) => item.event[0]?.script.exec[0]),
      ['one', 'two'].map(
        (path) =>
          `contract.check(pm, { operation: 'GET /${path}', answers: { 200: { 'application/json': { $ref: '#/definitions/Part' } } } });`,
      ),
    );
  });

  it('are shared however large they are', () => {
    const document = documentWith(
      { a: 'A', b: 'A', c: 'B', d: 'B' },
      { A: large(500_000), B: large(500_000) },
    );
    deepStrictEqual(namesOf(document), {
      shared: ['A', 'B'],
      own: { 'GET /a': [], 'GET /b': [], 'GET /c': [], 'GET /d': [] },
    });
  });

  it('grow with the contract and not with how often they are used', () => {
    const sizeFor = (count: number) => {
      const answers = Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, 'Part']));
      return scriptSize(buildDocument(documentWith(answers, { Part: large(10_000) })));
    };
    ok(sizeFor(20) - sizeFor(10) < 10 * 250, 'ten more requests take ten more calls');
  });

  it('may have any name', () => {
    const document = documentWith(
      { one: 'A', two: 'A' },
      { A: { properties: { b: { $ref: '#/components/schemas/__proto__' } } } },
    ).replace('"A":{"properties"', '"__proto__":{"type":"integer"},"A":{"properties"');
    const script = buildDocument(document).event.find(({ listen }) => listen === 'test')?.script.exec ?? [];
    const names = runInNewContext(
      `contract = {}; ${script.join('\n')}\nObject.keys(contract.shared()).join()`,
    );
    deepStrictEqual(names, 'A,__proto__');
  });
});

function scriptSize(collection: PostmanCollection): number {
  return JSON.stringify([collection.event, itemsOf(collection).map(({ event }) => event)]).length;
}
