import { deepStrictEqual } from 'node:assert/strict';
import { buildProbe } from '../../../../scripts/collection/probes/build-probe';
import type { PlannedProbe } from '../../../../scripts/collection/probes/planned-probe';
import { workingPlaces } from '../../../../scripts/collection/probes/working-places';
import type { Variable } from '../../../../scripts/contract/life-cycles/life-cycles';
import type { Contract } from '../../../../scripts/contract/model';
import type { JsonValue } from '../../../../scripts/spec/document';
import { json, operation, parameter } from '../../../support/contract-parts';
import { cycleContract } from '../../../support/cycle-contract';

const KEY = 'POST /routes/{code}';

const variable = (name: string, source: Variable['source'], place: string): Variable => {
  const [where = '', at = ''] = place.split(' ');
  const places = [{ operation: KEY, in: where as 'body', name: at }];
  return { name, description: '', source, example: 'x', places };
};

const contract: Contract = {
  ...cycleContract,
  operations: [],
  lifeCycles: {
    ...cycleContract.lifeCycles,
    resources: [],
    variables: [
      variable('route', { kind: 'value' }, 'path code'),
      variable('trace', { kind: 'value' }, 'query trace'),
      variable('country', { kind: 'value' }, 'body /from'),
      variable(
        'depotId',
        { kind: 'lookUp', operation: 'GET /depots', query: [['country', '{{country}}']], at: '/0/id' },
        'body /depot',
      ),
      variable('day', { kind: 'date', workdays: 2, text: '{date}' }, 'body /day'),
      variable('weight', { kind: 'value' }, 'body /weight'),
      variable(
        'parcelId',
        { kind: 'answer', from: [{ operation: 'POST /parcels', in: 'body', at: '/id' }] },
        'body /parcel',
      ),
    ],
  },
};

const plain = { from: 'PL', depot: 12, day: '2020-01-01', weight: 1.5, parcel: 7 };

function probe(kind: PlannedProbe['kind'], place: string, sample: JsonValue = plain): PlannedProbe {
  const expects = kind === 'example' || kind === 'on-limit' ? 'acceptance' : 'refusal';
  return {
    kind,
    place,
    name: place,
    operation: operation({
      key: KEY,
      parameters: [
        parameter('path', 'code', { type: 'string' }, 'R1', { required: true }),
        parameter('query', 'trace', { type: 'string' }, 'T1'),
      ],
      requestBody: { required: true, description: '', content: [json({ type: 'object' }, sample)] },
    }),
    change: {},
    expected: { sends: 'it', expects, statuses: ['422'], otherwise: 'broken' },
    rank: [],
  };
}

const named = (...args: Parameters<typeof probe>) =>
  workingPlaces(probe(...args), contract).map(({ in: place, name, variable: of }) => [
    `${place} ${name}`,
    of,
  ]);

describe('where a probe that has to be accepted names variables', () => {
  it('is where the plain request does, but for its own place, what can be left away, and what a run creates', () => {
    deepStrictEqual(named('on-limit', 'body /weight'), [
      ['path code', 'route'],
      ['body /from', 'country'],
      ['body /depot', 'depotId'],
      ['body /day', 'day'],
    ]);
    deepStrictEqual(
      named('on-limit', 'path code').map(([place]) => place),
      ['body /from', 'body /depot', 'body /day', 'body /weight'],
    );
  });

  it('is, in an example, only where it has a day, or something that is looked up, or for which it is', () => {
    deepStrictEqual(named('example', 'body', { ...plain, from: 'UA', weight: 9 }), [
      ['body /from', 'country'],
      ['body /depot', 'depotId'],
      ['body /day', 'day'],
    ]);
    deepStrictEqual(named('example', 'body', { from: 'UA', depot: null, weight: 9 }), [
      ['body /from', 'country'],
    ]);
  });

  it('is nowhere in a probe that is to be refused', () => {
    const bodies = (['on-limit', 'out-of-bounds'] as const).map((kind) =>
      JSON.stringify(buildProbe(probe(kind, 'body /weight'), contract).request.body),
    );
    const texts = [
      '{\n  "from": "{{country}}",\n  "depot": {{depotId}},\n  "day": "{{day}}",\n  "weight": 1.5,\n  "parcel": 7\n}',
      '{\n  "from": "PL",\n  "depot": 12,\n  "day": "2020-01-01",\n  "weight": 1.5,\n  "parcel": 7\n}',
    ];
    const options = { raw: { language: 'json' } };
    deepStrictEqual(
      bodies,
      texts.map((raw) => JSON.stringify({ mode: 'raw', raw, options })),
    );
  });
});
