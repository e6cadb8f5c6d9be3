import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PostmanCollection, PostmanEnvironment } from '../../scripts/collection/postman';
import { itemsOf } from '../support/build-document';
import { contentOf } from '../support/folder-content';
import { PROJECT, sharedFile } from '../support/project';
import { runCommand } from '../support/run-command';
import { withScratchFolder } from '../support/scratch-folder';
import { signJwt } from '../support/script-host-server';
import { vendorLikePage } from '../support/vendor-like-page';
import { runOnWire } from '../support/wire-run';

const PROFILE = join(PROJECT, 'spec', 'nova-post.profile.yaml');
const real = sharedFile('how-to-generate-a-jwt-token.md');

/** The name, and what names the collection where no profile does: the page's first heading. */
const PAGES: [name: string, text: string | undefined, slug: string][] = [
  ['a page like the vendor has them', vendorLikePage(), 'how-one-logs-in'],
  ["the vendor's page", real && readFileSync(real, 'utf8'), 'how-to-generate-a-jwt-token'],
];

for (const [name, text, slug] of PAGES) {
  describe(`npm run generate on ${name}`, () => {
    if (text === undefined) {
      it('(skipped: the page is not beside the project)');
      return;
    }
    it('makes one operation and an environment per server', async () => {
      const { files, stderr } = await generate(text);
      const [title = '', format = '', ...others] = warnings(stderr);
      assert.match(title, /^warning INVALID_DOCUMENT page\.md:\d+ #\/info: the object lacks `title`/);
      assert.match(format, /^warning UNSUPPORTED page\.md:\d+ #\/paths\/\S+: nobody knows the format json;/);
      assert.deepEqual(others, []);
      const collection = files[`collections/${slug}.postman_collection.json`] as PostmanCollection;
      const [item, ...more] = itemsOf(collection);
      assert.equal(item?.request.url.raw, '{{baseUrl}}/clients/authorization?apiKey={{apiKey}}');
      assert.deepEqual(more, []);
      assert.deepEqual(item.request.auth, { type: 'noauth' });
      assert.deepEqual(valuesOf(files), {
        production: {
          baseUrl: 'https://api.novapost.com/v.1.0',
          environment: 'production',
          apiKey: '',
          allowWrites: 'true',
        },
        sandbox: {
          baseUrl: 'https://api-stage.novapost.pl/v.1.0',
          environment: 'sandbox',
          apiKey: '',
          allowWrites: 'true',
        },
      });
    });

    it('gets the login of the profile, and a warning for each part of it that the page lacks', async () => {
      const { files, stderr } = await generate(text, '--profile', PROFILE);
      const lacking = [
        'login/scheme: the contract has no security scheme JWT',
        'testKey/operation: the contract has no operation POST /test-api-keys',
        'reads/0: the contract has no operation POST /exchange-rates/conversion',
        'reads/1: the contract has no operation POST /shipments/calculations',
        'reads/2: the contract has no operation POST /time-intervals/find',
        'deleters/0/operation: the contract has no operation POST /shipments/light-return',
        'variables/senderCountry/to/GET ~1divisions: the contract has no operations GET /divisions, POST /shipments,',
      ];
      const ofProfile = warnings(stderr).filter((line) => line.startsWith('warning PROFILE_MISMATCH'));
      assert.equal(ofProfile.length, lacking.length, stderr);
      lacking.forEach((part, index) => {
        assert.match(ofProfile[index] ?? '', /nova-post\.profile\.yaml:\d+ #\//);
        assert.ok(ofProfile[index]?.includes(`#/${part}`), ofProfile[index]);
      });

      const collection = files['collections/nova-post.postman_collection.json'] as PostmanCollection;
      assert.equal(collection.auth?.type, 'apikey');
      assert.deepEqual(Object.keys(valuesOf(files)).sort(), ['production', 'sandbox', 'stand-in']);
      const sandbox = files['environments/sandbox.postman_environment.json'] as PostmanEnvironment;
      const { requests, checks, errors } = await runOnWire(
        collection,
        sandbox,
        () => ({ status: 200, type: 'application/json', body: JSON.stringify({ jwt: signJwt() }) }),
        { apiKey: 'key 1+2' },
      );
      assert.deepEqual(errors, []);
      assert.deepEqual(
        requests.map(({ operation, path, query }) => [operation, path, query]),
        [['GET /clients/authorization', '/v.1.0/clients/authorization', [['apiKey', 'key 1+2']]]],
      );
      assert.ok(
        checks.length >= 4 && checks.every(({ outcome }) => outcome === 'passed'),
        JSON.stringify(checks),
      );
    });
  });
}

type Files = Record<string, PostmanCollection | PostmanEnvironment>;

/** The files that the command writes for a page, read again. */
async function generate(page: string, ...flags: string[]): Promise<{ files: Files; stderr: string }> {
  return withScratchFolder({ 'page.md': page }, async (folder) => {
    const args = ['--spec', 'page.md', '--out', 'out', ...flags];
    const { exitCode, stderr } = await runCommand('generate', args, { cwd: folder });
    assert.equal(exitCode, 0, stderr);
    const texts = Object.entries(contentOf(join(folder, 'out')));
    const files = texts.flatMap(([path, text]) => (text === null ? [] : [[path, JSON.parse(text)]]));
    return { files: Object.fromEntries(files), stderr };
  });
}

function warnings(stderr: string): string[] {
  const lines = stderr.split('\n').filter((line) => line !== '');
  for (const line of lines) assert.match(line, /^warning /);
  return lines;
}

/** The values of each environment, by the name of its file. */
function valuesOf(files: Files): Record<string, Record<string, string>> {
  const environments = Object.entries(files).filter(([path]) => path.startsWith('environments/'));
  return Object.fromEntries(
    environments.map(([path, file]) => {
      const { values } = file as PostmanEnvironment;
      const name = path.replace('environments/', '').replace('.postman_environment.json', '');
      return [name, Object.fromEntries(values.map(({ key, value }) => [key, value]))];
    }),
  );
}
