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
  const path = serverOf(request) !== undefined ? templateOf(request.url.path ?? []) : typedPath(resolved);
  return { method, origin: resolved.origin, host: resolved.host, path, operation: `${method} ${path}` };
}

/**
 * The variable that the request's url begins with, which holds the url of a server: `baseUrl`, or that of a server
 * which only some operations have.
 * @param {PmRequest} request
 */
function serverOf({ url }) {
  const [, name] = /^{{(baseUrl|\w+BaseUrl)}}$/.exec(url.getHost()) ?? [];
  return name;
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
  if (isDeclared(host)) return settings.hosts[host];
  return isLoopback(host) ? settings.loopback : undefined;
}

/** @param {string} host */
function isDeclared(host) {
  return Object.keys(settings.hosts).includes(host);
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
  const server = serverOf(pm.request) ?? 'baseUrl';
  if (server !== 'baseUrl' && isAstray(place)) return strayRefusal(server, place);
  if (isTestKey(place)) return testKeyRefusal(place, inARun);
  if (isProbe() && isGuarded(place.host)) return guardedRefusal('this is a probe', place);
  return isWrite(place) && !isLogin(place) ? writeRefusal(place) : undefined;
}

/**
 * A person who turns baseUrl to a host of their own means every request: one that has a server of its own does not go
 * to the real one unnoticed.
 * @param {Place} place
 */
function isAstray({ host }) {
  const home = addressOf(value('baseUrl')).host;
  return home !== '' && !isDeclared(home) && isDeclared(host) && !isNamed(host);
}

/**
 * @param {string} server
 * @param {Place} place
 */
function strayRefusal(server, { host }) {
  const home = addressOf(value('baseUrl')).host;
  return `this goes to ${host}, and baseUrl to ${home}: ${howToSet(server)}`;
}

/**
 * @param {Place} place
 * @param {boolean} inARun
 */
function testKeyRefusal({ host, operation }, inARun) {
  if (isGuarded(host)) return `${operation} is for the sandbox only, and ${whatIs(host)}: change baseUrl`;
  if (value('phone') === '') return `phone is empty: ${howToSet('phone')}, then send this request by itself`;
  const isStandIn = isLoopback(host) && !isDeclared(host);
  if (inARun && !isStandIn) return 'a run does not spend the key of the day: send this request by itself';
}

/** @param {Place} place */
function writeRefusal(place) {
  if (isGuarded(place.host)) return guardedRefusal('this writes', place);
  const isAllowed = value('allowWrites').toLowerCase() === 'true';
  return isAllowed ? undefined : 'this writes: set the variable allowWrites to true to send it';
}

/**
 * @param {string} what
 * @param {Place} place
 */
function guardedRefusal(what, { host }) {
  if (!isNamed(host)) return `${what}, and ${whatIs(host)}: set allowWrites to ${host} to send it`;
}

/**
 * allowWrites holds its name, with or without the port.
 * @param {string} host
 */
function isNamed(host) {
  return [host, host.replace(/:\d+$/, '')].includes(value('allowWrites').toLowerCase());
}

/** @param {string} host */
function isGuarded(host) {
  const role = roleOf(host);
  return role !== 'sandbox' && role !== 'declared';
}

/** @param {string} host */
function whatIs(host) {
  return `${host} is ${roleOf(host) === 'production' ? 'production' : 'a host that the contract does not know'}`;
}

/**
 * By the end of the path: also below a base url that is not ours.
 * @param {Place} place
 */
function isTestKey({ method, path }) {
  const [wanted, end = ''] = settings.testKey?.operation.split(' ') ?? [];
  return method === wanted && path.endsWith(pathOf(end));
}

/** @param {Place} place */
function isWrite({ method, operation }) {
  const isReading = ['GET', 'HEAD', 'OPTIONS', 'TRACE'].includes(method);
  if (!isReading) return !settings.reads.some((read) => isOperation(operation, read));
  return settings.writes.some((write) => isOperation(operation, write, 'typed too'));
}

/**
 * Slashes at the end say nothing. What a person typed for a path variable counts only where it makes us careful:
 * `POST /a/{id}` would be `POST /a/b` as well.
 * @param {string} operation
 * @param {string} template
 * @param {'typed too'} [values]
 */
function isOperation(operation, template, values) {
  const given = operation.split('/').filter(Boolean);
  const wanted = template.split('/').filter(Boolean);
  return (
    given.length === wanted.length &&
    wanted.every((part, i) => part === given[i] || (values !== undefined && part.includes('{')))
  );
}
