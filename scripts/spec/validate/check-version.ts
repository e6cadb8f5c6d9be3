import type { LocatedValue } from '../document';
import { nearestName } from '../nearest-name';
import { placeOf } from '../place-of';
import type { Problem } from '../problem';
import { describeValue } from './describe-value';

/** Says so when a value is no OpenAPI document, or one of a version that is not read: only 2.0, 3.0 and 3.1 are. */
export function checkVersion(located: LocatedValue): Problem | undefined {
  const { value } = located;
  const place = (pointer: string) => ({ severity: 'error', ...placeOf(located, pointer) }) as const;
  const expected = "an OpenAPI document, which begins with `openapi: '3.0.3'` or the like";
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { code: 'NOT_OPENAPI', ...place(''), message: `found ${describeValue(value)}`, expected };
  }
  if (Object.hasOwn(value, 'swagger')) {
    if (value.swagger === '2.0' || value.swagger === 2) return undefined;
    return {
      code: 'UNSUPPORTED_VERSION',
      ...place('/swagger'),
      message: `found ${describeValue(value.swagger ?? null)} as the version of Swagger`,
      expected: 'Swagger 2.0, or OpenAPI 3.0 or 3.1',
      hint: 'convert the document to one of them',
    };
  }
  if (!Object.hasOwn(value, 'openapi')) {
    const near = nearestName('openapi', Object.keys(value));
    return {
      code: 'NOT_OPENAPI',
      ...place(''),
      message: `found an object without \`openapi\`, with ${listKeys(Object.keys(value))}`,
      expected,
      ...(near === undefined ? {} : { hint: `rename \`${near}\`, if that is meant` }),
    };
  }
  const version = value.openapi ?? null;
  if (typeof version !== 'string') {
    return {
      code: 'UNSUPPORTED_VERSION',
      ...place('/openapi'),
      message: `found ${describeValue(version)}`,
      expected: "a text such as '3.0.3'",
      hint: 'write all three parts of the version, in quotes',
    };
  }
  if (/^3\.[01](\.\d+)?(-.+)?$/.test(version)) return undefined;
  return {
    code: 'UNSUPPORTED_VERSION',
    ...place('/openapi'),
    message: `found OpenAPI ${version}`,
    expected: 'OpenAPI 3.0 or 3.1',
    hint: 'convert the document to one of them',
  };
}

function listKeys(keys: string[]): string {
  if (keys.length === 0) return 'no keys at all';
  const shown = keys.slice(0, 5).map((key) => `\`${key}\``);
  return `the keys ${shown.join(', ')}${keys.length > shown.length ? '…' : ''}`;
}
