import type { JsonObject } from '../../spec/document';
import type { Finding } from './finding';
import type { Part } from './survey';

const BOUNDS = [
  ['minLength', 'maxLength'],
  ['minItems', 'maxItems'],
  ['minProperties', 'maxProperties'],
] as const;

/** A lower bound above its upper bound: no value is left between them. */
export function boundContradictions({ value, pointer }: Part): Finding[] {
  const pairs = BOUNDS.map(([lower, upper]): [Bound | undefined, Bound | undefined] => [
    boundOf(value, lower),
    boundOf(value, upper),
  ]);
  pairs.push([
    tighter(boundOf(value, 'minimum', 'exclusiveMinimum'), exclusiveBound(value, 'exclusiveMinimum'), 1),
    tighter(boundOf(value, 'maximum', 'exclusiveMaximum'), exclusiveBound(value, 'exclusiveMaximum'), -1),
  ]);
  return pairs.flatMap(([lower, upper]): Finding[] => {
    if (lower === undefined || upper === undefined || leavesRoom(lower, upper)) return [];
    return [
      {
        code: 'CONTRADICTION',
        pointer: `${pointer}/${lower.keyword}`,
        message: `no value has ${lower.keyword} ${lower.limit} and ${upper.keyword} ${upper.limit}`,
        hint: 'correct one of the two',
      },
    ];
  });
}

interface Bound {
  keyword: string;
  limit: number;
  /** The limit itself is left out. */
  open: boolean;
}

/** In 3.0 `exclusiveMinimum: true` stands beside `minimum`. */
function boundOf(schema: JsonObject, keyword: string, exclusive = ''): Bound | undefined {
  const limit = schema[keyword];
  return typeof limit === 'number' ? { keyword, limit, open: schema[exclusive] === true } : undefined;
}

/** In 3.1 `exclusiveMinimum` is a limit of its own. */
function exclusiveBound(schema: JsonObject, keyword: string): Bound | undefined {
  const bound = boundOf(schema, keyword);
  return bound === undefined ? undefined : { ...bound, open: true };
}

function tighter(one: Bound | undefined, other: Bound | undefined, sign: 1 | -1): Bound | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return sign * (one.limit - other.limit) > 0 ? one : other;
}

function leavesRoom(lower: Bound, upper: Bound): boolean {
  return lower.limit < upper.limit || (lower.limit === upper.limit && !lower.open && !upper.open);
}
