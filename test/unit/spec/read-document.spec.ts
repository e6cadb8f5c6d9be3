import assert from 'node:assert/strict';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SpecDocument } from '../../../scripts/spec/document';
import { readDocument } from '../../../scripts/spec/read-document';
import { withScratchFolder } from '../../support/scratch-folder';
import { readFileOf, SMALL, SMALL_JSON } from '../../support/small-files';

describe('readDocument: what it reads', () => {
  const value = {
    openapi: '3.0.3',
    info: { title: 'Parcels', version: '1' },
    paths: { '/parcels': { get: { responses: { '200': { description: 'Fine' } } } } },
  };

  it('reads YAML', async () => {
    const { document, warnings } = await readFileOf('small.yaml', SMALL);
    assert.deepEqual(document.value, value);
    assert.deepEqual(warnings, []);
    assert.equal(document.file, 'small.yaml');
    assert.equal(document.fallbackTitle, 'small');
  });

  it('reads JSON', async () => {
    assert.deepEqual((await readFileOf('small.json', SMALL_JSON)).document.value, value);
  });

  it('reads JSON indented with tabs', async () => {
    const tabbed = SMALL_JSON.replaceAll('  ', '\t');
    assert.deepEqual((await readFileOf('small.json', tabbed)).document.value, value);
  });

  it('takes a byte order mark and CRLF for what they are', async () => {
    const { document } = await readFileOf('windows.json', `\ufeff${SMALL_JSON.replaceAll('\n', '\r\n')}`);
    assert.deepEqual(document.value, value);
    assert.equal(document.lineOf('/paths'), 4);
  });

  it('reads a file whose name has no ending', async () => {
    assert.deepEqual((await readFileOf('openapi', SMALL)).document.value, value);
  });

  it('reads OpenAPI 3.1', async () => {
    assert.deepEqual((await readFileOf('new.yaml', SMALL.replace('3.0.3', '3.1.1'))).warnings, []);
  });

  it('resolves the name against the folder it is given, and shows it as typed', async () => {
    await withScratchFolder({ 'small.yaml': SMALL }, async (folder) => {
      mkdirSync(join(folder, 'inner'));
      const { document } = await readDocument('../small.yaml', join(folder, 'inner'));
      assert.equal(document.file, '../small.yaml');
    });
  });
});

describe('readDocument: lines', () => {
  async function document(): Promise<SpecDocument> {
    return (await readFileOf('small.yaml', SMALL)).document;
  }

  it('knows the line of a key by its JSON pointer', async () => {
    const { lineOf } = await document();
    const given = ['', '/openapi', '/info/title', '/paths/~1parcels', '/paths/~1parcels/get/responses/200'];
    assert.deepEqual(given.map(lineOf), [1, 1, 3, 6, 9]);
  });

  it('falls back to the nearest existing parent', async () => {
    const { lineOf } = await document();
    assert.equal(lineOf('/info/licence/name'), 2);
    assert.equal(lineOf('/paths/~1parcels/get/parameters/0'), 7);
  });

  it('decodes ~0 and ~1, and counts list items', async () => {
    const { lineOf } = (await readFileOf('a.yaml', `${SMALL}x-names:\n  a~/b:\n    - one\n    - two\n`))
      .document;
    assert.equal(lineOf('/x-names/a~0~1b/1'), 14);
  });
});

describe('readDocument: the contracts it is made for', () => {
  const root = join(__dirname, '../../..');

  it('reads the contract of Nova Post without a warning', async () => {
    const { document, warnings } = await readDocument('spec/nova-post.openapi.yaml', root);
    assert.deepEqual(warnings, []);
    assert.equal(document.lineOf('/info/title'), 3);
  });

  it("takes what a vendor's page leaves out or writes oddly, with one warning", async () => {
    const odd = SMALL.replace('  title: Parcels\n', '').replace(
      '          description: Fine\n',
      `          description: Fine
          content:
            application/json:
              schema:
                type: object
                properties:
                  '': {type: string}
                  jwt: {type: string, format: json}
servers:
  - url: https://api.example.test/v1/
tags: []
`,
    );
    const { document, warnings } = await readFileOf('page.md', `# How to\n\n~~~json\n${odd}~~~\n`);
    assert.equal(document.fallbackTitle, 'How to');
    assert.deepEqual(
      warnings.map(({ code, severity, line, pointer }) => [code, severity, line, pointer]),
      [['INVALID_DOCUMENT', 'warning', 5, '/info']],
    );
    assert.match(warnings[0]?.message ?? '', /`title`/);
  });

  it("reads the vendor's page as it is published", async function () {
    const page = '../shared/how-to-generate-a-jwt-token.md';
    if (!existsSync(join(root, page))) this.skip();
    const { document, warnings } = await readDocument(page, root);
    assert.equal(document.fallbackTitle, 'How to generate a JWT token');
    assert.deepEqual(
      warnings.map(({ line, pointer }) => [line, pointer]),
      [[39, '/info']],
    );
  });
});
