import assert from 'node:assert/strict';
import { json, operation, response } from '../../support/contract-parts';
import { smallContract } from '../../support/small-contract';
import { withStandIn } from '../../support/with-stand-in';

describe('an answer whose only example breaks its schema', () => {
  it('is the example, with as little of it changed as its schema asks for', async () => {
    const schema = {
      type: 'object',
      required: ['link'],
      properties: {
        link: {
          type: 'object',
          required: ['url', 'open'],
          properties: { url: { type: 'string' }, open: { type: 'boolean' } },
        },
      },
    };
    const example = { link: { url: 'https://a.test/1' }, more: 7 };
    const mended = operation({
      key: 'GET /mended',
      needsLogin: false,
      responses: [response('200', json(schema, example))],
    });
    await withStandIn({ contract: { ...smallContract, operations: [mended] } }, async (standIn) => {
      assert.deepEqual(await (await fetch(`${standIn.url}/mended`)).json(), {
        link: { url: 'https://a.test/1', open: true },
        more: 7,
      });
    });
  });
});
