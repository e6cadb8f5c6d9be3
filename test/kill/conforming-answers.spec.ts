import assert from 'node:assert/strict';
import { withChunkedProxy } from '../support/chunked-proxy';
import {
  fewestFields,
  jwtOf,
  jwtOfOtherAlgorithm,
  jwtWithoutIat,
  moreFields,
  nulls,
  oddMediaType,
  otherErrorKeys,
  prettyPrinted,
  signingKey,
  type Variant,
} from '../support/conforming-answers';
import { novaPost } from '../support/nova-post';
import { checksOf, type Outcome, runNovaPost } from '../support/run-nova-post';
import { seeded } from '../support/seeded';
import { withStandIn } from '../support/with-stand-in';
import { created, list, login, pdf, telling, testKey } from './kill-table';

const shipments = 'GET /shipments';
const pickup = 'POST /pickups';

/** Called nullable in the specification. */
const nullable = {
  [list]: ['/from', '/to', '/items/0/partner', '/items/0/latitude', '/items/0/deletedAt'],
  [created]: ['/scheduledDeliveryDate', '/deletedAt'],
  [shipments]: ['/from', '/items/0/closingDate', '/items/0/sender/companyId', '/items/0/cargoAutoReturnDate'],
  [pickup]: ['/addressParts', '/note', '/statuses/0/deletedAt'],
};

/** The variant, the operations that are sent, and those whose answers it changes. */
const variants: [Variant, readonly string[], readonly string[]][] = [
  [oddMediaType, telling, [login, testKey, list, created, pdf]],
  // the test key's answer is closed: additionalProperties false
  [moreFields, telling, [login, list, created]],
  [nulls(nullable), [login, ...Object.keys(nullable)], Object.keys(nullable)],
  [jwtOf(3600, { sub: '7', src: 'api', cid: 1, ref: null, scope: ['a'] }), telling, [login]],
  [jwtOf(3590), telling, [login]],
  [jwtOf(3605), telling, [login]],
  // a few minutes less
  [jwtOf(3300), telling, [login]],
  [jwtWithoutIat, telling, [login]],
  // the door of the stand-in takes its own algorithm only
  [jwtOfOtherAlgorithm, [login], [login]],
  [prettyPrinted, telling, [login, testKey, list, created]],
  // what a creation gives is no longer a field to leave out: later requests need it
  [fewestFields, [login, testKey, list], [list]],
];

describe('answers that keep the contract in another way', () => {
  for (const [variant, operations, changed] of variants) {
    it(`are kept: ${variant.name}`, async () => {
      const { contract } = await novaPost();
      const { fork, values } = await seeded(contract);
      const store = fork();
      await withStandIn(
        { contract, signingKey, faults: [variant], storeFor: () => store },
        async (standIn) => {
          assertKept(await runNovaPost(standIn, { operations, values }), operations.length);
          const struck = standIn.requests.filter((request) => request.faults.length > 0);
          assert.deepEqual(struck.map(({ operation }) => operation).sort(), [...changed].sort());
        },
      );
    });
  }

  it('are kept: bodies in chunks, without a length', async () => {
    const { contract } = await novaPost();
    const { fork, values } = await seeded(contract);
    const store = fork();
    await withStandIn({ contract, storeFor: () => store }, (standIn) =>
      withChunkedProxy(standIn.url, async (url) => {
        assertKept(await runNovaPost({ url }, { operations: telling, values }), telling.length);
      }),
    );
  });

  it('are not broken where they refuse: other keys in the error map of the login', async () => {
    const { contract } = await novaPost();
    await withStandIn({ contract, faults: [otherErrorKeys] }, async (standIn) => {
      const { record, verdict } = await runNovaPost(standIn, { operations: [login] });
      const refused = 'not tested: the login answered 422: look at apiKey';
      assert.deepEqual(checksOf(record, ['failed']), { [login]: [refused] });
      assert.deepEqual(checksOf(record, ['passed']), {
        [login]: ['media type is as documented', 'body satisfies its schema'],
      });
      assert.equal(verdict.exitCode, 2);
    });
  });
});

function assertKept({ record, verdict }: Outcome, requests: number): void {
  assert.deepEqual(checksOf(record, ['failed', 'skipped']), {});
  assert.match(verdict.lines.at(-1) ?? '', new RegExp(`^Kept: \\d+ checks passed on ${requests} requests?$`));
  assert.equal(verdict.exitCode, 0);
}
