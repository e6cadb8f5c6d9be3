import assert from 'node:assert/strict';
import { checkCall } from '../support/script-host-collection';
import { hosts, openScriptHost, type ScriptHost } from '../support/script-host-sandbox';

/** Format to texts that have it, and texts that do not. */
const formats: Record<string, { has: unknown[]; hasNot: unknown[] }> = {
  date: {
    has: ['2024-02-29', '2000-02-29', '2026-12-31'],
    hasNot: [
      '2026-02-29',
      '1900-02-29',
      '2026-13-01',
      '2026-04-31',
      '2026-00-10',
      '26-01-01',
      '2026-1-1',
      '',
    ],
  },
  time: {
    has: ['10:00:00Z', '23:59:59.123+02:00', '23:59:60Z', '01:59:60+02:00', '15:59:60-08:00', '10:00:00z'],
    hasNot: ['10:00:00', '24:00:00Z', '10:60:00Z', '10:00:60Z', '23:59:60+01:00', '10:00:00+24:00', '10:00Z'],
  },
  'date-time': {
    has: ['2026-01-02T03:04:05Z', '2026-01-02t03:04:05.678901-03:30', '1990-12-31T23:59:60Z'],
    hasNot: ['2026-13-02T03:04:05Z', '2026-01-02 03:04:05Z', '2026-01-02T03:04:05', '2026-01-02', 'T'],
  },
  uuid: {
    has: ['2EB8AA08-aa98-11ea-b4aa-73b441d16380'],
    hasNot: ['2eb8aa08aa9811eab4aa73b441d16380', 'urn:uuid:2eb8aa08-aa98-11ea-b4aa-73b441d16380', ''],
  },
  email: {
    has: ['a@b', 'joe.bloggs+x@example.com', '"joe @ bloggs"@example.com', 'te~st@[127.0.0.1]'],
    hasNot: ['a', '@b', 'a@', 'a b@c', '.a@b', 'a..b@c', 'a@-b', 'a@b@c'],
  },
  uri: {
    has: ['https://example.com/a?b=c#d', 'urn:isbn:1', 'http://[::1]:80/', 'mailto:a@b', 'https://x/%D1%8F'],
    hasNot: ['//example.com', '/a', 'a', 'http://x/ y', 'http://x/я', 'http://x/%zz', 'http://x#a#b', ':a'],
  },
  'uri-reference': { has: ['/a', '', '#b', '../c?d', 'https://x'], hasNot: ['a b', '\\\\host', '#a#b'] },
  ipv4: {
    has: ['0.0.0.0', '255.249.1.10'],
    hasNot: ['256.0.0.1', '1.2.3', '01.2.3.4', '1.2.3.4.', '1.2.3.4.5'],
  },
  ipv6: {
    has: ['::', '::1', '1:2:3:4:5:6:7:8', 'fe80::1.2.3.4', '1::', 'A:b::8'],
    hasNot: [
      '1.2.3.4',
      ':1',
      '1:2:3',
      '1::2::3',
      '12345::',
      '::1.2.3',
      '1:2:3:4:5:6:7:8:9',
      '1:2:3:4:5:6:7::8',
      '',
    ],
  },
  hostname: {
    has: ['example.com', 'a', 'xn--4gbwdl.xn--wgbh1c', '1.2.3.4'],
    hasNot: ['-a.com', 'a-.com', 'a_b', 'a..b', '', `${'a'.repeat(64)}.com`, `${'a.'.repeat(127)}ab`],
  },
  byte: { has: ['', 'YQ==', 'YWI=', 'YWJj', '+/+/'], hasNot: ['YQ', 'YQ=', 'Y', 'Y-_h', 'YWJj='] },
  int32: { has: [0, 2147483647, -2147483648], hasNot: [2147483648, -2147483649, 1.5] },
  json: { has: ['anything'], hasNot: [] },
};

for (const name of hosts) {
  describe(`formats in ${name}`, () => {
    let host: ScriptHost;
    before(async () => {
      host = await openScriptHost(name);
    });
    after(() => host.close());

    const problemOf = async (schema: object, value: unknown[]) => {
      const call = checkCall({
        operation: 'GET /things',
        answers: { '200': { 'application/json': schema as never } },
      });
      const headers = { 'content-type': 'application/json' };
      const verdicts = await host.judge(call, { code: 200, headers, body: JSON.stringify(value) });
      const verdict = verdicts.find((one) => one.name === 'body satisfies its schema');
      assert.ok(verdict !== undefined);
      return verdict.message;
    };

    for (const [format, { has, hasNot }] of Object.entries(formats)) {
      it(`knows the format ${format}`, async () => {
        assert.equal(await problemOf({ items: { format } }, has), undefined);
        assert.equal(await problemOf({ items: { not: { format } } }, hasNot), undefined);
      });
    }
  });
}
