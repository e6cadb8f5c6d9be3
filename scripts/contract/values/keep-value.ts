import type { JsonValue } from '../../spec/document';
import { pointerTo, pointerTokens, valueAt } from '../../spec/json-pointer';
import { type Breach, findBreaches } from '../../spec/json-schema/find-breaches';
import type { Direction, Schema } from '../model';
import type { Located, RefResolver } from '../schema/ref-resolver';
import type { SchemaTranslator } from '../schema/translate-schema';
import { fitValue } from './fit-value';
import { withoutOneWay } from './one-way-members';
import { placeInSchema } from './place-in-schema';

const ENDLESS = 'only an endless value would satisfy the schema; none is made';

const CHOICES = ['anyOf', 'oneOf', 'if'];

/** What a value is held against. */
interface Claim {
  /** The schema in the document. */
  located: Located;
  /** The same, translated for the direction. */
  translated: Schema;
  direction: Direction;
  /** Values that the contract itself gives: such a text may be none of its format, which tools read in their own ways. */
  asWritten: ReadonlySet<JsonValue>;
}

/** Sees to it that values satisfy their schemas. */
export interface ValueKeeper {
  /**
   * The value itself where it satisfies its schema, else one near to it that does. Where none is found that is
   * reported, and the value stays as it is.
   *
   * @param value undefined: none could be made
   */
  keep(value: JsonValue | undefined, claim: Claim): JsonValue;
  withoutOneWay(value: JsonValue, translated: Schema, direction: Direction): JsonValue;
}

/**
 * @param schemas the translator that translated the schemas
 * @param report told where no value satisfies a schema
 */
export function createValueKeeper(
  refs: RefResolver,
  schemas: SchemaTranslator,
  report: (pointer: string, message: string, hint: string) => void,
): ValueKeeper {
  const told = new Set<string>();
  return { keep, withoutOneWay: oneWay };

  function oneWay(value: JsonValue, translated: Schema, direction: Direction): JsonValue {
    if (!schemas.hasOneWay()) return value;
    return withoutOneWay(translated, value, schemas.definitions[direction], schemas.unsent);
  }

  function keep(value: JsonValue | undefined, claim: Claim): JsonValue {
    const { translated, direction, asWritten } = claim;
    const definitions = schemas.definitions[direction];
    const breachesOf = (schema: Schema, value: JsonValue) =>
      findBreaches(schema, value, definitions, false).filter(
        ({ keyword, pointer }) => !(keyword === 'format' && asWritten.has(valueAt(value, pointer) ?? null)),
      );
    try {
      const own = value === undefined ? undefined : oneWay(value, translated, direction);
      const breaches = own === undefined ? [] : breachesOf(translated, own);
      if (own !== undefined && breaches.length === 0) return own;
      const holds = (schema: Schema, value: JsonValue) => breachesOf(schema, value).length === 0;
      const fitting = fitValue(translated, own, definitions, { holds, unsent: schemas.unsent });
      if (fitting !== undefined) {
        tellLeftOut(claim, own ?? null, fitting, breaches);
        return fitting;
      }
      tell(claim, own, breaches);
      return own ?? null;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      tell(claim, undefined, []);
      return value ?? null;
    }
  }

  /** @param value undefined: there is no end to it */
  function tell({ located }: Claim, value: JsonValue | undefined, breaches: Breach[]): void {
    const [deepest] = breaches.toSorted((one, other) => other.pointer.length - one.pointer.length);
    const place = placeInSchema(located, deepest?.pointer ?? '', refs);
    reportOnce(place, value === undefined || deepest === undefined ? ENDLESS : reason(deepest));
  }

  /** An optional member that breaks its schema, and for which nothing else is found, is not in the value. */
  function tellLeftOut({ located }: Claim, value: JsonValue, fitting: JsonValue, breaches: Breach[]): void {
    for (const { pointer } of breaches) {
      const tokens = pointerTokens(pointer);
      const places = tokens.map((_, index) => pointerTo(...tokens.slice(0, index + 1)));
      const gone = places.find((place) => valueAt(fitting, place) === undefined);
      if (gone === undefined || valueAt(value, gone) === undefined) continue;
      // Another alternative has other members.
      if (breaches.some((outer) => CHOICES.includes(outer.keyword) && gone.startsWith(outer.pointer)))
        continue;
      const message = `no value is found that satisfies the schema: ${gone} is left out`;
      reportOnce(placeInSchema(located, gone, refs), message);
    }
  }

  function reportOnce(place: string, message: string): void {
    if (told.has(place)) return;
    told.add(place);
    report(place, message, 'write an example');
  }
}

function reason({ keyword, pointer, missing }: Breach): string {
  const what = pointer === '' ? 'the value' : `its ${pointer}`;
  const rule = missing === undefined ? `breaks \`${keyword}\`` : `lacks \`${missing}\``;
  return `no value is found that satisfies the schema: ${what} ${rule}`;
}
