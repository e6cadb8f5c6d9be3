import assert from 'node:assert/strict';
import { jwtVerify } from 'jose';
import { selectRequests } from '../../scripts/run/selection/select-requests';
import { faults } from '../../scripts/stand-in/faults/faults';
import type { StandIn, StandInOptions } from '../../scripts/stand-in/start-stand-in';
import { withClock } from '../support/alter-collection';
import { novaPost } from '../support/nova-post';
import { type Outcome, runNovaPost, type Trial } from '../support/run-nova-post';
import { runInNewman } from '../support/script-host-run';
import { protectedCalls, wireOf } from '../support/wire';
import { withStandIn } from '../support/with-stand-in';

const signingKey = 'the key of the test, thirty-two b';
const minute = 60_000;
const [divisions, measurements, currencies, classifier, fees] = [
  'GET /divisions',
  'GET /dictionary/measurements',
  'GET /dictionary/currencies',
  'GET /dictionary/classifier',
  'GET /dictionary/customs-fees/{code}',
];
const dictionaries = [divisions, measurements, currencies, classifier, fees];
const folders = ['Dictionaries'];

describe('the jwt of the whole collection, on the wire', () => {
  it('takes one login for all 42 operations: the first request, the collection’s own', async () => {
    await withNovaPost({ signingKey }, async (standIn) => {
      const { record } = await runKept(standIn);
      const own = record.requests[0];
      assert.equal(own?.operation, 'GET /clients/authorization');
      assert.equal(own.attempts[0]?.sent, true);
      assert.equal(new Set(wireOf(standIn)).size, 42);
      // with what Before and After send, and four divisions looked up
      assert.equal(standIn.requests.length, 53 + 4);
      assert.equal(wireOf(standIn)[0], 'login');
      const scriptRequests = record.requests.flatMap(({ attempts }) =>
        attempts.map((attempt) => attempt.scriptRequests),
      );
      // before the first shipment and before its update: the script looks up, and never logs in
      assert.deepEqual(
        scriptRequests.filter((count) => count > 0),
        [2, 2],
      );
    });
  });

  it('goes out bare on each protected request, and on no public one', async () => {
    await withNovaPost({ signingKey }, async (standIn) => {
      await runKept(standIn);
      const calls = protectedCalls(standIn);
      assert.equal(calls.length, 53 + 4 - 2);
      const sent = new Set(calls.map(({ headers }) => headers.authorization));
      const [jwt = ''] = sent;
      assert.equal(sent.size, 1);
      assert.match(jwt, /^[\w-]+\.[\w-]+\.[\w-]+$/);
      await jwtVerify(jwt, new TextEncoder().encode(signingKey), { issuer: 'stand-in' });

      const others = standIn.requests.filter((request) => !calls.includes(request));
      assert.deepEqual(
        others.map(({ operation, headers }) => [operation, headers.authorization]),
        [
          ['GET /clients/authorization', undefined],
          ['POST /test-api-keys', undefined],
        ],
      );
    });
  });

  for (const [who, trial] of [
    ['the collection’s own login', {}],
    ['the script’s', { folders }],
  ] as const) {
    it(`is bought with an apiKey that arrives as it is: ${who}`, async () => {
      const apiKey = 'a+b%20c&d=e#f/g';
      await withNovaPost({ apiKeys: [apiKey] }, async (standIn) => {
        await runKept(standIn, { ...trial, values: { apiKey } });
        assert.equal(standIn.requests[0]?.queryString, 'apiKey=a%2Bb%2520c%26d%3De%23f%2Fg');
        assert.equal(logins(standIn), 1);
      });
    });
  }

  it('is bought by the script where a folder without the login is chosen', async () => {
    await withNovaPost({}, async (standIn) => {
      const { record } = await runKept(standIn, { folders });
      assert.deepEqual(wireOf(standIn), ['login', ...dictionaries]);
      assert.equal(record.requests[0]?.attempts[0]?.scriptRequests, 1);
    });
  });

  it('is bought once more after its end', async () => {
    let now = () => Date.now();
    await withNovaPost({ now: () => now() }, async (standIn) => {
      // the server's clock is ahead from the fifth request on, the run's from the fourth of its own
      now = () => Date.now() + (standIn.requests.length > 4 ? 61 * minute : 0);
      const late = { 'Search customs (HS) codes': 61, 'Customs fee rule of a destination country': 61 };
      await runKept(standIn, { folders, alter: (collection) => withClock(collection, late) });
      assert.deepEqual(wireOf(standIn), [
        'login',
        divisions,
        measurements,
        currencies,
        'login',
        classifier,
        fees,
      ]);
      assert.equal(new Set(protectedCalls(standIn).map(({ headers }) => headers.authorization)).size, 2);
    });
  });

  it('is not believed for another hour when the server hands it out again at minute 50', async () => {
    let ahead = 0;
    const repeats = faults.filter(({ name }) => name === 'login-repeats-jwt');
    await withNovaPost({ now: () => Date.now() + ahead * minute, faults: repeats }, async (standIn) => {
      await runKept(standIn, { operations: [divisions] });
      ahead = 50;
      // at minute 50 with an empty cache, at minute 61 with the jwt of minute 50
      const clock = { 'Find branches and parcel lockers': 50, 'List units of measurement': 61 };
      await runKept(standIn, {
        operations: [divisions, measurements],
        alter: (collection) => withClock(collection, clock),
      });
      const sent = protectedCalls(standIn).map(({ headers }) => headers.authorization);
      assert.deepEqual(wireOf(standIn), ['login', divisions, 'login', divisions, 'login', measurements]);
      assert.equal(sent[0], sent[1]);
    });
  });
});

describe('a jwt that the environment keeps', () => {
  const apiKeys = ['stand-in-public-key', 'another-key'];

  it('takes no login while it is valid', async () => {
    await withNovaPost({ apiKeys }, async (standIn) => {
      const values = await keptBy(standIn);
      assert.deepEqual(wireOf(standIn), ['login', divisions]);
      await runKept(standIn, { folders, values });
      assert.deepEqual(wireOf(standIn).slice(2), dictionaries);
      const sent = protectedCalls(standIn).map(({ headers }) => headers.authorization);
      assert.deepEqual(new Set(sent), new Set([values.jwt]));
    });
  });

  it('is not sent for another apiKey: that takes a login of its own', async () => {
    await withNovaPost({ apiKeys }, async (standIn) => {
      const values = await keptBy(standIn);
      await runKept(standIn, { folders, values: { ...values, apiKey: 'another-key' } });
      assert.deepEqual(wireOf(standIn).slice(2), ['login', ...dictionaries]);
      assert.equal(standIn.requests[2]?.queryString, 'apiKey=another-key');
      assertNeverSent(values.jwt, protectedCalls(standIn).slice(1));
    });
  });

  it('is not sent to another baseUrl: that takes a login there', async () => {
    await withNovaPost({}, async (standIn) => {
      const values = await keptBy(standIn);
      await withNovaPost({}, async (other) => {
        await runKept(other, { folders, values: { ...values, baseUrl: other.url } });
        assert.deepEqual(wireOf(other), ['login', ...dictionaries]);
        assertNeverSent(values.jwt, other.requests);
      });
      assert.equal(standIn.requests.length, 2);
    });
  });
});

async function withNovaPost(
  options: Partial<StandInOptions>,
  use: (standIn: StandIn) => Promise<void>,
): Promise<void> {
  const { contract } = await novaPost();
  await withStandIn({ contract, ...options }, use);
}

async function runKept(standIn: StandIn, trial: Trial = {}): Promise<Outcome> {
  const outcome = await runNovaPost(standIn, { noProbes: true, ...trial });
  assert.match(outcome.verdict.lines.at(-1) ?? '', /^Kept: /);
  return outcome;
}

/** The environment as one request leaves it. */
async function keptBy(standIn: StandIn): Promise<Record<string, string>> {
  const { collection } = await novaPost();
  const { environment } = await runInNewman({
    collection: selectRequests(collection, ['Find branches and parcel lockers'], { noProbes: true })
      .collection,
    environment: { baseUrl: standIn.url, apiKey: 'stand-in-public-key', allowWrites: 'false' },
  });
  return environment as Record<string, string>;
}

function logins(standIn: StandIn): number {
  return wireOf(standIn).filter((name) => name === 'login').length;
}

function assertNeverSent(jwt: string | undefined, requests: StandIn['requests']): void {
  assert.ok(jwt);
  assert.ok(requests.every((request) => !JSON.stringify(request).includes(jwt)));
}
