import assert from 'node:assert/strict';
import { describeDocument, documentWith } from '../../support/describe-document';
import { withStandIn } from '../../support/with-stand-in';

const text = (answer: string) =>
  `responses: { "200": { description: Fine, content: { application/json: { schema: { type: string }, example: ${answer} } } }, "400": { description: Bad, content: { application/json: { schema: { type: string, pattern: ":" } } } } }`;
const query = (name: string) => `{ name: ${name}, in: query, required: true, schema: { type: string } }`;
const PATHS = documentWith(`paths:
  /a: { get: { parameters: [${query('kind')}], ${text('plain')} } }
  "/a#names": { get: { parameters: [${query('kind')}, ${query('names')}], ${text('names')} } }
  "/a#first": { get: { parameters: [${query('kind')}], ${text('first')} } }
  "/b?op=x": { get: { ${text('x')} } }
  "/b?op=y": { get: { ${text('y')} } }`);

describe('the stand-in, of operations that the url does not tell apart', () => {
  const table: [asked: string, answered: string | RegExp][] = [
    ['/a?kind=1', 'plain'],
    ['/a?kind=1&names=2', 'names'],
    ['/a', /^query parameter kind: is required$/],
    ['/b?op=x', 'x'],
    ['/b?op=y', 'y'],
    ['/b?op=z', /^query parameter op: /],
  ];
  for (const [asked, answered] of table) {
    it(`answers ${asked} as ${answered}`, () =>
      withStandIn({ contract: describeDocument(PATHS).contract }, async ({ url }) => {
        const said = await (await fetch(url + asked)).json();
        if (typeof answered === 'string') assert.equal(said, answered);
        else assert.match(String(said), answered);
      }));
  }
});
