/*
 * Before a probe: makes the jwts that are to be refused, and sees to it that what it creates is deleted.
 * Reads `settings` and expiredJwt. Writes the local variables probeJwtOtherSignature and probeJwtUnsigned.
 * From scripts/postman/before-probe.js
 */

/** Whether the request stands in the folder of the probes. */
function isProbe() {
  return settings.probes !== undefined && pm.execution.location?.[1] === settings.probes.folder;
}

/**
 * @param {Place} place
 * @returns {string | undefined} why the probe can't be made
 */
function prepareProbe({ operation }) {
  if (namesVariable(pm.request, 'expiredJwt')) {
    const jwt = value('expiredJwt');
    const problem = jwt === '' ? 'is empty' : 'does not say that it has ended';
    // What may still be good is no probe.
    if (!(endOfPasted(jwt) < Date.now()))
      return `not provokable: expiredJwt ${problem}: ${howToSet('expiredJwt')}`;
  }
  if (namesVariable(pm.request, 'probeJwtOtherSignature')) {
    const head = probeJwt({});
    pm.variables.set('probeJwtOtherSignature', `${head}.${signatureOf(head)}`);
  }
  if (namesVariable(pm.request, 'probeJwtUnsigned')) {
    pm.variables.set('probeJwtUnsigned', `${probeJwt({ alg: 'none' })}.`);
  }
  const deleters = Object.entries(settings.deleters ?? {});
  const [, deleter] = deleters.find(([creates]) => isOperation(operation, creates)) ?? [];
  if (deleter !== undefined) {
    contract.deleteCreated = (pm, later) => deleteCreated(pm, operation, deleter, later);
  }
}

/**
 * Header and claims as in the kept jwt, so that nothing but the signature tells a server that it is none.
 * @param {object} header
 */
function probeJwt(header) {
  const iat = Math.floor(Date.now() / 1000);
  const life = { iss: 'probe', iat, exp: iat + (settings.login?.lifetime ?? 3600) };
  const kept = readJwt(value('jwt'));
  const parts = [
    { alg: 'HS256', typ: 'JWT', ...kept?.header, ...header },
    { ...life, ...kept?.claims },
  ];
  return parts
    .map((part) => base64Url(Buffer.from(JSON.stringify(part), 'utf8').toString('base64')))
    .join('.');
}

/**
 * With a key that nobody knows, made for this one.
 * @param {string} text
 */
function signatureOf(text) {
  const load = require; // tsc takes a file that calls require for a module
  const { HmacSHA256, enc } = load('crypto-js');
  return base64Url(HmacSHA256(text, pm.variables.replaceIn('{{$guid}}')).toString(enc.Base64));
}

/** @param {string} base64 */
function base64Url(base64) {
  return base64.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/**
 * @param {Pm} pm of the test script, which runs this
 * @param {string} creator
 * @param {Deleter} deleter
 * @param {(run: () => void, ms: number) => void} later the test script's timer: those of a script end with it
 */
function deleteCreated(pm, creator, { operation, id: pointer }, later) {
  const id = valueAt(parseExact(pm.response.text()), pointer);
  /** @param {string} why */
  const failed = (why) => {
    const reason = hideSecrets(pm, `what ${creator} created could not be deleted: ${why}`);
    pm.test(`not tested: ${reason}`, () => {
      throw new Error(reason);
    });
  };
  if (id === '' || !['string', 'number'].includes(typeof id)) return failed(`no id came at ${pointer}`);

  const [method = '', path = ''] = operation.split(' ');
  const url =
    value('baseUrl', pm).replace(/\/+$/, '') + path.replace(/{.+?}/, encodeURIComponent(String(id)));
  const key = `what ${pm.info.requestId} created`;
  deleteNow();

  function deleteNow() {
    pm.sendRequest({ url, method, header: jwtHeader(pm) }, (error, response) => {
      const answer = error ? undefined : response;
      const code = answer?.code ?? 0;
      // An earlier time may have been heard, though no answer came.
      const isGone = mayHaveBeenHeard(pm, key) && [404, 410].includes(code);
      const again = askAgain(pm, key, answer, 'always');
      if (again !== undefined) later(deleteNow, again.wait);
      else if (!isGone && (code < 200 || code > 299)) {
        failed(`${operation}, id ${id}, answered ${code === 0 ? 'nothing' : code}`);
      }
    });
  }
}
