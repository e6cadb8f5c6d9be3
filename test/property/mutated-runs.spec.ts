import { endOfContract } from '../support/fuzz/end-of-contract';
import { withLoopbackServer } from '../support/loopback-server';

/** As for mutated documents. */
const SECONDS = Number(process.env.FUZZ_SECONDS ?? 0);
const SEED = Number(process.env.FUZZ_SEED ?? 20_260_101);
const COUNT = 80;

describe('a run of which a file was broken: collection, environment or data', () => {
  const before = { ...process.env };
  after(() => Object.assign(process.env, { HTTP_PROXY: '', HTTPS_PROXY: '', NO_PROXY: '' }, before));

  it('ends in a verdict or in a problem, and in time', async function () {
    this.timeout((SECONDS + 60) * 1_000);
    const end = Date.now() + SECONDS * 1_000;
    await withLoopbackServer(
      (_, response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"id": 7}'),
      async (baseUrl) => {
        // whatever host a broken url names, it is this one that is asked
        Object.assign(process.env, { HTTP_PROXY: baseUrl, HTTPS_PROXY: baseUrl, NO_PROXY: '' });
        for (let seed = SEED; seed < SEED + COUNT || Date.now() < end; seed += 1) {
          await endOfContract(seed, baseUrl);
        }
      },
    );
  });
});
