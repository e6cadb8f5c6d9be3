import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import type { PostmanCollection, PostmanEnvironment } from '../../scripts/collection/postman';
import { preRequestFiles, testFiles } from '../../scripts/postman/events';
import { itemsOf, probesOf } from '../support/build-document';
import { PROJECT, readProjectFile } from '../support/project';
import { throughPostman } from '../support/through-postman';

const COLLECTION = 'collections/nova-post.postman_collection.json';
const text = readProjectFile(COLLECTION);
const collection = JSON.parse(text) as PostmanCollection;

function environment(name: string): PostmanEnvironment {
  return JSON.parse(
    readProjectFile('environments', `${name}.postman_environment.json`),
  ) as PostmanEnvironment;
}

function scriptOf(listen: string): string {
  return collection.event.find((event) => event.listen === listen)?.script.exec.join('\n') ?? '';
}

describe('the committed collection', () => {
  it("satisfies Postman's schema of the format v2.1.0", () => {
    const schema = JSON.parse(readProjectFile('test/fixtures/postman-collection-2.1.0.schema.json'));
    const validate = new Ajv({ strict: false }).compile(schema);
    ok(validate(collection), JSON.stringify(validate.errors?.slice(0, 3)));
  });

  it("is what Postman's library makes of it", () => {
    deepStrictEqual(throughPostman(collection), collection);
  });

  it('has the 42 operations of the API, each once', () => {
    const operations = itemsOf(collection).map((item) => {
      const [, operation] = /operation: '([^']+)'/.exec(item.event[0]?.script.exec.join('\n') ?? '') ?? [];
      return operation;
    });
    strictEqual(operations.length, 42);
    strictEqual(new Set(operations).size, 42);
  });

  // Of the 42 operations 39 need a jwt and may be probed; 19 of them have a body; 14 paths have no GET; 7 lists are paged.
  it('has these probes', () => {
    const kinds = probesOf(collection).map(
      ({ probe }) => /^Probe: `([\w-]+)` at /m.exec(probe.request.description ?? '')?.[1] ?? probe.name,
    );
    const counts = Object.fromEntries(
      [...new Set(kinds)].sort().map((kind) => [kind, kinds.filter((other) => other === kind).length]),
    );
    deepStrictEqual(counts, {
      'empty-key': 1,
      example: 3,
      'expired-jwt': 39,
      length: 11,
      'missing-body': 19,
      'missing-field': 10,
      'missing-parameter': 2,
      'no-jwt': 39,
      'no-key': 1,
      'not-a-jwt': 39,
      'not-in-enum': 9,
      'not-json': 19,
      'on-limit': 4,
      'other-method': 14,
      'other-signature': 39,
      'out-of-bounds': 17,
      paging: 7,
      pattern: 7,
      'unknown-field': 6,
      'unsigned-jwt': 39,
      'wrong-key': 1,
      'wrong-media-type': 19,
      'wrong-type': 29,
    });
  });

  it('has the scripts byte for byte as their files are', () => {
    for (const file of preRequestFiles) {
      ok(scriptOf('prerequest').includes(readProjectFile('scripts/postman', file).replace(/\n$/, '')), file);
    }
    for (const file of testFiles) {
      ok(scriptOf('test').includes(readProjectFile('scripts/postman', file).replace(/\n$/, '')), file);
    }
  });

  it('has no two things with one id', () => {
    const ids = [...text.matchAll(/"(?:id|_postman_id)": "([0-9a-f-]{36})"/g)].map(([, id]) => id);
    strictEqual(new Set(ids).size, ids.length);
  });

  it('holds no jwt and no key', () => {
    strictEqual(/eyJ[\w-]{8,}\.[\w-]+\.[\w-]+/.exec(text), null);
    ok(!text.includes('stand-in-public-key'));
  });
});

describe('the committed environments', () => {
  it('are three', () => {
    deepStrictEqual(readdirSync(join(PROJECT, 'environments')).sort(), [
      'production.postman_environment.json',
      'sandbox.postman_environment.json',
      'stand-in.postman_environment.json',
    ]);
  });

  it('ship secrets empty and typed secret; production forbids writes', () => {
    const urls = {
      sandbox: 'https://api-stage.novapost.pl/v.1.0',
      production: 'https://api.novapost.com/v.1.0',
    };
    for (const [name, baseUrl] of Object.entries(urls)) {
      deepStrictEqual(
        environment(name).values.map(({ key, value, type }) => [key, value, type]),
        [
          ['baseUrl', baseUrl, 'default'],
          ['environment', name, 'default'],
          ['apiKey', '', 'secret'],
          ['phone', '', 'secret'],
          ['jwt', '', 'secret'],
          ['allowWrites', name === 'sandbox' ? 'true' : 'false', 'default'],
        ],
      );
    }
  });

  it('give the stand-in its public key and phone, and let it write', () => {
    deepStrictEqual(
      environment('stand-in').values.map(({ key, value, type }) => [key, value, type]),
      [
        ['baseUrl', 'http://127.0.0.1:4010/v.1.0', 'default'],
        ['environment', 'stand-in', 'default'],
        ['apiKey', 'stand-in-public-key', 'secret'],
        ['phone', '490000000000', 'secret'],
        ['jwt', '', 'secret'],
        ['allowWrites', 'true', 'default'],
      ],
    );
  });
});
