import { deepStrictEqual, ok } from 'node:assert/strict';
import { planProbes } from '../../../../scripts/collection/probes/plan-probes';
import type { ProbePlan } from '../../../../scripts/collection/probes/planned-probe';
import type { Paging } from '../../../../scripts/contract/life-cycles/life-cycles';
import type { Contract, Parameter, Schema } from '../../../../scripts/contract/model';
import type { JsonValue } from '../../../../scripts/spec/document';
import { errors, json, operation, parameter, response } from '../../../support/contract-parts';
import { cycleContract } from '../../../support/cycle-contract';

function planOf(key: string, contract: Contract = cycleContract): ProbePlan {
  const found = contract.operations.find((each) => each.key === key);
  ok(found, key);
  return planProbes(found, contract);
}

function accepted({ probes }: ProbePlan) {
  return probes
    .filter(({ expected }) => expected.expects === 'acceptance')
    .map(({ kind, place, name, expected: { sends, statuses, otherwise }, operation: { parameters } }) => ({
      kind,
      place,
      name,
      sends,
      statuses,
      otherwise,
      query: parameters.filter(({ required }) => required).map(({ name: key, sample }) => [key, sample]),
    }));
}

function pagingOf(size: Schema | undefined, page: Schema | undefined): ProbePlan {
  const numbers = (name: string, schema: Schema | undefined, sample: JsonValue): Parameter[] =>
    schema === undefined ? [] : [parameter('query', name, schema, sample)];
  const list = operation({
    key: 'GET /a',
    parameters: [...numbers('size', size, 20), ...numbers('p', page, 1)],
    responses: [response('200', json(true, [])), ...errors('422')],
  });
  const paging: Paging = {
    size: { parameter: size === undefined ? undefined : 'size', at: undefined },
    page: { parameter: page === undefined ? undefined : 'p', at: undefined },
    pages: undefined,
    total: '/total',
  };
  const lists = { 'GET /a': { items: '', filters: {}, of: undefined, paging } };
  const contract = {
    ...cycleContract,
    operations: [list],
    lifeCycles: { ...cycleContract.lifeCycles, variables: [], resources: [], lists },
  };
  const plan = planProbes(list, contract);
  return {
    probes: plan.probes.filter(({ kind }) => kind === 'paging'),
    leftOut: plan.leftOut.filter(({ kind }) => kind === 'paging'),
  };
}

describe('the probe of paging', () => {
  it("asks for a list's second page of one item", () => {
    deepStrictEqual(
      accepted(planOf('GET /parcels')).filter(({ kind }) => kind === 'paging'),
      [
        {
          kind: 'paging',
          place: 'query limit',
          name: 'limit: 1, with page 2',
          sends: 'query parameter limit: 1, with page 2',
          statuses: ['400'],
          otherwise: 'broken',
          query: [
            ['limit', 1],
            ['page', 2],
          ],
        },
      ],
    );
  });

  it('asks for as much of that as there is', () => {
    const names = (plan: ProbePlan) => accepted(plan).map(({ name, query }) => [name, ...query]);
    const integer = { type: 'integer' };
    deepStrictEqual(names(pagingOf(integer, undefined)), [['size: 1', ['size', 1]]]);
    deepStrictEqual(names(pagingOf(undefined, integer)), [['p: 2', ['p', 2]]]);
    deepStrictEqual(names(pagingOf(undefined, undefined)), []);
  });

  it('asks for the least that is allowed, and not at all where two pages are too many', () => {
    const integer = { type: 'integer' };
    deepStrictEqual(
      accepted(pagingOf({ ...integer, minimum: 5 }, integer)).map(({ name }) => name),
      ['size: 5, with p 2'],
    );
    const none = pagingOf(integer, { ...integer, maximum: 1 });
    deepStrictEqual(
      [none.probes, none.leftOut.map(({ place, reason }) => [place, reason])],
      [[], [['query size', 'no page was found that its parameters allow']]],
    );
  });
});

describe('probes that are to be accepted', () => {
  it('are not made of an operation that needs what a run creates', () => {
    const operations = cycleContract.operations.map((each) =>
      each.key === 'POST /batches'
        ? {
            ...each,
            requestBody: {
              required: true,
              description: '',
              content: [
                {
                  ...json({ type: 'object' }, { parcels: [7] }),
                  examples: [
                    { name: 'one', value: { parcels: [7] } },
                    { name: 'two', value: { parcels: [7, 8] } },
                  ],
                },
              ],
            },
          }
        : each,
    );
    const plan = planOf('POST /batches', { ...cycleContract, operations });
    deepStrictEqual(accepted(plan), []);
    deepStrictEqual(
      plan.leftOut
        .filter(({ kind }) => kind === 'example')
        .map(({ kind, reason, count }) => [kind, reason, count]),
      [['example', 'it needs what a run creates, so nothing else is accepted', 1]],
    );
    ok(plan.probes.some(({ kind }) => kind === 'missing-body'));
  });

  it('are not made where a refusal may say "not now"', () => {
    const { lifeCycles } = cycleContract;
    const planWith = (status: string) =>
      planOf('GET /parcels', {
        ...cycleContract,
        lifeCycles: { ...lifeCycles, notNow: { 'GET /parcels': { [status]: 'the scales are broken' } } },
      });
    deepStrictEqual(accepted(planWith('400')), []);
    ok(
      planWith('400').leftOut.some(
        ({ kind, reason }) =>
          kind === 'paging' && reason === 'it may be refused for another reason: the scales are broken',
      ),
    );
    deepStrictEqual(accepted(planWith('404')).length, 2);
  });

  it('are made of a list that may be asked for what a run created', () => {
    deepStrictEqual(
      accepted(planOf('GET /parcels')).map(({ kind }) => kind),
      ['on-limit', 'paging'],
    );
  });
});
