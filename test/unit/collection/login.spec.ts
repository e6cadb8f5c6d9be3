import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import type { Profile } from '../../../scripts/contract/profile/profile';
import { buildDocument, itemsOf } from '../../support/build-document';
import { documentWith } from '../../support/describe-document';
import { sampleLogin } from '../../support/sample-login';

const fine = 'responses: { "200": { description: Fine } }';

describe('a collection with a login', () => {
  const yaml = documentWith(`security: [{ Token: [] }]
paths:
  /keys: { post: { tags: [Keys], security: [], requestBody: { required: true, content: { application/json: { example: { phone: '1' } } } }, ${fine} } }
  /parcels: { get: { tags: [Parcels], ${fine} } }
  /login: { get: { tags: [Keys], security: [], parameters: [{ name: key, in: query, required: true, schema: { type: string } }], ${fine} } }
components: { securitySchemes: { Token: { type: apiKey, in: header, name: Authorization } } }`);
  const profile: Profile = {
    login: sampleLogin,
    testKey: { operation: 'POST /keys', phone: '/phone', apiKey: '/apiKey', dailyLimit: 429 },
  };
  const collection = buildDocument(yaml, profile);
  const items = itemsOf(collection);

  it('sends the bare jwt by the collection, and public operations send nothing', () => {
    deepStrictEqual(collection.auth, {
      type: 'apikey',
      apikey: [
        { key: 'key', value: 'Authorization', type: 'string' },
        { key: 'value', value: '{{jwt}}', type: 'string' },
        { key: 'in', value: 'header', type: 'string' },
      ],
    });
    deepStrictEqual(
      items.map((item) => [item.name, item.request.auth]),
      [
        ['GET /login', { type: 'noauth' }],
        ['POST /keys', { type: 'noauth' }],
        ['GET /parcels', undefined],
      ],
    );
  });

  it('puts no auth on folders, where the script could not see it', () => {
    ok(collection.item.every((entry) => !('auth' in entry)));
  });

  it('takes apiKey and phone from variables', () => {
    strictEqual(items[0]?.request.url.raw, '{{baseUrl}}/login?key={{apiKey}}');
    deepStrictEqual(items[1]?.request.body, {
      mode: 'raw',
      raw: '{\n  "phone": "{{phone}}"\n}',
      options: { raw: { language: 'json' } },
    });
  });

  it('tells the checks of the login where its jwt is and how long it lives', () => {
    const script = items[0]?.event[0]?.script.exec.join('\n') ?? '';
    match(script, /jwt: \{ at: '\/jwt', lifetime: 3600, source: 'https:\/\/[^']+' \}/);
  });

  it('tells the checks of the key operation which status is the daily limit', () => {
    ok(items[1]?.event[0]?.script.exec.join('\n').includes('notTested: { 429: '));
  });
});
