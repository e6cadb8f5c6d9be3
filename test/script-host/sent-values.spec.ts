import { type Cycle, type CycleRequest, itCycles } from '../support/script-host-cycle';

const odd = '/?#%+" {} é&=\\';
const inUrl = '%2F%3F%23%25%2B%22%20%7B%7D%20%C3%A9%26%3D%5C';
const inJson = '/?#%+\\" {} é&=\\\\';
const own = { shipmentId: { from: { 'POST /shipments': '/id' } } };

const reading = 'POST /shipments/calculations';
const json = (name: string, body: string, more: Partial<CycleRequest> = {}): CycleRequest => ({
  name,
  send: reading,
  body,
  ...more,
});

describe('a value in a request', () => {
  itCycles([
    {
      title: 'arrives as it is in a path, a segment, a query, JSON and a form',
      variables: own,
      environment: { shipmentId: odd },
      requests: [
        {
          name: 'url',
          send: 'GET /a/:id/{{shipmentId}}?ids[]={{shipmentId}}&ids[]=x%20{{shipmentId}}&typed=a+b%2B',
          path: { id: '{{shipmentId}}' },
        },
        json('json', '{"text":"{{shipmentId}}","in":"<{{shipmentId}}>","bare":{{shipmentId}}}'),
        {
          name: 'form',
          send: reading,
          body: { mode: 'urlencoded', urlencoded: [{ key: 'id', value: '{{shipmentId}}' }] },
        },
      ],
      wire: [
        `GET /a/${inUrl}/${inUrl}?ids[]=${inUrl}&ids[]=x%20${inUrl}&typed=a+b%2B`,
        `${reading} {"text":"${inJson}","in":"<${inJson}>","bare":"${inJson}"}`,
        `${reading} id=${inUrl}`,
      ],
      outcomes: ['url: kept', 'json: kept', 'form: kept'],
      alsoInCli: true,
    },
    ...(
      [
        ['12', '12', '12'],
        ['-1.5e3', '-1.5e3', '-1.5e3'],
        ['true', 'true', 'true'],
        ['007', '007', '"007"'],
        ['1.', '1.', '"1."'],
        ['null', 'null', '"null"'],
        ['SHPL1', 'SHPL1', '"SHPL1"'],
        ['20450123456789012345', '20450123456789012345', '20450123456789012345'],
        ['a"b', 'a\\"b', '"a\\"b"'],
        ['a\nb', 'a\\nb', '"a\\nb"'],
      ] as const
    ).map(
      ([held, text, bare]): Cycle => ({
        title: `${JSON.stringify(held)} is the text "${text}" in JSON, and ${bare} outside of quotes`,
        variables: own,
        environment: { shipmentId: held },
        requests: [json('json', '{"a":"{{shipmentId}}","b":[{{shipmentId}}]}')],
        wire: [`${reading} {"a":"${text}","b":[${bare}]}`],
        outcomes: ['json: kept'],
      }),
    ),
    {
      title: 'changes nothing else in the body: escapes, other variables, and what looks like one',
      variables: own,
      environment: { shipmentId: 'a"b', phone: '491' },
      requests: [
        json(
          'json',
          '{"q":"\\"{{shipmentId}}\\"","p":"{{phone}}","n":{{phone}},"u":"{{unknown}}","e":"\\\\"}',
        ),
      ],
      wire: [
        `${reading} {"q":"\\"a\\"b\\"","p":"491","n":491,"u":"{{unknown}}","e":"\\\\"}`.replace(
          'a"b',
          'a\\"b',
        ),
      ],
      outcomes: ['json: kept'],
      alsoInCli: true,
    },
    {
      title: 'is JSON by the type of the body, whatever it looks like',
      variables: own,
      environment: { shipmentId: 'a"b' },
      requests: [
        json('problem', '["{{shipmentId}}"]', { headers: { 'Content-Type': 'application/problem+json' } }),
        {
          name: 'by language',
          send: reading,
          body: { mode: 'raw', raw: '["{{shipmentId}}"]', options: { raw: { language: 'json' } } },
        },
        {
          name: 'text',
          send: reading,
          headers: { 'Content-Type': 'text/plain' },
          body: { mode: 'raw', raw: '["{{shipmentId}}"]' },
        },
      ],
      wire: [`${reading} ["a\\"b"]`, `${reading} ["a\\"b"]`, `${reading} ["a"b"]`],
      outcomes: ['problem: kept', 'by language: kept', 'text: kept'],
    },
    {
      title: 'that names another variable is that one’s',
      variables: own,
      environment: { shipmentId: '{{mine}}', mine: 'a b' },
      requests: [{ name: 'read', send: 'GET /shipments/:id', path: { id: '{{shipmentId}}' } }],
      wire: ['GET /shipments/a%20b'],
      outcomes: ['read: kept'],
    },
    {
      title: 'that is empty is the one below it: a row, the environment, the example',
      environment: { senderCountry: 'DE', shipmentId: '' },
      data: [{ senderCountry: 'FR' }, { senderCountry: '' }],
      requests: [json('json', '{"c":"{{senderCountry}}","i":{{shipmentId}}}')],
      wire: [`${reading} {"c":"FR","i":100}`, `${reading} {"c":"DE","i":100}`],
      outcomes: ['json: kept', 'json: kept'],
      alsoInCli: true,
    },
    {
      title: 'has no blanks around it',
      variables: own,
      environment: { shipmentId: ' 7\n' },
      requests: [{ name: 'read', send: 'DELETE /shipments/:id', path: { id: '{{shipmentId}}' } }],
      wire: ['DELETE /shipments/7'],
      outcomes: ['read: kept'],
    },
  ]);
});

describe('a day ahead', () => {
  const pickup = json('pickup', '{"from":"{{pickupFrom}}"}');
  const days = (workdays: number) => ({ pickupFrom: { date: { workdays, text: '{date}T10:00/{date}' } } });
  const on = (now: string, workdays: number, day: string): Cycle => ({
    title: `${workdays} workdays from ${now} is ${day}`,
    now,
    variables: days(workdays),
    requests: [pickup],
    wire: [`${reading} {"from":"${day}T10:00/${day}"}`],
    outcomes: ['pickup: kept'],
  });

  // 2026-11-27 is a Friday.
  itCycles([
    on('2026-11-25T12:00:00Z', 1, '2026-11-26'),
    { ...on('2026-11-27T00:00:00Z', 1, '2026-11-30'), alsoInCli: true },
    on('2026-11-27T23:59:59Z', 2, '2026-12-01'),
    on('2026-11-28T12:00:00Z', 1, '2026-11-30'),
    on('2026-11-29T12:00:00Z', 2, '2026-12-01'),
    on('2026-11-26T12:00:00Z', 10, '2026-12-10'),
    on('2026-11-27T12:00:00Z', 0, '2026-11-27'),
    on('2026-11-28T12:00:00Z', 0, '2026-11-30'),
    on('2026-12-31T23:30:00-05:00', 1, '2027-01-04'),
    {
      title: 'stands behind what a person set, and what a row has',
      now: '2026-11-25T12:00:00Z',
      variables: days(1),
      environment: { pickupFrom: 'tomorrow' },
      requests: [pickup, { ...pickup, name: 'pickup 2' }],
      data: [{}, { pickupFrom: '2027-01-01' }, { pickupFrom: '' }],
      wire: ['tomorrow', '2027-01-01', 'tomorrow'].flatMap((day) => [
        `${reading} {"from":"${day}"}`,
        `${reading} {"from":"${day}"}`,
      ]),
      outcomes: [1, 2, 3].flatMap(() => ['pickup: kept', 'pickup 2: kept']),
    },
    {
      title: 'is that of the day again, once a row has no other',
      now: '2026-11-25T12:00:00Z',
      variables: days(1),
      requests: [pickup],
      data: [{}, { pickupFrom: 'never' }, {}],
      wire: ['2026-11-26T10:00/2026-11-26', 'never', '2026-11-26T10:00/2026-11-26'].map(
        (day) => `${reading} {"from":"${day}"}`,
      ),
      outcomes: ['pickup: kept', 'pickup: kept', 'pickup: kept'],
      alsoInCli: true,
    },
  ]);
});
