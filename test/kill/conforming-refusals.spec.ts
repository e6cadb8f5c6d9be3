import assert from 'node:assert/strict';
import { lenientFaults } from '../../scripts/stand-in/faults/lenient-faults';
import { otherLoginRefusal, unknownIdFirst, type Variant, withoutAllow } from '../support/conforming-answers';
import { noticedBy } from '../support/fault-table';
import { changedNovaPost, novaPost } from '../support/nova-post';
import { repeatPerFault, type Sent } from '../support/repeat-per-fault';
import { runNovaPost } from '../support/run-nova-post';
import { runTrials } from '../support/run-trials';
import { withStandIn } from '../support/with-stand-in';

/** Input probes whose acceptance is a matter of taste; a required parameter or whole body left out is not. */
const lenient = lenientFaults.filter(({ name }) =>
  /-(field|type|enum|bounds|length|pattern|json)$/.test(name),
);

/** Refusals that keep the contract in another way: the probes that get them, and what is shown beside. */
const variants: [Variant, isFor: (sent: Sent) => boolean, shown: 'nothing' | 'finding'][] = [
  [otherLoginRefusal, ({ probe }) => /-key$/.test(probe?.kind ?? ''), 'nothing'],
  [withoutAllow, ({ probe }) => probe?.kind === 'other-method', 'finding'],
  [
    unknownIdFirst,
    ({ operation, probe }) => operation === 'PUT /shipments/{id}' && probe?.kind === 'missing-body',
    'finding',
  ],
];

describe('refusals that keep the contract in another way', () => {
  for (const [variant, isFor, shown] of variants) {
    it(`are no break: ${variant.name}`, async () => {
      const { contract, collection, environment } = await novaPost();
      const repeated = await repeatPerFault(collection, async (sent) =>
        sent.probe !== undefined && isFor(sent) ? [variant] : [],
      );
      const tried = await runTrials(contract, repeated, environment('stand-in'));
      assert.ok(tried.length > 0);
      for (const trial of tried) {
        const { operation, struck, failed } = trial;
        assert.deepEqual({ operation, struck, failed }, { operation, struck: true, failed: [] });
        assert.deepEqual(noticedBy({ ...trial, fault: '' }), shown === 'nothing' ? [] : [shown], operation);
      }
    });
  }

  it('are breaks where a server takes inputs that it could refuse, and the profile says strict', async () => {
    const profile = (text: string) => `${text}\ninputs: strict\n`;
    const { contract, collection, environment } = await changedNovaPost({ spec: (text) => text, profile });
    const left = new Set(lenient);
    const repeated = await repeatPerFault(collection, async ({ probe }) => {
      const fault = lenient.find(({ name }) => name === `takes-${probe?.kind}`);
      return fault !== undefined && left.delete(fault) ? [fault] : [];
    });
    assert.deepEqual([...left], []);
    for (const trial of await runTrials(contract, repeated, environment('stand-in'))) {
      assert.deepEqual(trial.failed, ['is refused'], trial.fault?.name);
    }
  });

  it('are findings where a server takes inputs that it could refuse, and the run ends with 0', async () => {
    const { contract } = await novaPost();
    await withStandIn({ contract, faults: lenient }, async (standIn) => {
      const { verdict } = await runNovaPost(standIn, { folders: ['Estimate the delivery cost'] });
      assert.equal(verdict.exitCode, 0);
      assert.match(verdict.lines.join('\n'), /finding/);
    });
  });
});
