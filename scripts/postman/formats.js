/*
 * The formats of JSON Schema and OpenAPI as their standards say: Ajv 6 takes month 13, or refuses a@b.
 * Reads and writes nothing. Formats that are not listed are Ajv's, or not judged.
 * From scripts/postman/formats.js
 */

function formats() {
  const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
  const word = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
  const hostname = new RegExp(`^(?=.{1,253}$)${label}(?:\\.${label})*$`, 'i');
  const email = new RegExp(
    `^(?:${word}(?:\\.${word})*|"(?:[^"\\\\]|\\\\.)*")@(?:${label}(?:\\.${label})*|\\[[^\\]]+\\])$`,
    'i',
  );
  const reference =
    /^(?:[\w\-.~:/?[\]@!$&'()*+,;=]|%[0-9a-f]{2})*(?:#(?:[\w\-.~:/?@!$&'()*+,;=]|%[0-9a-f]{2})*)?$/i;
  return {
    date: isDate,
    time: isTime,
    'date-time': isDateTime,
    email,
    hostname,
    ipv4: isIpv4,
    ipv6: isIpv6,
    uri: (/** @type {string} */ text) => /^[a-z][a-z0-9+.-]*:/i.test(text) && reference.test(text),
    'uri-reference': reference,
    uuid: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
    byte: /^(?:[a-z0-9+/]{4})*(?:[a-z0-9+/]{2}==|[a-z0-9+/]{3}=)?$/i,
    int32: { type: 'number', validate: (/** @type {number} */ n) => n === (n | 0) },
  };
}

/**
 * RFC 3339, full-date.
 * @param {string} text
 */
function isDate(text) {
  const [, year = 0, month = 0, day = 0] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)?.map(Number) ?? [];
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days;
}

/**
 * RFC 3339, full-time: with its offset. A leap second is the last of a day in UTC.
 * @param {string} text
 */
function isTime(text) {
  const parts = /^(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:z|([+-])(\d\d):(\d\d))$/i.exec(text);
  if (parts === null) return false;
  const [, hour = 0, minute = 0, second = 0, , offsetHour = 0, offsetMinute = 0] = parts.map((part) =>
    Number(part ?? 0),
  );
  if (hour > 23 || minute > 59 || second > 60 || offsetHour > 23 || offsetMinute > 59) return false;
  const offset = (offsetHour * 60 + offsetMinute) * (parts[4] === '-' ? -1 : 1);
  return second < 60 || (hour * 60 + minute - offset + 2880) % 1440 === 1439;
}

/** @param {string} text */
function isDateTime(text) {
  return /^.{10}t/i.test(text) && isDate(text.slice(0, 10)) && isTime(text.slice(11));
}

/** @param {string} text */
function isIpv4(text) {
  return /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d|0)(?:\.(?!$)|$)){4}$/.test(text) && !/(^|\.)0\d/.test(text);
}

/**
 * RFC 4291: eight groups, the last two perhaps as IPv4, one row of zeros perhaps as `::`.
 * @param {string} text
 */
function isIpv6(text) {
  const tail = text.slice(text.lastIndexOf(':') + 1);
  const whole = isIpv4(tail) ? `${text.slice(0, -tail.length)}0:0` : text;
  const sides = whole.split('::').map((side) => (side === '' ? [] : side.split(':')));
  const groups = sides.flat();
  const isWhole = sides.length === 1 ? groups.length === 8 : sides.length === 2 && groups.length < 8;
  return isWhole && groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group));
}
