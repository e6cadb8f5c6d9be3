import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { ok, useWorkplace } from '../support/contract-workplace';
import { collection, environment, folder } from '../support/postman-parts';

describe('npm run contract: bad input', () => {
  const { path, write, run } = useWorkplace();

  /** What a person gave, and what the message says about it. */
  const badInputs: [string, string[], RegExp][] = [
    ['an unknown flag', ['--foo'], /^error USAGE: Unknown option '--foo'\. Hint: .*--help/],
    ['a flag without its value', ['--env'], /^error USAGE: Option '--env <value>' argument missing\. Hint:/],
    ['a word too many', ['sandbox'], /^error USAGE: Unexpected argument 'sandbox'.* npm takes for itself/],
    [
      'a value of a variable, which it does not show',
      ['apiKey=0123456789abcdef'],
      /^error USAGE: Unexpected argument 'apiKey=…'\. /,
    ],
    [
      'an apiKey that is too short to be one, and to be hidden',
      ['--env', './short.json', '--collection', 'ok.json'],
      /^error USAGE: apiKey has 5 characters in the environment \.\/short\.json: too few .*whole key\.\n$/,
    ],
    ['a flag whose value is empty', ['--env', ''], /^error USAGE: --env is given an empty value\. Hint: /],
    [
      'a file of certificates without one',
      ['--ssl-extra-ca-certs', 'ok.json'],
      /^error USAGE: there is no certificate in ok\.json\. Hint: --ssl-extra-ca-certs .* PEM\.\n$/,
    ],
    [
      'a name of a file that has several lines',
      ['--env', 'a\nb'],
      /^error UNREADABLE_SOURCE a\\nb: there is no such file\. /,
    ],
    [
      'a collection that is nested too deep',
      ['--env', './env.json', '--collection', 'deep.json'],
      /^error NOT_POSTMAN deep\.json: this is no Postman collection: it is more than 500 levels deep\. /,
    ],
    [
      'an unknown folder',
      ['--env', './env.json', '--collection', 'ok.json', '--folder', 'B'],
      /^error USAGE: the collection has no folder "B"\. Expected: one of "A"\.\n$/,
    ],
    [
      'a missing collection',
      ['--env', './env.json', '--collection', 'none.json'],
      /^error UNREADABLE_SOURCE none\.json: there is no such file\. Hint: .*npm run generate/,
    ],
    [
      'a collection that is no collection',
      ['--env', './env.json', '--collection', 'env.json'],
      /^error NOT_POSTMAN env\.json: this is no Postman collection\. .*npm run generate/,
    ],
    [
      'a missing environment',
      ['--env', './none.json', '--collection', 'ok.json'],
      /^error UNREADABLE_SOURCE \.\/none\.json: there is no such file\. Hint: .*npm run generate/,
    ],
    [
      'an environment that is not JSON',
      ['--env', './broken.json', '--collection', 'ok.json'],
      /^error INVALID_SYNTAX \.\/broken\.json:2: this is not valid JSON\. Hint: .*npm run generate/,
    ],
    [
      'an empty environment',
      ['--env', './empty.json', '--collection', 'ok.json'],
      /^error EMPTY_SOURCE \.\/empty\.json: the file is empty\./,
    ],
    [
      'no apiKey and no jwt',
      ['--env', './keyless.json', '--collection', 'ok.json'],
      /^error USAGE: apiKey is empty in the environment \.\/keyless\.json, .*NOVAPOST_API_KEY/,
    ],
    [
      'writes to production',
      ['--env', 'production', '--allow-writes', '--collection', 'ok.json'],
      /^error USAGE: --allow-writes is not enough to write to production\. Hint: .*name of the host/,
    ],
    [
      'a folder of reports that is a file',
      ['--env', './env.json', '--collection', 'ok.json', '--report-dir', 'ok.json'],
      /^error UNWRITABLE ok\.json: the reports cannot be written there \(EEXIST\)\./,
    ],
  ];
  for (const [input, args, message] of badInputs) {
    it(`ends with 2 and one line about ${input}`, async () => {
      // nothing listens there: a run would end otherwise
      write('env.json', environment({ baseUrl: 'http://127.0.0.1:1' }));
      write(
        'keyless.json',
        environment({ baseUrl: 'http://127.0.0.1:1', apiKey: '', phone: '380501112233' }),
      );
      write('deep.json', `${'{"item":['.repeat(5_000)}${']}'.repeat(5_000)}`);
      write('short.json', environment({ baseUrl: 'http://127.0.0.1:1', apiKey: 'abcde' }));
      write('ok.json', collection([folder('A', ok)]));
      write('broken.json', '{\n  "values": [,]\n}\n');
      write('empty.json', '');
      const result = await run(...args);
      assert.match(result.stderr, message);
      assert.equal(result.stderr.trimEnd().split('\n').length, 1, result.stderr);
      assert.match(result.stdout, /^Not tested: [^\n]+\n$/);
      assert.equal(result.exitCode, 2);
    });
  }

  it('ends with 2 and one line about an .env that is not UTF-8', async () => {
    writeFileSync(path('.env'), 'NOVAPOST_API_KEY=abcdefgh', 'utf16le');
    const result = await run();
    assert.match(
      result.stderr,
      /^error USAGE: \.env cannot be read: the file is not text but binary\. Hint: it is UTF-8, .*\n$/,
    );
    assert.equal(result.exitCode, 2);
  });

  it('ends with 2 where no folder can be made, and not never', async function () {
    if (process.platform !== 'linux') this.skip();
    write('env.json', environment({ baseUrl: 'http://127.0.0.1:1' }));
    write('ok.json', collection([folder('A', ok)]));
    const result = await run('--env', './env.json', '--collection', 'ok.json', '--report-dir', '/proc/a/b');
    assert.match(
      result.stdout,
      /^Not tested: \/proc\/a\/b: the reports cannot be written there \(ENOENT\)\n$/,
    );
  });
});
