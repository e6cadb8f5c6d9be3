import { deepStrictEqual, match, ok } from 'node:assert/strict';
import { formatProblem } from '../../scripts/spec/problem';
import { hosts, sendAll, specOf } from '../support/raw-wire';

const parameter = (place: string, name: string, example: unknown, more: object = {}) => ({
  name,
  in: place,
  required: true,
  example,
  schema: {},
  ...more,
});
const body = (type: string, example: unknown) => ({
  requestBody: { required: true, content: { [type]: { example } } },
});

/** Names of variables that exist, one that does not, and one that hosts make up. */
const braces = '{{baseUrl}} {{mine}} {{nobody}} {{$guid}} {{{x}}}';
const encodedBraces =
  '%7B%7BbaseUrl%7D%7D%20%7B%7Bmine%7D%7D%20%7B%7Bnobody%7D%7D%20%7B%7B%24guid%7D%7D%20%7B%7B%7Bx%7D%7D%7D';

for (const [name, send] of hosts) {
  describe(`braces that are data, in ${name}`, function () {
    this.timeout(60_000);
    it('arrive as they are wherever they stand', async () => {
      const spec = specOf({
        'GET /url/{id}/{a}-{b}': {
          parameters: [
            parameter('path', 'id', braces),
            parameter('path', 'a', '{{mine}}'),
            parameter('path', 'b', 'x'),
            parameter('query', 'q', braces),
            parameter('query', '{{mine}}', 1),
          ],
        },
        'GET /headers': {
          parameters: [parameter('header', 'X-Text', braces), parameter('cookie', 'c', '{{mine}}')],
        },
        'POST /json': body('application/json', { '{{mine}}': [braces] }),
        'POST /problem': body('application/problem+json', braces),
        'POST /form': body('application/x-www-form-urlencoded', { '{{mine}}': braces, o: { a: '{{mine}}' } }),
        'POST /parts': body('multipart/form-data', { text: braces, o: { a: braces } }),
        'POST /text': body('text/plain', braces),
        'POST /xml': body('application/xml', `<a b="{{mine}}">${braces}</a>`),
        'POST /yaml': body('application/yaml', `a: "${braces}"`),
      });
      const { requests, generated } = await sendAll(spec, { values: { mine: 'REPLACED' } }, send);
      const of = (path: string) => requests.find(({ line }) => line.includes(` /v1/${path}`));
      deepStrictEqual(
        of('url')?.line,
        `GET /v1/url/${encodedBraces}/%7B%7Bmine%7D%7D-x?q=${encodedBraces}&%7B%7Bmine%7D%7D=1`,
      );
      deepStrictEqual(of('headers')?.headers['x-text'], braces);
      deepStrictEqual(of('headers')?.headers.cookie, 'c=%7B%7Bmine%7D%7D');
      deepStrictEqual(JSON.parse(of('json')?.body ?? ''), { '{{mine}}': [braces] });
      deepStrictEqual(JSON.parse(of('problem')?.body ?? ''), braces);
      deepStrictEqual(
        [...new URLSearchParams(of('form')?.body)],
        [
          ['{{mine}}', braces],
          ['o', '{"a":"\\u007b{mine}}"}'],
        ],
      );
      ok(of('parts')?.body.includes(`name="text"\r\n\r\n${braces}\r\n`));
      const [, json = ''] = /name="o"\r\n.*?\r\n\r\n(.*)\r\n/s.exec(of('parts')?.body ?? '') ?? [];
      deepStrictEqual(JSON.parse(json.split('\r\n')[0] ?? ''), { a: braces });
      deepStrictEqual(of('text')?.body, braces);
      deepStrictEqual(of('xml')?.body, `<a b="{{mine}}">${braces}</a>`);
      deepStrictEqual(of('yaml')?.body, `a: "${braces}"`);
      // A person reads what the braces in front of a name are.
      deepStrictEqual(
        generated.collection.variable?.map(({ key, value }) => [key, value]),
        [['openBraces', '{{']],
      );
    });
  });

  describe(`reserved and foreign characters, in ${name}`, function () {
    this.timeout(60_000);
    it('arrive as they are in paths, queries, headers, cookies and forms', async () => {
      const odd = 'a/b?c=d&e#f+g h%20[i];j,k"<>\\^`|~é😀';
      const inQuery = encodeURIComponent(odd).replaceAll('%2F', '/');
      const spec = specOf({
        'GET /{a.b}/{é}/x.{format}': {
          parameters: [
            parameter('path', 'a.b', odd),
            parameter('path', 'é', '..'),
            parameter('path', 'format', 'a+b%'),
            parameter('query', 'a&b=c#d+e% f', odd),
            parameter('query', 'filter[user][]', ['x y', '+']),
            parameter('query', '$top', 5),
            parameter('query', '__proto__', 'p'),
            parameter('query', 'hasOwnProperty', 'h'),
            parameter('query', '</script>"\'', '</script>'),
            parameter('query', 'time', '2026-01-02T03:04:05+01:00'),
            parameter('query', 'free', 'a/b?c=d;e,f:g@h!i$j(k)*&#+[]% é', { allowReserved: true }),
            parameter('query', 'where', undefined, {
              example: undefined,
              schema: undefined,
              content: { 'application/json': { example: { a: ['+'] } } },
            }),
          ],
        },
        'GET /fields': {
          parameters: [
            parameter('header', 'X-Text', 'a+b%20c "d", é'),
            parameter('header', 'X-Wide', 'Łódź 100%'),
            parameter('cookie', 'a', 'b;c=d, "e" +%'),
            parameter('cookie', 'f', 'g'),
          ],
        },
        'POST /form': body('application/x-www-form-urlencoded', { 'a&b=': odd, plus: '1+1=2' }),
      });
      const { requests, generated } = await sendAll(spec, {}, send);
      const [url, fields, form] = ['.format', '/fields', '/form'].map((path) =>
        requests.find(({ line }) => line.includes(path === '.format' ? '/x.' : path)),
      );
      deepStrictEqual(url?.line.split('?')[0], `GET /v1/${encodeURIComponent(odd)}/%2E%2E/x.a%2Bb%25`);
      deepStrictEqual(url?.line.replace(/^[^?]*\?/, '').split('&'), [
        `a%26b%3Dc%23d%2Be%25%20f=${inQuery}`,
        'filter[user][]=x%20y',
        'filter[user][]=%2B',
        '$top=5',
        '__proto__=p',
        'hasOwnProperty=h',
        '%3C/script%3E%22%27=%3C/script%3E',
        'time=2026-01-02T03:04:05%2B01:00',
        'free=a/b?c=d;e,f:g@h!i$j(k)*%26%23%2B%5B%5D%25%20%C3%A9',
        'where=%7B%22a%22:%5B%22%2B%22%5D%7D',
      ]);
      deepStrictEqual(fields?.headers['x-text'], 'a+b%20c "d", é');
      // No header holds these letters: said, and encoded.
      deepStrictEqual(fields?.headers['x-wide'], '%C5%81ód%C5%BA 100%');
      match(generated.warnings.map(formatProblem).join('\n'), /no header can hold .* X-Wide/);
      deepStrictEqual(fields?.headers.cookie, 'a=b%3Bc%3Dd%2C%20%22e%22%20%2B%25; f=g');
      deepStrictEqual(
        [...new URLSearchParams(form?.body)],
        [
          ['a&b=', odd],
          ['plus', '1+1=2'],
        ],
      );
    });
  });
}
