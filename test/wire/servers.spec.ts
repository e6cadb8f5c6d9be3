import { deepStrictEqual } from 'node:assert/strict';
import { sendAll, specOf } from '../support/raw-wire';

const id = { name: 'id', in: 'path', required: true, example: 1, schema: {} };
const done = { responses: { 204: { description: 'Done' } } };

describe('servers', function () {
  this.timeout(30_000);
  const spec = JSON.stringify({
    ...JSON.parse(specOf({ 'GET /plain': {} })),
    servers: [
      {
        url: 'https://{region}.example.test:{port}/{version}/',
        description: 'Sandbox',
        variables: {
          region: { default: 'eu', enum: ['eu', 'us'] },
          port: { default: '8443' },
          version: { default: 'v1' },
        },
      },
      { url: 'https://api.example.test/v1', description: 'Production' },
    ],
    paths: {
      '/plain': { get: done },
      '/upload': {
        get: {
          ...done,
          servers: [
            { url: 'https://upload.example.test/api', description: 'Production' },
            { url: 'https://upload.sandbox.example.test/api/2.0/', description: 'Sandbox' },
          ],
        },
        head: done,
      },
      '/files/{id}': {
        servers: [{ url: 'https://{box}/x', variables: { box: { default: 'files.example.test' } } }],
        parameters: [
          id,
          { name: 'X-Both', in: 'header', required: true, example: 'path item', schema: {} },
          { name: 'only', in: 'query', required: true, example: 'path item', schema: {} },
        ],
        get: {
          ...done,
          parameters: [{ name: 'x-both', in: 'header', required: true, example: 'operation', schema: {} }],
        },
        options: { ...done, servers: [{ url: '/other' }] },
      },
      '/beside': {
        $ref: '#/components/pathItems/Shared',
        parameters: [{ name: 'q', in: 'query', required: true, example: 'beside', schema: {} }],
        head: done,
      },
    },
    components: {
      pathItems: {
        Shared: {
          parameters: [
            { name: 'q', in: 'query', required: true, example: 'shared', schema: {} },
            { name: 'r', in: 'query', required: true, example: 'shared', schema: {} },
          ],
          get: done,
        },
      },
    },
  });

  it('of an operation or its path item are where it goes; all else goes to the environment’s', async () => {
    const { requests, run } = await sendAll(spec);
    deepStrictEqual(requests.map(({ line, headers }) => `${line} ${headers['x-both'] ?? ''}`.trim()).sort(), [
      'GET /api/2.0/upload',
      'GET /v1/beside?q=beside&r=shared',
      'GET /v1/plain',
      'GET /x/files/1?only=path%20item operation',
      'HEAD /v1/beside?q=beside&r=shared',
      'HEAD /v1/upload',
      'OPTIONS /other/files/1?only=path%20item path item',
    ]);
    deepStrictEqual(
      run.outcomes.filter((outcome) => !outcome.endsWith(': kept')),
      [],
    );
  });

  it('are an environment each, with a variable for each server that few operations have', async () => {
    const { environments } = (await sendAll(spec)).generated;
    const urls = environments.map(({ values }) =>
      values.filter(({ value }) => value.startsWith('https:')).map(({ key, value }) => `${key} ${value}`),
    );
    deepStrictEqual(urls, [
      [
        'baseUrl https://eu.example.test:8443/v1',
        'uploadExampleTestApiBaseUrl https://upload.sandbox.example.test/api/2.0',
        'filesExampleTestXBaseUrl https://files.example.test/x',
        'otherBaseUrl https://eu.example.test:8443/other',
      ],
      [
        'baseUrl https://api.example.test/v1',
        'uploadExampleTestApiBaseUrl https://upload.example.test/api',
        'filesExampleTestXBaseUrl https://files.example.test/x',
        'otherBaseUrl https://api.example.test/other',
      ],
    ]);
  });

  it('that a person gets by another value of a variable are known hosts', async () => {
    const { contract } = (await sendAll(spec)).generated;
    deepStrictEqual(Object.keys(contract.hosts).sort(), [
      'api.example.test',
      'eu.example.test:8443',
      'files.example.test',
      'upload.example.test',
      'upload.sandbox.example.test',
      'us.example.test:8443',
    ]);
  });
});
