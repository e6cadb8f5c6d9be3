import type { Format } from 'ajv';
import { fullFormats } from 'ajv-formats/dist/formats';
import { KEPT_FORMATS } from '../schema/schema-keywords';

/** The formats that examples are held against, as their standards say; `a@b` is an address on the own network. */
export const valueFormats: Record<string, Format> = {
  ...Object.fromEntries(Object.entries(fullFormats).filter(([name]) => KEPT_FORMATS.has(name))),
  email: /^[^\s@]+@[^\s@]+$/,
};

/** Whether a text has a format; nobody can tell of a format that is not listed. */
export function hasFormat(text: string, name: string): boolean {
  const format = Object.hasOwn(valueFormats, name) ? valueFormats[name] : undefined;
  if (format === undefined || format === true) return true;
  if (typeof format === 'string') return new RegExp(format).test(text);
  if (format instanceof RegExp) return format.test(text);
  if (typeof format === 'function') return format(text) === true;
  const { validate } = format;
  if (typeof validate === 'string') return new RegExp(validate).test(text);
  if (validate instanceof RegExp) return validate.test(text);
  return (validate as (text: string) => unknown)(text) === true;
}
