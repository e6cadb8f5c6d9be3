import assert from 'node:assert/strict';
import newman from 'newman';
import type { DataRow } from '../../../scripts/run/inputs/data-file/data-row';
import { readDataFile } from '../../../scripts/run/inputs/data-file/read-data-file';
import { secretColumns } from '../../../scripts/run/inputs/data-file/secret-columns';
import { collection, request } from '../../support/postman-parts';
import { withScratchFolder } from '../../support/scratch-folder';

const variables = ['country', 'weight', 'note', 'phone'];

function read(name: string, text: string): Promise<DataRow[]> {
  return withScratchFolder({ [name]: text }, (cwd) => readDataFile(name, cwd, variables));
}

/** The rows as newman reads the file by itself. */
function newmanRows(name: string, text: string): Promise<DataRow[]> {
  const prerequest = 'console.log(JSON.stringify(pm.iterationData.toObject())); pm.execution.skipRequest();';
  return withScratchFolder({ [name]: text }, async (cwd) => {
    const rows: DataRow[] = [];
    await new Promise<void>((done) => {
      const options = {
        collection: collection([request('one', { prerequest })]),
        iterationData: `${cwd}/${name}`,
        reporters: [],
      };
      newman
        .run(options, () => done())
        .on('console', (_error: unknown, { messages }: { messages: string[] }) => {
          rows.push(JSON.parse(messages[0] ?? ''));
        });
    });
    return rows;
  });
}

/** Title, name, text, rows. */
const files: [string, string, string, DataRow[]][] = [
  [
    'CSV, with numbers and texts',
    'a.csv',
    'country,weight,note\nPL,2.5,\nDE,1000,a b\n',
    [
      { country: 'PL', weight: 2.5, note: '' },
      { country: 'DE', weight: 1000, note: 'a b' },
    ],
  ],
  [
    'CSV with the line ends of Windows, a byte order mark and blanks around the values',
    'a.csv',
    '\ufeffcountry, weight\r\nPL , 2\r\n',
    [{ country: 'PL', weight: 2 }],
  ],
  [
    'CSV with quotes: what is in them is a text, blanks, commas and all',
    'a.csv',
    'note,weight\n"a, ""b"" ","0.50"\n 5" wide ,0\n',
    [
      { note: 'a, "b" ', weight: '0.50' },
      { note: '5" wide', weight: 0 },
    ],
  ],
  ['CSV without a line end', 'a.csv', 'weight\n-1.50', [{ weight: -1.5 }]],
  ['CSV with a value over two lines', 'a.csv', 'note,weight\n"a\nb",1\n', [{ note: 'a\nb', weight: 1 }]],
  [
    'texts that are no numbers',
    'a.csv',
    'note\ntrue\n12a\n2026-01-02\nNaN\n',
    ['true', '12a', '2026-01-02', 'NaN'].map((note) => ({ note })),
  ],
  [
    'JSON, whose rows may lack what others have',
    'a.json',
    '[\n\t{ "country": "PL", "weight": 2.5 },\n\t{ "note": "007", "country": true },\n\t{}\n]',
    [{ country: 'PL', weight: 2.5 }, { note: '007', country: true }, {}],
  ],
  ['JSON by another name, with a byte order mark', 'rows.txt', '\ufeff[{"weight":1}]', [{ weight: 1 }]],
];

/** Title, name, text, message. */
const refused: [string, string, string, string][] = [
  [
    'an empty file',
    'a.csv',
    ' \n',
    'EMPTY_SOURCE a.csv: the file holds nothing but blanks. Hint: fetch or save the file again.',
  ],
  [
    'names without a row',
    'a.csv',
    'country,weight\n',
    'INVALID_DATA a.csv: the file has no rows. Expected: a line of values for each row, below the names.',
  ],
  [
    'an empty list',
    'a.json',
    '[]',
    'INVALID_DATA a.json: the file has no rows. Expected: a JSON array with an object for each row.',
  ],
  [
    'a row that is too short',
    'a.csv',
    'country,weight\nPL,1\nDE\n',
    'INVALID_DATA a.csv:3: the row has 1 of 2 values. Expected: one for each of country, weight. Hint: a value with a comma in it stands in double quotes.',
  ],
  [
    'a row that is too long, below a value over two lines',
    'a.csv',
    'note,weight\n"a\nb",1\nDE,1,5\n',
    'INVALID_DATA a.csv:4: the row has 3 of 2 values. Expected: one for each of note, weight. Hint: a value with a comma in it stands in double quotes.',
  ],
  [
    'an empty line, which newman reads as a row',
    'a.csv',
    'country,weight\nPL,1\n\n',
    'INVALID_DATA a.csv:3: the line is empty. Hint: take it out: it is read as a row without values.',
  ],
  [
    'two columns of one name',
    'a.csv',
    'country,weight,country\nPL,1,DE\n',
    'INVALID_DATA a.csv:1: two columns have the name country. Expected: each name once.',
  ],
  [
    'a column without a name',
    'a.csv',
    'country,,weight\nPL,1,2\n',
    'INVALID_DATA a.csv:1: column 2 has no name. Expected: the name of a variable.',
  ],
  [
    'a column that is nearly a variable',
    'a.csv',
    'county,weight\nPL,1\n',
    'INVALID_DATA a.csv:1: "county" is no variable of the collection or the environment. Hint: did you mean country.',
  ],
  [
    'a column that is no variable at all',
    'a.csv',
    'temperature\n1\n',
    'INVALID_DATA a.csv:1: "temperature" is no variable of the collection or the environment. Expected: one of country, weight, note, phone.',
  ],
  [
    'no names at all, but values, of which none is shown',
    'a.csv',
    '380501112233,PL\n380501112234,DE\n',
    'INVALID_DATA a.csv:1: a value stands where the name of a variable should. Hint: the names come first, a column for each variable.',
  ],
  [
    'the same in JSON',
    'a.json',
    '[\n  {"a3f80c19d2": 1}\n]',
    'INVALID_DATA a.json:2: a value stands where the name of a variable should. Hint: the names come first, a column for each variable.',
  ],
  [
    'a name in JSON that is nearly a variable',
    'a.json',
    '[\n  {"country": "PL"},\n  {"country": "PL",\n   "wieght": 1}\n]',
    'INVALID_DATA a.json:4 #/1/wieght: "wieght" is no variable of the collection or the environment. Hint: did you mean weight.',
  ],
  [
    'columns that are parted by semicolons',
    'a.csv',
    'country;weight\nPL;1\n',
    'INVALID_DATA a.csv:1: the names of the columns are not parted by commas. Hint: save the file as CSV with commas.',
  ],
  [
    'a quote that does not close',
    'a.csv',
    'country,weight\n"PL,1\n',
    'INVALID_DATA a.csv:2: a double quote opens here and does not close. Hint: a double quote inside of a value is written twice.',
  ],
  [
    'a quote that closes too early',
    'a.csv',
    'country,weight\n"P"L,1\n',
    'INVALID_DATA a.csv:2: something follows the double quote that closes a value. Hint: a double quote inside of a value is written twice.',
  ],
  [
    'JSON that is no list',
    'a.json',
    '{"country": "PL"}',
    'INVALID_DATA a.json:1: this is no list of rows. Expected: a JSON array with an object for each row.',
  ],
  [
    'a list of something else',
    'a.json',
    '[{"country": "PL"},\n"DE"]',
    'INVALID_DATA a.json:2: row 2 is no row. Expected: a JSON array with an object for each row.',
  ],
  [
    'a value that is no value of a variable',
    'a.json',
    '[{"country": "PL"},\n{"country": null}]',
    'INVALID_DATA a.json:2 #/1/country: found nothing in place of a value. Expected: a text, a number, true or false.',
  ],
  [
    'JSON that is none',
    'a.json',
    '[{"country": "PL"},\n{"country" "DE"}]',
    'INVALID_SYNTAX a.json:2: this is not valid JSON. Hint: a data file is CSV, or a JSON array of objects.',
  ],
  [
    'a number of too many digits',
    'a.json',
    '[{"note": 12345678901234567890}]',
    'CHANGED_NUMBER a.json:1: the value of note is read as a number, and would not be sent as it is written. Hint: put it in double quotes, then it is a text.',
  ],
];

describe('readDataFile', () => {
  for (const [title, name, text, rows] of files) {
    it(`reads ${title}, as newman does`, async () => {
      assert.deepEqual(await read(name, text), rows);
      assert.deepEqual(await newmanRows(name, text), rows);
    });
  }

  for (const [title, name, text, message] of refused) {
    it(`refuses ${title}`, async () => {
      await assert.rejects(read(name, text), { message: `error ${message}` });
    });
  }

  for (const written of ['007', '+48123456789', '0x1F', '1e3', '.5', '-0', '12345678901234567890']) {
    it(`refuses ${written}, which newman would send otherwise, and does not show it`, async () => {
      await assert.rejects(read('a.csv', `country,phone\nPL,${written}\n`), {
        message:
          'error CHANGED_NUMBER a.csv:2: the value of phone is read as a number, and would not be sent as it is written. Hint: put it in double quotes, then it is a text.',
      });
      assert.notEqual(String((await newmanRows('a.csv', `phone\n${written}\n`))[0]?.phone), written);
      assert.deepEqual(await read('a.csv', `phone\n"${written}"\n`), [{ phone: written }]);
      assert.deepEqual(await newmanRows('a.csv', `phone\n"${written}"\n`), [{ phone: written }]);
    });
  }

  it('refuses a name that a row has twice', async () => {
    await assert.rejects(
      read('a.json', '[{"country": "PL",\n"country": "DE"}]'),
      /^ProblemError: error \w+ a\.json:2 .*country/,
    );
  });

  it('refuses a file that is not there, and names one like it', async () => {
    await withScratchFolder({ 'rows.csv': '' }, (cwd) =>
      assert.rejects(readDataFile('row.csv', cwd, variables), {
        message: 'error UNREADABLE_SOURCE row.csv: there is no such file. Hint: did you mean rows.csv.',
      }),
    );
  });
});

describe('secretColumns', () => {
  it('are those named like a secret, and those of the type secret, also where they are numbers', () => {
    const rows = [{ apiKey: 'k-1', phone: 380501112233, pin: 1234, country: 'PL' }, { country: 'DE' }];
    assert.deepEqual(secretColumns(rows, [{ key: 'pin', type: 'secret' }], undefined), {
      secrets: ['k-1', '380501112233', '1234'],
      shown: [{ apiKey: '***', phone: '***', pin: '***', country: 'PL' }, { country: 'DE' }],
    });
  });
});
