import assert from 'node:assert/strict';
import type { StandIn } from '../../../scripts/stand-in/start-stand-in';
import { smallContract } from '../../support/small-contract';
import { withStandIn } from '../../support/with-stand-in';

const start = Date.UTC(2026, 0, 2, 12);
const day = 24 * 60 * 60 * 1000;

interface KeyBody {
  apiKey: string;
  createdAt: string;
  expDate: string;
  status: string;
}

async function ask(standIn: StandIn, body: unknown): Promise<{ status: number; body: KeyBody }> {
  const answer = await fetch(`${standIn.url}/test-api-keys`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as KeyBody };
}

async function loginStatus(standIn: StandIn, apiKey: string): Promise<number> {
  return (await fetch(`${standIn.url}/clients/authorization?apiKey=${apiKey}`)).status;
}

/** A stand-in with a clock that can be moved. */
async function withClock(run: (standIn: StandIn, clock: { now: number }) => Promise<void>): Promise<void> {
  const clock = { now: start };
  await withStandIn({ now: () => clock.now }, (standIn) => run(standIn, clock));
}

describe('the test apiKeys of the stand-in', () => {
  it('are the public one for the phone of the stand-in environment', async () => {
    await withClock(async (standIn) => {
      const { status, body } = await ask(standIn, { phone: '490000000000' });
      assert.equal(status, 200);
      assert.deepEqual(body, {
        apiKey: 'PUBLIC-KEY',
        createdAt: '2026-01-02T12:00:00Z',
        expDate: '2027-01-02T23:59:59Z',
        status: 'Active',
      });
    });
  });

  it('open the login', async () => {
    await withClock(async (standIn) => {
      const { body } = await ask(standIn, { phone: '490000000003' });
      assert.notEqual(body.apiKey, 'PUBLIC-KEY');
      assert.equal(await loginStatus(standIn, body.apiKey), 200);
    });
  });

  it('are the same, as they were, when asked for again on the same day', async () => {
    await withClock(async (standIn, clock) => {
      const first = await ask(standIn, { phone: '490000000003' });
      clock.now += day / 2 - 1000;
      assert.deepEqual(await ask(standIn, { phone: '490000000003' }), first);
    });
  });

  it('live for a year from the day on which they are asked for again', async () => {
    await withClock(async (standIn, clock) => {
      const first = await ask(standIn, { phone: '490000000003' });
      clock.now += 10 * day;
      const again = await ask(standIn, { phone: '490000000003' });
      assert.deepEqual(again.body, { ...first.body, expDate: '2027-01-12T23:59:59Z' });
    });
  });

  it('expire, come back when asked for, and are new after their clean-up', async () => {
    await withClock(async (standIn, clock) => {
      const { apiKey } = (await ask(standIn, { phone: '490000000003' })).body;
      clock.now = Date.UTC(2027, 0, 3);
      assert.equal(await loginStatus(standIn, apiKey), 401);
      assert.equal((await ask(standIn, { phone: '490000000003' })).body.apiKey, apiKey);
      assert.equal(await loginStatus(standIn, apiKey), 200);
      clock.now = Date.UTC(2028, 3, 4);
      const renewed = await ask(standIn, { phone: '490000000003' });
      assert.notEqual(renewed.body.apiKey, apiKey);
      assert.equal(renewed.body.createdAt, '2028-04-04T00:00:00Z');
      assert.equal(await loginStatus(standIn, apiKey), 401);
    });
  });

  it('are created once a day and client: the second phone has to wait for tomorrow', async () => {
    await withClock(async (standIn, clock) => {
      assert.equal((await ask(standIn, { phone: '490000000001' })).status, 200);
      assert.equal((await ask(standIn, { phone: '490000000002' })).status, 429);
      assert.equal((await ask(standIn, { phone: '490000000001' })).status, 200);
      clock.now += day;
      assert.equal((await ask(standIn, { phone: '490000000002' })).status, 200);
    });
  });

  const refusals: [given: string, body: unknown, status: number, message: string][] = [
    ['no phone', {}, 400, "body: must have required property 'phone'"],
    ['an empty phone', { phone: '' }, 400, 'Missing required parameter: phone'],
    ['a phone with a plus sign', { phone: '+490000000000' }, 400, 'Invalid phone format'],
    ['a phone that is a number', { phone: 490000000000 }, 400, 'body: /phone must be string'],
    [
      'a phone and something else',
      { phone: '490000000000', a: 1 },
      400,
      'body: must NOT have additional properties a',
    ],
    ['a phone of nobody', { phone: '490000000404' }, 404, 'Client not found'],
    ['a phone that is a property of every object', { phone: 'constructor' }, 400, 'Invalid phone format'],
    ['a phone of several clients', { phone: '490000000409' }, 409, 'Multiple matching clients found'],
    ['a client whose day is used up', { phone: '490000000429' }, 429, 'Daily limit reached'],
  ];
  for (const [given, body, status, message] of refusals) {
    it(`are refused with ${status} in the documented shape to ${given}`, async () => {
      await withClock(async (standIn) => {
        assert.deepEqual(await ask(standIn, body), { status, body: { success: false, errors: [message] } });
      });
    });
  }

  it('are nothing special where the contract does not know them', async () => {
    await withStandIn({ contract: { ...smallContract, testKey: undefined } }, async (standIn) => {
      const { status, body } = await ask(standIn, { phone: '490000000404' });
      assert.equal(status, 200);
      assert.equal(body.apiKey, 'EXAMPLE');
      assert.equal(await loginStatus(standIn, 'EXAMPLE'), 401);
    });
  });
});
