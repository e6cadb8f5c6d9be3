import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import Ajv from 'ajv';
import { parse } from 'yaml';
import { itemsOf } from '../support/build-document';
import { generateFrom } from '../support/generated';
import { readProjectFile, sharedFile } from '../support/project';
import { operationOf } from '../support/wire-run';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];
const readme = sharedFile('corpus', 'README.md');

describe('public contracts', () => {
  if (readme === undefined) {
    it('are beside the project (skipped: there is no folder ../shared/corpus)');
    return;
  }
  const folder = dirname(readme);
  const schema = JSON.parse(readProjectFile('test/fixtures/postman-collection-2.1.0.schema.json'));
  const validate = new Ajv({ strict: false }).compile(schema);

  for (const file of readdirSync(folder).filter((name) => /\.(ya?ml|json)$/.test(name))) {
    it(`${file} becomes a valid collection with a request per operation`, async () => {
      const { collection, environments, warnings } = await generateFrom(file, folder);
      assert.ok(validate(collection), JSON.stringify(validate.errors?.slice(0, 3)));
      assert.ok(environments.length > 0);
      assert.ok(warnings.every(({ file, line }) => file !== undefined && line !== undefined));

      const { paths } = parse(readFileSync(join(folder, file), 'utf8')) as {
        paths: Record<string, Record<string, unknown>>;
      };
      const operations = Object.entries(paths).flatMap(([path, item]) =>
        METHODS.filter((method) => item[method] !== undefined).map(
          (method) => `${method.toUpperCase()} ${path}`,
        ),
      );
      const items = itemsOf(collection);
      assert.deepEqual(items.map(operationOf).sort(), operations.sort());
      for (const { event } of items) new Script(event.flatMap(({ script }) => script.exec).join('\n'));
    });
  }
});
