import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { buildDocument, onlyItem } from '../../support/build-document';
import { documentWith } from '../../support/describe-document';

const fine = 'responses: { "200": { description: Fine } }';
const itemOf = (operation: string, rest = '') =>
  onlyItem(
    buildDocument(documentWith(`paths: { '/a/{from}-{to}': { post: { ${operation}, ${fine} } } }\n${rest}`)),
  );
const descriptionOf = (operation: string, rest?: string) => itemOf(operation, rest).request.description;

describe('the description of a request', () => {
  it('says after the words of the contract which credentials are needed, and what may be in the body', () => {
    const description = descriptionOf(
      `description: Sends it., security: [{ key: [] }, { user: [], oauth: [read, write] }, {}],
       parameters: [
         { name: from, in: path, required: true, schema: { type: integer }, description: "Where\\n\\nfrom." },
         { name: session, in: cookie, schema: { type: string } } ],
       requestBody: { required: true, content: {
         application/json: { schema: { $ref: '#/components/schemas/Parcel' } },
         application/xml: { schema: { $ref: '#/components/schemas/Parcel' } } } }`,
      `components:
  securitySchemes:
    key: { type: apiKey, in: header, name: X-Key }
    user: { type: http, scheme: basic }
    oauth: { type: oauth2, flows: {} }
  schemas:
    Parcel:
      type: object
      required: [id, width]
      properties:
        id: { type: integer, readOnly: true }
        width: { type: integer, minimum: 1 }
        code: { type: string, pattern: '^(a|b)$' }
        tags: { type: array, items: { type: string, maxLength: 5 } }
        sides: { type: array, minItems: 1, items: { type: object, properties: { colour: { type: string } } } }
`,
    );
    strictEqual(
      description,
      `Sends it.

Credentials: \`key\` (apiKey, header \`X-Key\`) or \`user\` (http \`basic\`) and \`oauth\` (oauth2, \`read\`, \`write\`) or none

Parameter: path \`from\`: integer, required. Where from.

Parameter: cookie \`session\`: string.

Parameter: path \`to\`: string, required.

Body, required, as \`application/json\`, \`application/xml\`: object

| field | type | |
|---|---|---|
| \`width\` | integer, at least 1 | required |
| \`code\` | string, like \`^(a\\|b)$\` | |
| \`tags\` | array of (string, at most 5 characters) | |
| \`sides\` | array of object, at least 1 item | |
| \`sides[].colour\` | string | |

Sent without credentials; \`key\` can be ticked.

Contract: \`POST /a/{from}-{to}\``,
    );
  });

  it('has 60 fields, and a line about the others', () => {
    const names = Array.from({ length: 117 }, (_, index) => `f${index}: { type: string }`);
    const lines = descriptionOf(
      `requestBody: { content: { application/json: { schema: { properties: { ${names.join(', ')} } } } } }`,
    )?.split('\n');
    strictEqual(lines?.filter((line) => line.startsWith('| `')).length, 60);
    strictEqual(/^and 57 more fields \(`[0-9a-f]{8}`\)$/.test(lines?.at(-3) ?? ''), true, lines?.at(-3));
  });

  it('says of each field of a parameter that is written as several to which one it belongs', () => {
    const { request } = itemOf(
      `parameters: [{ name: made, in: query, style: deepObject, explode: true, required: true,
         description: When., example: { gte: 1, lt: 2 }, schema: { type: object, properties: { gte: { type: integer } } } }]`,
    );
    const texts = request.url.query?.map(({ description }) =>
      description?.replace(/`[0-9a-f]{8}`/, 'FINGERPRINT'),
    );
    const text =
      'Part of `made`: object, with more rules (FINGERPRINT), required, style `deepObject` exploded. When.';
    deepStrictEqual(texts, [text, text]);
  });
});
