import type { Checks } from '../../scripts/postman/script-data';
import { checkCall } from '../support/script-host-collection';
import { type Answered, hosts, openScriptHost, type ScriptHost } from '../support/script-host-sandbox';
import { assertVerdicts, type Expected } from '../support/script-host-verdicts';

const status = 'status is documented and a success';
const headers = 'headers are as documented';
const time = 'answer comes in time';
const type = 'media type is as documented';
const body = 'body satisfies its schema';

const good = { code: 200, headers: { 'content-type': 'application/json' }, body: '{}' };
const answers: Checks['answers'] = { '200': { 'application/json': { type: 'object' } } };

interface Case extends Expected {
  title: string;
  answered?: Partial<Answered>;
  checks: Partial<Checks>;
}

type Header = { required: boolean; schema: boolean | object };

/** An answer with one documented header: its schema, what comes, and what is wrong with it. */
function header(title: string, promised: Header, came: string | undefined, problem?: string): Case {
  const definitions = { Count: { type: 'integer' } };
  const content = { 'content-type': 'application/json' };
  return {
    title,
    answered: { headers: came === undefined ? content : { ...content, 'X-COUNT': came } },
    checks: { definitions, headers: { '200': { 'x-Count': promised as never } } },
    kept: problem === undefined ? [status, headers, type, body] : [status, type, body],
    ...(problem !== undefined && { failed: { [headers]: `promises the header x-Count ${problem}` } }),
  };
}

const must = (schema: boolean | object): Header => ({ required: true, schema });
const may = (schema: boolean | object): Header => ({ required: false, schema });
const known = { reason: 'the vendor knows' };
const past = { ...known, until: '2020-01-31' };
const future = { ...known, until: '2999-12-31' };
const broken = { body: '[]' };

const cases: Case[] = [
  header('a header that must be there is kept, in any letter case', must(true), '7'),
  header('a header that must be there is missed', must(true), undefined, 'with 200; came none'),
  header('a header that may be there is not missed', may({ type: 'integer' }), undefined),
  header('a number is read from its text', must({ type: 'integer', minimum: 5 }), '7'),
  header(
    'a number beyond its bound fails',
    must({ type: 'integer', minimum: 8 }),
    '7',
    '(minimum: should be >= 8); came "7"',
  ),
  header('a text is no number', may({ type: 'integer' }), 'many', '(type: should be integer); came "many"'),
  header(
    'a named schema holds',
    may({ $ref: '#/definitions/Count' }),
    '1.5',
    '(type: should be integer); came "1.5"',
  ),
  header('a boolean is read from its text', must({ type: 'boolean' }), 'True'),
  header('digits may be a text', must({ type: 'string', pattern: '^0' }), '007'),
  header('a list is read from its text', must({ type: 'array', items: { type: 'integer' } }), '1, 2,3'),
  header('a list of one is a list', must({ type: 'array', items: { type: 'string' } }), '1'),
  header(
    'a member of the enum, and no other',
    must({ type: 'string', enum: ['a', 'b'] }),
    'c',
    '(enum: should be one of ["a","b"]); came "c"',
  ),
  header('how an object is written is not judged', must({ type: 'object' }), 'a,1'),
  {
    title: 'headers of another status say nothing',
    checks: { headers: { '201': { 'x-count': must(true) as never } } },
    kept: [status, type, body],
  },
  {
    title: 'an answer on its limit comes in time',
    answered: { responseTime: 800 },
    checks: { timeLimit: 800 },
    kept: [status, time, type, body],
  },
  {
    title: 'a slow answer fails, whatever its status',
    answered: { code: 500, responseTime: 801 },
    checks: { timeLimit: 800 },
    kept: [],
    failed: {
      'status is documented': 'promises 200; came 500, which is not documented: {}',
      [time]: 'promises an answer within 800 ms; came after 801 ms',
    },
  },
  {
    title: 'a known deviation is shown with its reason',
    answered: broken,
    checks: { deviations: { [body]: future } },
    kept: [status, type],
    skipped: [`deviation: ${body}: the vendor knows`],
  },
  {
    title: 'a known deviation may be without a date',
    answered: broken,
    checks: { deviations: { [body]: known } },
    kept: [status, type],
    skipped: [`deviation: ${body}: the vendor knows`],
  },
  {
    title: 'a known deviation is overdue after its day',
    answered: broken,
    checks: { deviations: { [body]: past } },
    kept: [status, type],
    skipped: [`deviation: ${body}: overdue since 2020-01-31: the vendor knows`],
  },
  {
    title: 'a known deviation that does not happen is told, overdue or not',
    checks: { deviations: { [body]: past, [type]: future } },
    kept: [status],
    skipped: [type, body].map((check) => `deviation: ${check}: no longer happens`),
  },
  {
    title: 'a deviation covers its own check only',
    answered: { code: 200, headers: {}, body: '[]' },
    checks: { deviations: { [body]: known } },
    kept: [status],
    failed: { [type]: 'promises application/json with 200; came no Content-Type' },
  },
];

for (const name of hosts) {
  describe(`headers, time and deviations in ${name}`, () => {
    let host: ScriptHost;
    before(async () => {
      host = await openScriptHost(name);
    });
    after(() => host.close());

    for (const { title, answered, checks, ...expected } of cases) {
      it(title, async () => {
        const call = checkCall({ operation: 'GET /things', answers, ...checks });
        assertVerdicts(await host.judge(call, { ...good, ...answered }), expected, 'GET /things');
      });
    }

    it('a known deviation is not overdue on its day', async () => {
      const call = checkCall({ operation: 'GET /things', answers, deviations: { [body]: past } });
      const onItsDay = "Date.now = () => Date.parse('2020-01-31T23:59:59Z')";
      const verdicts = await host.judge(`const now = Date.now; ${onItsDay}; ${call}; Date.now = now;`, {
        ...good,
        ...broken,
      });
      const skipped = [`deviation: ${body}: the vendor knows`];
      assertVerdicts(verdicts, { kept: [status, type], skipped }, 'GET /things');
    });
  });
}
