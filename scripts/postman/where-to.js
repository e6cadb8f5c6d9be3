/*
 * What may be sent where: decided by the host that the request really goes to, not by the environment's name.
 * Reads `settings`, the request's url and `allowWrites`. Writes nothing.
 * From scripts/postman/where-to.js
 */

/**
 * @param {PmRequest} request
 * @returns {Place}
 */
function placeOf(request) {
  const method = request.method.toUpperCase();
  const resolved = addressOf(pm.variables.replaceIn(request.url.toString()));
  const path =
    request.url.getHost() === '{{baseUrl}}' ? templateOf(request.url.path ?? []) : typedPath(resolved);
  return { method, origin: resolved.origin, host: resolved.host, path, operation: `${method} ${path}` };
}

/**
 * `['shipments', ':id']` is `/shipments/{id}`.
 * @param {string[]} segments
 */
function templateOf(segments) {
  const named = segments.map((segment) => segment.replace(/^:(.+)/, '{$1}').replace(/{{(.+?)}}/g, '{$1}'));
  return pathOf(named.join('/'));
}

/**
 * The path of an address that a person typed in full, without the path of the base url.
 * @param {Address} resolved
 */
function typedPath(resolved) {
  const base = addressOf(value('baseUrl'));
  const below = base.path === '/' ? '/' : `${base.path}/`;
  const isBelow = resolved.origin === base.origin && resolved.path.startsWith(below);
  return isBelow ? resolved.path.slice(below.length - 1) : resolved.path;
}

/**
 * Empty origin and host where the text is not a complete address.
 * @typedef {{ origin: string, host: string, path: string }} Address
 * @param {string} text
 * @returns {Address}
 */
function addressOf(text) {
  const [, scheme = 'http', authority = '', rest = ''] =
    /^\s*(?:([a-z][a-z0-9+.-]*):\/\/)?([^/?#]*)([^?#]*)/i.exec(text) ?? [];
  const protocol = scheme.toLowerCase();
  const named = authority.slice(authority.lastIndexOf('@') + 1).toLowerCase();
  const host = named.replace(protocol === 'https' ? /:443$/ : /:80$/, '');
  if (host === '' || host.includes('{{')) return { origin: '', host: '', path: '/' };
  return { origin: `${protocol}://${host}`, host, path: pathOf(rest) };
}

/** @param {string} text */
function pathOf(text) {
  return `/${text.split('/').filter(Boolean).join('/')}`;
}

/**
 * @param {string} host
 * @returns {HostRole | undefined} undefined: unknown
 */
function roleOf(host) {
  if (Object.keys(settings.hosts).includes(host)) return settings.hosts[host];
  return isLoopback(host) ? settings.loopback : undefined;
}

/** @param {string} host */
function isLoopback(host) {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/.test(host);
}

/**
 * Why the request may not be sent, with the variable to set; undefined: it may.
 * @param {Place} place
 * @param {boolean} inARun whether other requests went before
 */
function refusalOf(place, inARun) {
  const role = roleOf(place.host);
  const plays = role === 'production' ? 'production' : 'a host that the contract does not know';
  const guarded = role !== 'sandbox' && role !== 'declared';

  if (isTestKey(place)) {
    if (guarded)
      return `${place.operation} is for the sandbox only, and ${place.host} is ${plays}: change baseUrl`;
    if (value('phone') === '')
      return `phone is empty: ${howToSet('phone')}, then send this request by itself`;
    const isStandIn = isLoopback(place.host) && !Object.keys(settings.hosts).includes(place.host);
    return inARun && !isStandIn
      ? 'a run does not spend the key of the day: send this request by itself'
      : undefined;
  }

  if (!isWrite(place) || isLogin(place)) return undefined;
  const allowed = value('allowWrites').toLowerCase();
  if (guarded) {
    const isNamed = [place.host, place.host.replace(/:\d+$/, '')].includes(allowed);
    return isNamed
      ? undefined
      : `this writes, and ${place.host} is ${plays}: set allowWrites to ${place.host} to send it`;
  }
  return allowed === 'true' ? undefined : 'this writes: set the variable allowWrites to true to send it';
}

/**
 * By the end of the path: also below a base url that is not ours.
 * @param {Place} place
 */
function isTestKey({ method, path }) {
  const [wanted, end = ''] = settings.testKey?.operation.split(' ') ?? [];
  return method === wanted && path.endsWith(end);
}

/** @param {Place} place */
function isWrite({ method, operation }) {
  if (!['GET', 'HEAD', 'OPTIONS', 'TRACE'].includes(method)) return !settings.reads.includes(operation);
  return settings.writes.some((template) => isSameOperation(template, operation));
}

/**
 * `GET /a/{id}` is also `GET /a/7`.
 * @param {string} template
 * @param {string} operation
 */
function isSameOperation(template, operation) {
  const wanted = template.split('/');
  const given = operation.split('/');
  return wanted.length === given.length && wanted.every((part, i) => part === given[i] || part.includes('{'));
}
