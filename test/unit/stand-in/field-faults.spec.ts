import assert from 'node:assert/strict';
import { fieldFaults, ruleOf } from '../../../scripts/stand-in/faults/field-faults';
import { generateFrom } from '../../support/generated';
import { withScratchFolder } from '../../support/scratch-folder';
import { withStandIn } from '../../support/with-stand-in';

const parcel = {
  type: 'object',
  required: ['id'],
  additionalProperties: false,
  properties: {
    id: { type: 'integer', minimum: 1 },
    state: { type: 'string', enum: ['new', 'done'] },
    note: { type: 'string', nullable: true, maxLength: 3 },
    at: { type: 'string', format: 'date-time' },
    secret: { type: 'string', writeOnly: true },
  },
};

/** One operation that answers with a parcel; its example has the id only. */
function withParcel<T>(use: (made: Awaited<ReturnType<typeof generateFrom>>) => Promise<T>): Promise<T> {
  const json = { schema: parcel, example: { id: 7 } };
  const spec = {
    openapi: '3.0.3',
    info: { title: 'Parcels', version: '1' },
    servers: [{ url: 'https://parcels.example.test' }],
    paths: {
      '/parcel': {
        get: { responses: { 200: { description: 'It', content: { 'application/json': json } } } },
      },
    },
  };
  return withScratchFolder({ 'spec.json': JSON.stringify(spec) }, async (folder) =>
    use(await generateFrom('spec.json', folder)),
  );
}

describe('the faults of fields', () => {
  it('are one per rule and place, also of fields that the example lacks', async () => {
    await withParcel(async ({ contract }) => {
      const [operation] = contract.operations;
      assert.ok(operation);
      const names = fieldFaults(operation, contract).map(({ name }) => name);
      assert.deepEqual(names.sort(), [
        'enum /state',
        'extra-field /notInTheContract',
        'format /at',
        'maxLength /note',
        'minimum /id',
        'missing-field /id',
        'null',
        'null /at',
        'null /id',
        'null /state',
        'write-only /secret',
        'wrong-type',
        'wrong-type /at',
        'wrong-type /id',
        'wrong-type /note',
        'wrong-type /state',
      ]);
    });
  });

  it('change that place and nothing else, for the one request that asks for it', async () => {
    await withParcel(async ({ contract }) => {
      const [operation] = contract.operations;
      assert.ok(operation);
      const faults = fieldFaults(operation, contract);
      const faultFor = (name: string | undefined) => faults.find((fault) => fault.name === name);
      await withStandIn(
        { contract, faultFor: ({ headers }) => faultFor(headers['x-wanted']) },
        async ({ url, requests }) => {
          const ask = async (wanted: string) => {
            const answer = await fetch(`${url}/parcel`, { headers: { 'X-Wanted': wanted } });
            return (await answer.json()) as Record<string, unknown>;
          };
          assert.deepEqual(await ask('none'), { id: 7 });
          assert.equal((await ask('minimum /id')).id, 0);
          assert.equal((await ask('wrong-type /id')).id, 'wrong type');
          assert.ok(!('id' in (await ask('missing-field /id'))));
          assert.equal((await ask('write-only /secret')).secret, 'sent');
          assert.deepEqual(
            requests.map((request) => request.faults),
            [[], ['minimum /id'], ['wrong-type /id'], ['missing-field /id'], ['write-only /secret']],
          );
        },
      );
    });
  });

  it('are named by the rule that they break', () => {
    const spoil = (reply: never) => reply;
    assert.equal(ruleOf({ name: 'minLength /a b', breaks: '', concerns: () => true, spoil }), 'minLength');
  });
});
