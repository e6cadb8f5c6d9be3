import type { Contract, Schema, SchemaObject } from '../../contract/model';
import type { JsonValue } from '../../spec/document';
import { pointerTokens } from '../../spec/json-pointer';
import { requestChecker } from './schema-checker';

/**
 * The plain schemas that hold for one value: references followed, `allOf` taken apart, and of `anyOf` and
 * `oneOf` the branch that the value satisfies.
 */
export function schemasAt(
  schemas: readonly (Schema | undefined)[],
  value: JsonValue,
  contract: Contract,
): SchemaObject[] {
  const found: SchemaObject[] = [];
  const waiting = [...schemas].reverse();
  while (waiting.length > 0) {
    const schema = waiting.pop();
    if (typeof schema !== 'object') continue;
    const plain = referenced(schema, contract);
    // A schema that leads back to itself says nothing new.
    if (plain === undefined || found.includes(plain)) continue;
    found.push(plain);
    waiting.push(...branchesOf(plain, value, contract).reverse());
  }
  return found;
}

function referenced(schema: SchemaObject, { definitions }: Contract): SchemaObject | undefined {
  let plain: Schema | undefined = schema;
  for (let steps = 0; typeof plain === 'object' && typeof plain.$ref === 'string'; steps += 1) {
    if (steps > 20) return undefined;
    const [, name = ''] = pointerTokens(decodeURIComponent(plain.$ref.slice(1)));
    plain = definitions.request[name];
  }
  return typeof plain === 'object' ? plain : undefined;
}

function branchesOf(schema: SchemaObject, value: JsonValue, contract: Contract): Schema[] {
  const check = requestChecker(contract);
  const list = (keyword: string) => (Array.isArray(schema[keyword]) ? (schema[keyword] as Schema[]) : []);
  const chosen = ['anyOf', 'oneOf'].flatMap((keyword) => {
    const branch = list(keyword).find((each) => check(each, value, 'json').length === 0);
    return branch === undefined ? [] : [branch];
  });
  return [...list('allOf'), ...chosen];
}
