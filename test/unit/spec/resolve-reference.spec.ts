import assert from 'node:assert/strict';
import { only, placeOf, refused, warned, withOperation, withSchemas } from '../../support/small-document';

const RESPONSES = "responses: {'200': {description: Fine}}";

describe('validateDocument: references', () => {
  it('refuses one that leads nowhere, with the nearest name', async () => {
    const problem = await only(
      refused(
        withSchemas(
          "Parcel: {type: object}\nA:\n  properties:\n    p:\n      $ref: '#/components/schemas/Percel'",
        ),
      ),
    );
    assert.deepEqual(placeOf(problem), ['DANGLING_REF', 10, '/components/schemas/A/properties/p/$ref']);
    assert.match(problem.message, /#\/components\/schemas\/Percel/);
    assert.match(problem.hint ?? '', /#\/components\/schemas\/Parcel$/);
  });

  it('finds the same name in another part of the components', async () => {
    const problem = await only(refused(withSchemas("Parcel: {}\nA: {$ref: '#/definitions/Parcel'}")));
    assert.match(problem.hint ?? '', /#\/components\/schemas\/Parcel$/);
  });

  it('does not take what every object inherits for a target', async () => {
    assert.equal(
      (await only(refused(withSchemas("A: {$ref: '#/components/schemas/constructor'}")))).code,
      'DANGLING_REF',
    );
  });

  it('decodes ~0, ~1 and %XX', async () => {
    const text = withSchemas(
      "A: {$ref: '#/x-defs/a~1b~0c'}\nB: {$ref: '#/x-defs/a%20b'}\nC: {$ref: '#/x-defs/%D0%90'}",
    );
    assert.deepEqual(await warned(`${text}x-defs: {a/b~c: {}, a b: {}, А: {}}\n`), []);
  });

  it('refuses a stray %', async () => {
    const problem = await only(refused(withSchemas("A: {$ref: '#/components/schemas/100%'}\n")));
    assert.equal(problem.code, 'DANGLING_REF');
    assert.match(problem.hint ?? '', /%25/);
  });

  for (const ref of ['other.yaml#/A', 'https://example.test/a.json', '#anchor']) {
    it(`refuses ${ref}, which leads out of the document`, async () => {
      const problem = await only(refused(withSchemas(`A: {$ref: '${ref}'}`)));
      assert.deepEqual(placeOf(problem), ['UNSUPPORTED', 6, '/components/schemas/A/$ref']);
      assert.ok(problem.message.includes(ref));
      assert.ok(problem.hint);
    });
  }

  it('refuses a $ref that is no text', async () => {
    assert.deepEqual(placeOf(await only(refused(withSchemas('A: {$ref: 3}')))), [
      'INVALID_DOCUMENT',
      6,
      '/components/schemas/A/$ref',
    ]);
  });

  it('refuses a chain that never reaches a value, once', async () => {
    const problem = await only(
      refused(
        withSchemas(
          "A: {$ref: '#/components/schemas/B'}\nB: {$ref: '#/components/schemas/A'}\nC: {$ref: '#/components/schemas/A'}",
        ),
      ),
    );
    assert.equal(problem.code, 'DANGLING_REF');
    assert.match(problem.message, /chain.*schemas\/A.*schemas\/B/);
  });

  it('refuses a reference to itself', async () => {
    assert.match(
      (await only(refused(withSchemas("A: {$ref: '#/components/schemas/A'}")))).message,
      /never reaches a value/,
    );
  });

  it('takes recursive schemas and chains that end', async () => {
    const text = withSchemas(
      "Node:\n  properties:\n    next: {$ref: '#/components/schemas/Node'}\nAlias: {$ref: '#/components/schemas/Node'}\nB: {$ref: '#/components/schemas/Alias'}",
    );
    assert.deepEqual(await warned(text), []);
  });

  it('takes a $ref in data and as the name of a property for what it is', async () => {
    const text = `${withOperation(`requestBody:
  content:
    application/json:
      schema:
        type: object
        properties:
          $ref: {type: string}
        default: {$ref: '#/nowhere/1'}
        enum: [{$ref: '#/nowhere/2'}]
        example: {$ref: '#/nowhere/3'}
      examples:
        one: {value: {$ref: '#/nowhere/4'}}
        two: {$ref: '#/components/examples/two'}
${RESPONSES}`)}components: {examples: {two: {value: {$ref: '#/nowhere/5'}}}}
x-note: {$ref: '#/nowhere/6'}
`;
    assert.deepEqual(await warned(text), []);
  });

  it('looks up the reference of an example', async () => {
    const text = withOperation(`responses:
  '200':
    description: Fine
    content:
      application/json:
        examples: {one: {$ref: '#/components/examples/one'}}`);
    const problem = await only(refused(text));
    assert.deepEqual(placeOf(problem), [
      'DANGLING_REF',
      11,
      '/paths/~1a/get/responses/200/content/application~1json/examples/one/$ref',
    ]);
  });

  it('sees const and examples of 3.1 as data', async () => {
    const text = withSchemas("A: {const: {$ref: '#/no'}, examples: [{$ref: '#/no'}]}").replace(
      '3.0.3',
      '3.1.0',
    );
    assert.deepEqual(await warned(text), []);
  });
});
