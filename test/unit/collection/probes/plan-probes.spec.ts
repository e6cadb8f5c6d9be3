import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { planProbes } from '../../../../scripts/collection/probes/plan-probes';
import type { PlannedProbe, ProbePlan } from '../../../../scripts/collection/probes/planned-probe';
import type { Profile } from '../../../../scripts/contract/profile/profile';
import { describeDocument, documentWith } from '../../../support/describe-document';

const answers = 'responses: { "200": { description: Fine }, "400": { description: Bad } }';

function planOf(paths: string, key: string, profile: Profile = {}): ProbePlan {
  const { contract } = describeDocument(documentWith(`paths:\n${paths}`), profile);
  const operation = contract.operations.find((each) => each.key === key);
  ok(operation, key);
  return planProbes(operation, contract);
}

/** `wrong-type at query limit`, but for those that are about the method. */
function linesOf({ probes }: ProbePlan): string[] {
  return probes
    .filter(({ kind }) => kind !== 'other-method')
    .map(({ kind, place, name }) => `${kind} at ${place}: ${name.replace(/^.*?: /, '')}`);
}

function sampleOf(probe: PlannedProbe | undefined, parameter: string) {
  return probe?.operation.parameters.find(({ name }) => name === parameter)?.sample;
}

function withParameters(...parameters: string[]): string {
  return `  /a: { get: { parameters: [${parameters.map((each) => `{ ${each} }`).join(', ')}], ${answers} } }\n`;
}

function withBody(schema: string, example: string): string {
  return `  /a: { post: { requestBody: { required: true, content: { application/json: { schema: ${schema}, example: ${example} } } }, ${answers} } }\n`;
}

const all: Profile = { probes: 'thorough', reads: ['POST /a'] };

describe('probes of parameters', () => {
  it('leave each required one out, and no segment of the path', () => {
    const plan = planOf(
      `  /a/{id}: { get: { parameters: [{ name: id, in: path, required: true, schema: { type: string } }, { name: q, in: query, required: true, schema: { type: string } }, { name: o, in: query, schema: { type: string } }], ${answers} } }\n`,
      'GET /a/{id}',
    );
    deepStrictEqual(linesOf(plan), ['missing-parameter at query q: left out']);
    deepStrictEqual(
      plan.probes[0]?.operation.parameters.map(({ name }) => name),
      ['id', 'o'],
    );
    strictEqual(plan.probes[0]?.expected.otherwise, 'broken');
  });

  it('never send a wrong type where a text is allowed', () => {
    deepStrictEqual(
      linesOf(planOf(withParameters('name: q, in: query, schema: { type: string }'), 'GET /a', all)),
      [],
    );
  });

  it('send an optional one where it is probed', () => {
    const plan = planOf(withParameters('name: q, in: query, schema: { type: boolean }'), 'GET /a', all);
    deepStrictEqual(linesOf(plan), ['wrong-type at query q: a text in place of a boolean']);
    strictEqual(sampleOf(plan.probes[0], 'q'), 'not-a-boolean');
    strictEqual(plan.probes[0]?.operation.parameters[0]?.required, true);
  });

  it('sit beyond each bound, and on it', () => {
    const parameter = 'name: n, in: query, schema: { type: integer, minimum: 2, maximum: 50, example: 10 }';
    const plan = planOf(withParameters(parameter), 'GET /a', all);
    deepStrictEqual(linesOf(plan), [
      'wrong-type at query n: a text in place of an integer',
      'out-of-bounds at query n: 1, below 2',
      'out-of-bounds at query n: 51, above 50',
      'on-limit at query n: 2, the minimum',
      'on-limit at query n: 50, the maximum',
    ]);
  });

  it('send exclusive bounds themselves, and no multiple', () => {
    const number = 'type: number, minimum: 0, exclusiveMinimum: true, multipleOf: 0.5, example: 1';
    deepStrictEqual(
      linesOf(planOf(withParameters(`name: n, in: query, schema: { ${number} }`), 'GET /a', all)).slice(1),
      ['out-of-bounds at query n: 0, not above 0', 'out-of-bounds at query n: 1.25, no multiple of 0.5'],
    );
  });

  it('break an item of a list, and its number of items', () => {
    const list = 'type: array, maxItems: 2, items: { type: integer, enum: [1, 2] }, example: [1]';
    const plan = planOf(withParameters(`name: ids, in: query, schema: { ${list} }`), 'GET /a', all);
    deepStrictEqual(
      plan.probes.map((probe) => [probe.kind, sampleOf(probe, 'ids')]),
      [
        ['wrong-type', ['not-an-integer']],
        ['not-in-enum', [3]],
        ['length', [1, 1, 1]],
        ['on-limit', [1, 1]],
      ],
    );
  });

  it('send no list of nothing: it would not be sent', () => {
    const list = 'type: array, minItems: 1, items: { type: string }, example: [a, b]';
    for (const place of ['query', 'header']) {
      const plan = planOf(withParameters(`name: ids, in: ${place}, schema: { ${list} }`), 'GET /a', all);
      deepStrictEqual(
        plan.probes.map((probe) => [probe.kind, sampleOf(probe, 'ids')]),
        [['on-limit', ['a']]],
      );
      ok(plan.leftOut.some(({ kind }) => kind === 'length'));
    }
  });

  it('break a pattern with a text of the right length', () => {
    const plan = planOf(
      withParameters(
        'name: c, in: query, schema: { type: string, pattern: "^[A-Z]{2}$", minLength: 2, maxLength: 2, example: PL }',
      ),
      'GET /a',
      all,
    );
    const pattern = plan.probes.find(({ kind }) => kind === 'pattern');
    const text = String(sampleOf(pattern, 'c'));
    strictEqual(text.length, 2);
    ok(!/^[A-Z]{2}$/.test(text), text);
  });

  it('leave no segment of the path empty', () => {
    const plan = planOf(
      `  /a/{id}: { get: { parameters: [{ name: id, in: path, required: true, schema: { type: string, minLength: 1 } }], ${answers} } }\n`,
      'GET /a/{id}',
    );
    deepStrictEqual(linesOf(plan), []);
    strictEqual(plan.leftOut[0]?.place, 'path id');
  });

  it('let a value in the path be answered as not found', () => {
    const plan = planOf(
      `  /a/{id}: { get: { parameters: [{ name: id, in: path, required: true, schema: { type: integer } }], responses: { "400": { description: Bad }, "404": { description: None } } } }\n`,
      'GET /a/{id}',
    );
    deepStrictEqual(plan.probes[0]?.expected.statuses, ['400', '404']);
  });

  it('leave a secret and an object alone, and say so', () => {
    const plan = planOf(
      withParameters(
        'name: apiKey, in: query, required: true, schema: { type: string, minLength: 3 }',
        'name: filter, in: query, schema: { type: object, properties: { a: { type: integer } } }',
      ),
      'GET /a',
      all,
    );
    deepStrictEqual(linesOf(plan), ['missing-parameter at query apiKey: left out']);
    deepStrictEqual(
      plan.leftOut.filter(({ kind }) => kind === 'wrong-type').map(({ place, reason }) => [place, reason]),
      [
        ['query apiKey', 'its value is a secret of yours'],
        ['query filter', 'its value is an object, which is not taken apart'],
      ],
    );
  });
});

describe('probes of a body', () => {
  const whole = ['missing-body at body: left out'];
  const rest = ['not-json at body: a text that is no JSON', 'wrong-media-type at body: sent as text/plain'];

  it('break one place each, also inside lists and references', () => {
    const schema =
      '{ type: object, required: [boxes], properties: { boxes: { type: array, items: { type: object, required: [size], additionalProperties: false, properties: { size: { type: string, maxLength: 2 } } } } } }';
    const plan = planOf(withBody(schema, '{ boxes: [{ size: M }, { size: L }] }'), 'POST /a', all);
    deepStrictEqual(linesOf(plan), [
      ...whole,
      'missing-field at body /boxes: left out',
      'missing-field at body /boxes/0/size: left out',
      'wrong-type at body: a text in place of an object',
      'wrong-type at body /boxes: a text in place of a list',
      'wrong-type at body /boxes/0: a text in place of an object',
      'wrong-type at body /boxes/0/size: a number in place of a text',
      'length at body /boxes/0/size: 3 characters, over 2',
      'unknown-field at body /boxes/0/noSuchField: a field that is not allowed',
      ...rest,
      'on-limit at body /boxes/0/size: 2 characters, the most',
    ]);
    const long = plan.probes.find(({ kind }) => kind === 'length');
    deepStrictEqual(long?.operation.requestBody?.content[0]?.sample, {
      boxes: [{ size: 'MMM' }, { size: 'L' }],
    });
  });

  it('choose the most telling place of each kind', () => {
    const schema =
      '{ type: object, required: [b, c], properties: { a: { type: integer }, b: { type: object, required: [x], properties: { x: { type: integer } } }, c: { type: integer } } }';
    const plan = planOf(withBody(schema, '{ a: 1, b: { x: 1 }, c: 2 }'), 'POST /a', { reads: ['POST /a'] });
    deepStrictEqual(linesOf(plan), [
      ...whole,
      'missing-field at body /b: left out',
      'wrong-type at body /b: a text in place of an object',
      ...rest,
    ]);
    deepStrictEqual(
      plan.leftOut.map(({ kind, count }) => [kind, count]),
      [
        ['missing-field', 2],
        ['wrong-type', 4],
      ],
    );
  });

  it('leave the parts alone of a body that breaks its schema already', () => {
    const schema = '{ type: object, required: [a, b], properties: { a: { type: string, maxLength: 2 } } }';
    const plan = planOf(withBody(schema, '{ a: x }'), 'POST /a', all);
    deepStrictEqual(linesOf(plan), [...whole, ...rest]);
    ok(
      plan.leftOut.some(
        ({ reason }) => reason === 'the plain body does not satisfy its schema: it breaks required',
      ),
    );
  });

  it('let null pass where it is allowed', () => {
    const schema = '{ type: object, properties: { a: { type: string, nullable: true, enum: [x] } } }';
    const plan = planOf(withBody(schema, '{ a: null }'), 'POST /a', all);
    ok(linesOf(plan).includes('not-in-enum at body /a: "no-such-value", which is none of the enum'));
  });

  it('are findings where a server takes what it could refuse, unless the profile is strict', () => {
    const schema = '{ type: object, required: [a], properties: { a: { type: string } } }';
    const otherwise = (profile: Profile) =>
      planOf(withBody(schema, '{ a: x }'), 'POST /a', profile).probes.map(
        ({ expected }) => expected.otherwise,
      );
    deepStrictEqual(otherwise(all), [
      'broken',
      'finding',
      'finding',
      'finding',
      'finding',
      'finding',
      'broken',
    ]);
    deepStrictEqual(new Set(otherwise({ ...all, inputs: 'strict' })), new Set(['broken']));
  });

  it('are not made where no refusal is documented', () => {
    const plan = planOf(
      '  /a: { get: { parameters: [{ name: n, in: query, schema: { type: integer } }], responses: { "200": { description: Fine }, "401": { description: No }, "429": { description: Slow } } } }\n',
      'GET /a',
    );
    deepStrictEqual(plan.probes, []);
    ok(plan.leftOut.some(({ reason }) => reason === 'the contract documents no refusal of an input (4xx)'));
  });

  it('take default and 4XX for a refusal', () => {
    const plan = planOf(
      '  /a: { get: { parameters: [{ name: n, in: query, schema: { type: integer } }], responses: { "422": { description: Bad }, "4XX": { description: No }, default: { description: Else } } } }\n',
      'GET /a',
    );
    deepStrictEqual(plan.probes[0]?.expected.statuses, ['422', '4XX', 'default']);
  });
});
