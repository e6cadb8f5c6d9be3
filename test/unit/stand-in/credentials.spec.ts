import { deepStrictEqual, ok } from 'node:assert/strict';
import { startStandIn } from '../../../scripts/stand-in/start-stand-in';
import { describeDocument } from '../../support/describe-document';
import { generateFrom } from '../../support/generated';
import { specOf } from '../../support/raw-wire';
import { withScratchFolder } from '../../support/scratch-folder';
import { runInNewman } from '../../support/script-host-run';

const refusing = { 200: { description: 'Fine' }, 401: { description: 'Who are you?' } };
const asking = (...security: object[]) => ({ security, responses: refusing });
const spec = specOf(
  {
    'GET /header': asking({ header: [] }),
    'GET /query': asking({ query: [] }),
    'GET /cookie': asking({ cookie: [] }),
    'GET /basic': asking({ basic: [] }),
    'GET /bearer': asking({ bearer: [] }),
    'GET /both': asking({ header: [], basic: [] }),
    'GET /either': asking({ basic: [] }, { header: [] }),
    'GET /optional': asking({ header: [] }, {}),
    'GET /token': asking({ token: [] }),
    'GET /open': { security: [{ header: [] }], responses: { 200: { description: 'Fine' } } },
  },
  {
    components: {
      securitySchemes: {
        header: { type: 'apiKey', in: 'header', name: 'X-Key' },
        query: { type: 'apiKey', in: 'query', name: 'key' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'sid' },
        basic: { type: 'http', scheme: 'basic' },
        bearer: { type: 'http', scheme: 'bearer' },
        token: { type: 'oauth2', flows: {} },
      },
    },
  },
);

const basicOf = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
const key = { 'X-Key': 'k' };
const user = { Authorization: basicOf('me:secret') };
const nobody = 'no-such-credential';

const requests: [path: string, headers: Record<string, string>, status: number][] = [
  ['header', key, 200],
  ['header', {}, 401],
  ['header', { 'X-Key': nobody }, 401],
  ['query?key=k', {}, 200],
  ['query', {}, 401],
  [`query?key=${nobody}`, {}, 401],
  ['cookie', { Cookie: 'a=b; sid=s' }, 200],
  ['cookie', { Cookie: 'side=s' }, 401],
  ['cookie', { Cookie: `sid=s; sid=${nobody}` }, 401],
  ['basic', user, 200],
  ['basic', { Authorization: 'Bearer b' }, 401],
  ['basic', { Authorization: basicOf(`${nobody}:${nobody}`) }, 401],
  ['bearer', { Authorization: 'bearer b' }, 200],
  ['bearer', { Authorization: `Bearer ${nobody}` }, 401],
  ['both', { ...key, ...user }, 200],
  ['both', key, 401],
  ['either', key, 200],
  ['either', user, 200],
  ['either', {}, 401],
  ['optional', {}, 200],
  ['token', {}, 200],
  ['open', {}, 200],
];

describe('the stand-in of a contract without a login', function () {
  this.timeout(60_000);
  it('turns away who lacks the credentials, where the contract documents how', async () => {
    const standIn = await startStandIn({ contract: describeDocument(spec).contract });
    try {
      const answers = [];
      for (const [path, headers] of requests) {
        const { status } = await fetch(`${standIn.url}/${path}`, { headers });
        answers.push([path, headers, status]);
      }
      deepStrictEqual(answers, requests);
    } finally {
      await standIn.close();
    }
  });

  it('is kept by its own collection, once the secrets are filled in, and refuses its probes', async () => {
    const { contract, collection, environments } = await withScratchFolder({ 'spec.yaml': spec }, (folder) =>
      generateFrom('spec.yaml', folder),
    );
    const standIn = await startStandIn({ contract });
    try {
      const values = environments[0]?.values ?? [];
      const filled = values.map(({ key, value, type }) => [key, type === 'secret' ? 'a secret' : value]);
      const environment = { ...Object.fromEntries(filled), baseUrl: standIn.url };
      const { outcomes } = await runInNewman({ collection, environment });
      deepStrictEqual(
        outcomes.filter((outcome) => !outcome.endsWith(': kept')),
        [],
      );
      const probes = outcomes.filter((outcome) => /^(without|wrong) credentials/.test(outcome));
      ok(probes.length === 14, `${probes.length} probes`);
    } finally {
      await standIn.close();
    }
  });
});
