import assert from 'node:assert/strict';
import { join } from 'node:path';
import { withLoopbackServer } from '../support/loopback-server';
import { runCommand } from '../support/run-command';
import { withScratchFolder } from '../support/scratch-folder';
import { SMALL } from '../support/small-files';

const SERVERS = 'servers: [{url: https://api.example.test/v1}]\n';
const SPLIT = `${SMALL.replace('description: Fine', "$ref: '../shared.yaml#/fine'")}${SERVERS}`;
const SWAGGER = `swagger: '2.0'
info: {title: Parcels, version: '1'}
host: api.example.test
basePath: /v1
schemes: [https]
paths: {/depots: {get: {responses: {200: {description: Fine}}}}}
`;

describe('npm run generate: where a contract comes from', () => {
  it('is a folder, with OpenAPI and Swagger in it', async () => {
    const files = { 'api/a.yaml': SMALL + SERVERS, 'api/deep/b.yaml': SWAGGER, 'api/notes.md': '# Notes\n' };
    await withScratchFolder(files, async (folder) => {
      const args = ['--spec', 'api', '--out', 'out'];
      const made = await runCommand('generate', args, { cwd: folder });
      assert.deepEqual([made.exitCode, made.stderr], [0, '']);
      assert.match(made.stdout, /^2 operations of Parcels: 2 files written$/m);
      const checked = await runCommand('generate', [...args, '--check'], { cwd: folder });
      assert.equal(checked.exitCode, 0, checked.stderr);
    });
  });

  it('is several sources, and what they refer to outside when that is allowed', async () => {
    const files = { 'api/a.yaml': SPLIT, 'b.yaml': SWAGGER, 'shared.yaml': 'fine: {description: Fine}\n' };
    await withScratchFolder({ 'one/x': '', ...files }, async (folder) => {
      const args = ['--spec', 'a.yaml', '--out', '../out'];
      const refused = await runCommand('generate', args, { cwd: join(folder, 'api') });
      assert.equal(refused.exitCode, 2);
      assert.match(refused.stderr, /^error UNSUPPORTED a\.yaml:10 [^\n]*--allow-outside[^\n]*\n$/);
      const both = [...args, '--spec', '../b.yaml', '--allow-outside'];
      const made = await runCommand('generate', both, { cwd: join(folder, 'api') });
      assert.deepEqual([made.exitCode, made.stderr], [0, '']);
      assert.match(made.stdout, /^2 operations of Parcels/m);
    });
  });

  it('is on another server in parts, when that is asked for', async () => {
    const parts = 'fine: {description: Fine}\n';
    await withLoopbackServer(
      (request, response) => {
        response.writeHead(request.url === '/parts.yaml' ? 200 : 404).end(parts);
      },
      (url) => {
        const spec = SMALL.replace('description: Fine', `$ref: '${url}/parts.yaml#/fine'`) + SERVERS;
        return withScratchFolder({ 'a.yaml': spec }, async (folder) => {
          const args = ['--spec', 'a.yaml', '--out', 'out'];
          const refused = await runCommand('generate', args, { cwd: folder });
          assert.equal(refused.exitCode, 2);
          assert.match(refused.stderr, /^error UNSUPPORTED a\.yaml:10 [^\n]*--allow-remote[^\n]*\n$/);
          const made = await runCommand('generate', [...args, '--allow-remote'], { cwd: folder });
          assert.deepEqual([made.exitCode, made.stderr], [0, '']);
        });
      },
    );
  });

  it('is a page at a url to which another redirects, but never a file of this machine', async () => {
    const page = `# Parcels\n\n~~~~yaml\n${SMALL}${SERVERS}~~~~\n`;
    await withScratchFolder({ 'mine.yaml': SMALL + SERVERS }, (folder) =>
      withLoopbackServer(
        (request, response) => {
          if (request.url === '/docs.md') response.end(page);
          else {
            const location = request.url === '/moved' ? '/docs.md' : `file://${folder}/mine.yaml`;
            response.writeHead(302, { Location: location }).end();
          }
        },
        async (url) => {
          const generate = (path: string) =>
            runCommand('generate', ['--spec', url + path, '--out', 'out'], { cwd: folder });
          const made = await generate('/moved');
          assert.deepEqual([made.exitCode, made.stderr], [0, '']);
          const refused = await generate('/elsewhere');
          assert.equal(refused.exitCode, 2);
          assert.match(refused.stderr, /^error UNREADABLE_SOURCE http:[^\n]*file:[^\n]*\n$/);
        },
      ),
    );
  });

  it('is a url', async () => {
    const use = (url: string) =>
      withScratchFolder({}, async (folder) => {
        const made = await runCommand('generate', ['--spec', `${url}/a.yaml`, '--out', 'out'], {
          cwd: folder,
        });
        assert.deepEqual([made.exitCode, made.stderr], [0, '']);
        const gone = await runCommand('generate', ['--spec', `${url}/b.yaml`, '--out', 'out'], {
          cwd: folder,
        });
        assert.equal(gone.exitCode, 2);
        assert.match(
          gone.stderr,
          /^error UNREADABLE_SOURCE http:\S+\/b\.yaml: the server answered 404[^\n]*\n$/,
        );
      });
    await withLoopbackServer((request, response) => {
      response.writeHead(request.url === '/a.yaml' ? 200 : 404).end(SMALL + SERVERS);
    }, use);
  });
});
