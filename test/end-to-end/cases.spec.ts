import { ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { holdCase } from '../support/hold-case';
import { PROJECT, sharedFile } from '../support/project';
import { withScratchFolder } from '../support/scratch-folder';
import { readCases, type SharedCase } from '../support/shared-case';

const PROFILE = join(PROJECT, 'spec', 'nova-post.profile.yaml');
const readme = sharedFile('cases', 'README.md');

describe('the shared cases', function () {
  this.timeout(30_000);
  if (readme === undefined) {
    it('are beside the project (skipped: there is no folder ../shared/cases)');
    return;
  }
  const folder = dirname(readme);
  for (const one of readCases(folder)) {
    if (one.expectation.tokenEndpoint !== undefined) it(one.name, () => holdOneWay(one, folder));
    else it(one.name, () => holdCase({ folder, spec: one.input }, one.expectation));
  }
});

/**
 * OpenAPI can't say which operation is the login, so one of three ways has to be right: no profile; ours; ours
 * with our servers in place of the case's.
 */
async function holdOneWay({ input, expectation }: SharedCase, folder: string): Promise<void> {
  const document = parse(readFileSync(join(folder, input), 'utf8'));
  const { servers } = parse(readFileSync(join(PROJECT, 'spec', 'nova-post.openapi.yaml'), 'utf8'));
  const [theirs, ours] = [document, { servers }].map(
    ({ servers: [server] }) => `${new URL(server.url).pathname}/`,
  );
  const moved = JSON.parse(
    JSON.stringify(expectation).replaceAll(
      `"${theirs?.replace(/\/+$/, '/')}`,
      `"${ours?.replace(/\/+$/, '/')}`,
    ),
  );
  await withScratchFolder({ 'moved.json': JSON.stringify({ ...document, servers }) }, async (scratch) => {
    const ways = [
      () => holdCase({ folder, spec: input }, expectation),
      () => holdCase({ folder, spec: input, profile: PROFILE }, expectation),
      () => holdCase({ folder: scratch, spec: 'moved.json', profile: PROFILE }, moved),
    ];
    const failures: unknown[] = [];
    for (const way of ways) await way().catch((error: unknown) => failures.push(error));
    ok(failures.length < ways.length, failures.map(String).join('\n\n'));
  });
}
