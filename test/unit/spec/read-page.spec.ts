import assert from 'node:assert/strict';
import { readFileOf, refusedFile, SMALL, SMALL_JSON } from '../../support/small-files';

describe('readDocument: a Markdown page', () => {
  const page = (block: string) => `# Parcels API

> An introduction.

\`\`\`bash
curl https://api.example.test
\`\`\`

\`\`\`\`yaml openapi.yaml GET /parcels
${block}\`\`\`\`

\`\`\`
GET https://docs.example.test/parcels.md?ask=<question>
\`\`\`
`;

  it('takes the OpenAPI block and passes over the others', async () => {
    const { document, warnings } = await readFileOf('page.md', page(SMALL));
    assert.deepEqual(Object.keys(document.value.paths ?? {}), ['/parcels']);
    assert.deepEqual(warnings, []);
  });

  it('counts lines in the page', async () => {
    const { document } = await readFileOf('page.md', page(SMALL));
    assert.equal(document.lineOf('/openapi'), 10);
    assert.equal(document.lineOf('/paths/~1parcels/get'), 16);
  });

  it('is named by its first heading', async () => {
    assert.equal((await readFileOf('page.md', page(SMALL))).document.fallbackTitle, 'Parcels API');
  });

  it('is named by its file where it has no heading', async () => {
    assert.equal(
      (await readFileOf('parcels.md', `~~~json\n${SMALL_JSON}~~~\n`)).document.fallbackTitle,
      'parcels',
    );
  });

  it('does not take front matter for a heading', async () => {
    const { document } = await readFileOf('page.md', `---\ntitle: Front\n---\n\n${page(SMALL)}`);
    assert.equal(document.fallbackTitle, 'Parcels API');
    assert.equal(document.lineOf('/openapi'), 14);
  });

  it('finds a block inside a list', async () => {
    const indented = SMALL.replace(/^/gm, '  ');
    const { document } = await readFileOf('page.md', `- One\n  ~~~yaml\n${indented}\n  ~~~\n`);
    assert.equal(document.lineOf('/info'), 4);
  });

  it('reads a page by its fences where the name tells nothing', async () => {
    assert.equal((await readFileOf('page.txt', page(SMALL))).document.fallbackTitle, 'Parcels API');
  });

  it('points into the page when the block does not parse', async () => {
    const problem = await refusedFile('page.md', page('openapi: 3.0.3\ninfo: {title: a\npaths: {}\n'));
    assert.equal(problem.code, 'INVALID_SYNTAX');
    assert.equal(problem.line, 12);
  });

  it('refuses a page without an OpenAPI block', async () => {
    const problem = await refusedFile('page.md', page('parcels: 1\n'));
    assert.equal(problem.code, 'NO_OPENAPI_BLOCK');
    assert.match(problem.message, /OpenAPI/);
    assert.ok(problem.expected);
    assert.ok(problem.hint);
  });
});
