import assert from 'node:assert/strict';
import { runInNewContext } from 'node:vm';
import Ajv from 'ajv';
import fc from 'fast-check';
import { artefactText, buildArtefacts } from '../../scripts/collection/files/artefacts';
import type { PostmanCollection, PostmanItem } from '../../scripts/collection/postman';
import { planContract } from '../../scripts/collection/probes/plan-contract';
import type { PlannedProbe } from '../../scripts/collection/probes/planned-probe';
import type { Checks } from '../../scripts/postman/script-data';
import type { JsonObject, JsonValue } from '../../scripts/spec/document';
import { arbitraryDocument, arbitraryValue } from '../support/arbitrary-document';
import { itemsOf } from '../support/build-document';
import { describeDocument } from '../support/describe-document';
import { accepts } from '../support/openapi-accepts';
import { readProjectFile } from '../support/project';
import { throughPostman } from '../support/through-postman';
import { operationOf } from '../support/wire-run';

const options = { numRuns: 200, seed: Number(process.env.FC_SEED ?? 20261124) };
const scripts = { preRequest: ['// before\n'], test: ['// after\n'] };

/** The texts that are generated from a document. */
function generate(document: JsonObject): string[] {
  const { contract } = describeDocument(JSON.stringify(document));
  return buildArtefacts(contract, scripts).map(artefactText);
}

function collectionFrom(document: JsonObject): PostmanCollection {
  const [collection = ''] = generate(document);
  return JSON.parse(collection) as PostmanCollection;
}

function itemsFrom(document: JsonObject): PostmanItem[] {
  return itemsOf(collectionFrom(document));
}

function pathsOf(document: JsonObject): [string, JsonObject][] {
  return Object.entries(document.paths as Record<string, JsonObject>);
}

/** `GET /a` to its operation in the document. */
function operationsOf(document: JsonObject): Map<string, JsonObject> {
  const operations = pathsOf(document).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => method !== 'parameters')
      .map(([method, value]): [string, JsonObject] => [
        `${method.toUpperCase()} ${path}`,
        value as JsonObject,
      ]),
  );
  return new Map(operations);
}

/** What a request's test script is called with, with the schemas that requests share; the scripts are run to get it. */
function checksOf(item: PostmanItem, collection: PostmanCollection): Checks {
  const found: Checks[] = [];
  const contract = { check: (_pm: unknown, checks: Checks) => found.push(checks), shared: () => ({}) };
  const scripts = [...collection.event, ...item.event].filter(({ listen }) => listen === 'test');
  runInNewContext(scripts.map(({ script }) => script.exec.join('\n')).join('\n'), { contract, pm: {} });
  const [checks] = found;
  assert.ok(checks !== undefined && found.length === 1);
  return { ...checks, definitions: { ...contract.shared(), ...checks.definitions } };
}

describe('generating from any small contract', () => {
  it('makes each operation exactly one request', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        const keys = itemsFrom(document).map(operationOf);
        assert.deepEqual(keys.sort(), [...operationsOf(document).keys()].sort());
      }),
      options,
    );
  });

  it('makes the same bytes of the same document', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => assert.deepEqual(generate(document), generate(document))),
      options,
    );
  });

  it("makes what Postman's library reads, and would write as it stands", () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        const collection = collectionFrom(document);
        assert.deepEqual(throughPostman(collection), collection);
      }),
      { ...options, numRuns: 50 },
    );
  });

  it('changes no request when paths are ordered otherwise', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        const reversed = { ...document, paths: Object.fromEntries(pathsOf(document).toReversed()) };
        const byKey = (items: PostmanItem[]) => new Map(items.map((item) => [operationOf(item), item]));
        assert.deepEqual(byKey(itemsFrom(reversed)), byKey(itemsFrom(document)));
      }),
      options,
    );
  });

  it("satisfies Postman's schema of the format v2.1.0, and gives no two things in a folder one name", () => {
    const schema = JSON.parse(readProjectFile('test/fixtures/postman-collection-2.1.0.schema.json'));
    const validate = new Ajv({ strict: false }).compile(schema);
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        const [text = ''] = generate(document);
        const collection = JSON.parse(text) as PostmanCollection;
        assert.ok(validate(collection), JSON.stringify(validate.errors?.slice(0, 3)));
        for (const list of [
          collection.item,
          ...collection.item.map((entry) => ('item' in entry ? entry.item : [])),
        ]) {
          assert.equal(new Set(list.map(({ name }) => name)).size, list.length);
        }
      }),
      options,
    );
  });

  it('holds answers against schemas that mean what OpenAPI means', () => {
    fc.assert(
      fc.property(
        arbitraryDocument,
        fc.array(arbitraryValue, { minLength: 10, maxLength: 20 }),
        (document, values) => {
          const operations = operationsOf(document);
          // Two requests of a document: compiling schemas is what takes the time.
          const collection = collectionFrom(document);
          for (const item of itemsOf(collection).slice(0, 2)) {
            const { operation, answers, definitions } = checksOf(item, collection);
            const responses = operations.get(operation)?.responses as Record<string, JsonObject>;
            for (const [status, response] of Object.entries(responses)) {
              const content = response.content as { 'application/json': { schema: JsonObject } } | undefined;
              if (content === undefined) continue;
              const { schema } = content['application/json'];
              const translated =
                answers[status.toUpperCase().replace('DEFAULT', 'default')]?.['application/json'];
              assert.ok(typeof translated === 'object');
              const validate = compile({ definitions, ...translated });
              for (const value of [...values, ...madeValues(item)]) {
                const want = accepts(schema, value, document);
                assert.equal(validate(value), want, `${JSON.stringify(schema)} on ${JSON.stringify(value)}`);
              }
            }
          }
        },
      ),
      options,
    );
  });
});

describe('planning the probes of any small contract', () => {
  it('breaks the schema of a body where it is to be refused, and keeps it on a limit', () => {
    let held = 0;
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        for (const { kind, operation } of bodyProbesOf(document)) {
          const [media] = operation.requestBody?.content ?? [];
          const { schema } = bodyOf(operationsOf(document).get(operation.key));
          held += 1;
          assert.equal(
            accepts(schema, media?.sample ?? null, document),
            kind === 'on-limit',
            `${kind}: ${JSON.stringify(media?.sample)} by ${JSON.stringify(schema)}`,
          );
        }
      }),
      { ...options, numRuns: 80 },
    );
    assert.ok(held > 200, `${held} probes`);
  });
});

/** Probes of places inside a body, as if every operation only read. */
function bodyProbesOf(document: JsonObject): PlannedProbe[] {
  const reads = [...operationsOf(document).keys()];
  const { contract } = describeDocument(JSON.stringify(document), { reads, probes: 'thorough' });
  const whole = ['missing-body', 'not-json', 'wrong-media-type'];
  return [...planContract(contract).probes.values()]
    .flat()
    .filter(({ kind, place }) => place.startsWith('body') && !whole.includes(kind));
}

function bodyOf(operation: JsonObject | undefined): { schema: JsonObject } {
  const body = operation?.requestBody as { content: { 'application/json': { schema: JsonObject } } };
  return body.content['application/json'];
}

/** As ajv takes draft-07; a property is there only if it is the object's own. */
function compile(schema: JsonObject | object): (value: JsonValue) => boolean {
  const ajv = new Ajv({ strict: false, allErrors: true, ownProperties: true, logger: false });
  const validate = ajv.compile(JSON.parse(JSON.stringify(schema)));
  return (value) => validate(value) === true;
}

/** The bodies of a request's saved answers: many satisfy their schema, as random values seldom do. */
function madeValues(item: PostmanItem): JsonValue[] {
  return item.response.filter(({ body }) => body !== '').map(({ body }) => JSON.parse(body) as JsonValue);
}
