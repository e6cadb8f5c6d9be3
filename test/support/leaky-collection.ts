import { collection, folder, request } from './postman-parts';

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const signature = `c2ln_bmF0-dXJl${'Zm9yIHRlc3Rz'.repeat(3)}`;

/** Secrets of a run; the jwt is the answer to its login. */
export const leakySecrets = {
  apiKey: `K3y+of/the="sh\\op%25é'${'0123456789abcdef'.repeat(3)}`,
  phone: '380501112233',
  // no jwt by its looks: its name alone makes it a secret
  expiredJwt: `expired.${'c2lnbmF0dXJl'.repeat(3)}`,
  jwt: `${part({ alg: 'HS256' })}.${part({ exp: 4102444800, iss: 'x'.repeat(60) })}.${signature}`,
  signature,
  /** In the url of the server. */
  password: 'p4ssword-of-a-url',
};

/** Logs in as a person's own script would, and tells the console everything. */
const login = `
  const { baseUrl, apiKey, phone, expiredJwt } = pm.environment.toObject();
  const key = encodeURIComponent(apiKey);
  pm.sendRequest(baseUrl + '/login?apiKey=' + key, (error, answer) => {
    const jwt = answer.json().jwt;
    console.log(answer.json(), 'the jwt is ' + jwt, Buffer.from(jwt).toString('base64'), Buffer.from(jwt).toJSON());
    pm.environment.set('jwt', jwt);
    pm.sendRequest({ url: baseUrl + '/echo?apiKey=' + key, header: { Authorization: jwt } }, (_, echo) => {
      console.log(echo.headers.toString(), echo.json(), echo.status);
    });
  });
  console.log(apiKey, { apiKey, phone }, [...Buffer.from(apiKey)], expiredJwt);
  console.warn('raw: ' + baseUrl + '/login?apiKey=' + apiKey + '&phone=' + phone);
  console.error(key.toLowerCase(), Buffer.from('user:' + apiKey).toString('base64'));`;

const tellsAll = `
  const { apiKey, phone, jwt, expiredJwt } = pm.environment.toObject();
  console.info(pm.request.headers.toString(), pm.response.json(), pm.environment.toObject());
  pm.test('answers to ' + jwt + ', ' + encodeURIComponent(apiKey), () => {});
  pm.test.skip('finding: ' + phone + ': came 200');
  pm.test.skip('deviation: body: ' + expiredJwt);
  pm.test.skip('not tested: ' + phone + ' & ' + Buffer.from(jwt).toString('base64'));`;

const fails = `${tellsAll}
  pm.test('not equal to ' + apiKey, () => pm.expect([jwt, phone, apiKey].join()).to.equal(''));
  pm.test('body', () => pm.expect(pm.response.json()).to.eql({}));
  throw new Error('thrown with ' + encodeURIComponent(apiKey) + ' and ' + jwt);`;

const rejects = `${tellsAll}
  pm.test('later', async () => { throw new Error('rejected with ' + apiKey + ' and ' + jwt); });`;

/** Sends all secrets to \`path\`, in the url, in headers and in a body. */
function sends(path: string, scripts: { prerequest?: string; test?: string }) {
  const method = { method: 'POST', header: [{ key: 'Authorization', value: '{{jwt}}' }] };
  const raw = `{{baseUrl}}/${path}?apiKey={{apiKey}}&phone={{phone}}&old={{expiredJwt}}`;
  const body = { mode: 'raw', raw: '{"apiKey":"{{apiKey}}","jwt":"{{jwt}}","phone":"{{phone}}"}' };
  return request(path, scripts, { request: { ...method, url: raw, body } });
}

/** Gives everything away that it knows. A folder for each way in which a run can go. */
export const leakyCollection = collection([
  folder('good', sends('echo', { prerequest: login, test: tellsAll }), sends('away', { test: tellsAll })),
  folder(
    'failing',
    sends('broken', { prerequest: login, test: fails }),
    sends('die', { test: fails }),
    request(
      'nowhere',
      { test: fails },
      { request: { method: 'GET', url: 'http://127.0.0.1:{{apiKey}}/{{jwt}}' } },
    ),
  ),
  folder('crashing', sends('echo', { prerequest: login, test: rejects }), sends('echo', { test: rejects })),
  folder(
    'interrupted',
    sends('echo', { prerequest: login, test: tellsAll }),
    sends('hang', { test: tellsAll }),
  ),
]);
