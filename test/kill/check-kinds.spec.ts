import assert from 'node:assert/strict';
import type { JsonObject } from '../../scripts/spec/document';
import { faults } from '../../scripts/stand-in/faults/faults';
import { withOtherScript } from '../support/alter-collection';
import { novaPost } from '../support/nova-post';
import { checksOf, runNovaPost } from '../support/run-nova-post';
import { seeded } from '../support/seeded';
import { withStandIn } from '../support/with-stand-in';
import { gone, killTable, list, login, pdf } from './kill-table';

/** One kind of check taken out, a row of the kill table that fails for it, and what the run shows instead. */
interface Loss {
  kind: string;
  without: (collection: JsonObject) => JsonObject;
  fault: string;
  operation: string;
  /** Checks that fail all the same; empty: nothing notices the fault. */
  left: string[];
  exit: 0 | 1 | 2;
}

const edit = (from: string, to: string) => (collection: JsonObject) => withOtherScript(collection, from, to);
const refused = (what: string) => [`not tested: the login answered 200 with ${what}`];

const losses: Loss[] = [
  {
    kind: 'status',
    without: edit('checks), statusProblem(pm, answer, checks))', 'checks), undefined)'),
    fault: 'status-500',
    operation: list,
    left: [],
    exit: 0,
  },
  {
    kind: 'media type',
    without: edit('range === undefined ? mediaTypeProblem(code, types, type) : undefined', 'undefined'),
    fault: 'wrong-media-type',
    operation: list,
    left: [],
    exit: 0,
  },
  {
    kind: 'body by its schema',
    without: edit('jsonProblem(text, documented[range] ?? true, namedSchemas(checks))', 'undefined'),
    fault: 'wrong-type',
    operation: list,
    left: [],
    exit: 0,
  },
  {
    kind: 'body that is not JSON',
    without: edit("verdict('body is not empty', contentProblem(type, text))", ''),
    fault: 'empty-body',
    operation: pdf,
    left: [],
    exit: 0,
  },
  {
    kind: 'empty body',
    without: edit("verdict('body is empty', announcedProblem(pm))", ''),
    fault: 'extra-body-on-204',
    operation: gone,
    left: [],
    exit: 0,
  },
  {
    kind: 'parts of the jwt',
    without: edit(
      '    jwt === undefined\n      ? `promises a jwt at',
      '    false\n      ? `promises a jwt at',
    ),
    fault: 'login-empty-object',
    operation: login,
    left: refused('no jwt at /jwt: look at baseUrl and apiKey'),
    exit: 2,
  },
  {
    kind: 'signature of the jwt',
    without: edit('    isSigned\n      ? undefined', '    true\n      ? undefined'),
    fault: 'jwt-unsigned',
    operation: login,
    left: refused('a jwt that is not signed: look at baseUrl'),
    exit: 2,
  },
  {
    kind: 'end of the jwt',
    without: edit('hasEnd && exp * 1000 <= now ?', 'false ?'),
    fault: 'jwt-expired',
    operation: login,
    left: refused('a jwt that has ended: try again later'),
    exit: 2,
  },
  {
    kind: 'lifetime of the jwt',
    without: edit('lifeProblem(iat, exp, now, promised))', 'undefined)'),
    fault: 'jwt-lives-a-day',
    operation: login,
    left: [],
    exit: 0,
  },
  {
    kind: 'redirects that are not followed',
    without: (collection) => ({ ...collection, protocolProfileBehavior: {} }),
    fault: 'redirect-to-login',
    operation: list,
    left: ['media type is as documented'],
    exit: 1,
  },
];

describe('each kind of check is needed: without it the kill table does not hold', () => {
  for (const { kind, without, fault, operation, left, exit } of losses) {
    it(`${kind}: ${fault} on ${operation}`, async () => {
      const row = killTable.find((each) => each.fault === fault && each.strikes.includes(operation));
      assert.ok(row);
      const whole = await show(fault, operation);
      assert.deepEqual(whole, { failed: [row.noticedBy], exit: row.exit });
      assert.deepEqual(await show(fault, operation, without), { failed: left, exit });
    });
  }
});

async function show(fault: string, operation: string, alter?: Loss['without']) {
  const { contract } = await novaPost();
  const chosen = faults.filter(({ name }) => name === fault);
  const { fork, values } = await seeded(contract);
  const store = fork();
  return withStandIn({ contract, faults: chosen, storeFor: () => store }, async (standIn) => {
    const operations = [...new Set([login, operation])];
    const { record, verdict } = await runNovaPost(standIn, { operations, values, ...(alter && { alter }) });
    return { failed: checksOf(record, ['failed'])[operation] ?? [], exit: verdict.exitCode };
  });
}
