/** Numbers that a double cannot tell apart, or prints otherwise: the digits that each such double stands for. */
export type Digits = ReadonlyMap<number, string>;

export const NO_DIGITS: Digits = new Map();

/** Where a number is written. */
interface Spot {
  file: string;
  line?: number;
  pointer: string;
}

/** Takes up the numbers of all texts of one contract. */
export interface DigitKeeper {
  digits: Digits;
  /**
   * The double that stands for a number. Where another number has taken the nearest double, it is one beside it, so
   * that both keep their digits and their order; a decimal leaves those alone that people write in few digits.
   *
   * @param written a number's text in the source
   * @returns undefined for what is neither an integer beyond 2^53 nor a decimal of more than 17 digits
   */
  keep(written: string): number | undefined;
  /** Remembers how a number is written that is printed otherwise: `007`, `1.10`. */
  spell(place: Spot, written: string): void;
  /** The same, for where such a number is meant as a text. */
  spelledAt(place: Spot): string | undefined;
}

const INTEGER = /^([-+]?)0*([1-9]\d{15,400})$/;
const DECIMAL = /^([-+]?)0*(\d{1,400}\.\d{1,400})$/;
/** A double tells apart all decimals of so many digits. */
const TOLD_APART = 15;
const MOST_PRINTED = 17;

export function createDigitKeeper(): DigitKeeper {
  const digits = new Map<number, string>();
  const doubles = new Map<string, number>();
  const spelled = new Map<string, string>();
  // A page has several blocks with the same pointers.
  const keyOf = ({ file, line, pointer }: Spot) => `${file}:${line}${pointer}`;
  return {
    digits,
    keep,
    spell: (place, written) => spelled.set(keyOf(place), written),
    spelledAt: (place) => spelled.get(keyOf(place)),
  };

  function keep(written: string): number | undefined {
    const [, sign, rest = ''] = INTEGER.exec(written) ?? DECIMAL.exec(written) ?? [];
    const isDecimal = rest.includes('.');
    if (rest === '' || (isDecimal && significant(rest) <= MOST_PRINTED)) return undefined;
    const text = `${sign === '-' ? '-' : ''}${rest}`;
    let double = doubles.get(text) ?? Number(text);
    if (!Number.isFinite(double) || (!isDecimal && Number.isSafeInteger(double))) return undefined;
    for (let other = takenBy(double, text); other !== undefined; other = takenBy(double, text))
      double = beside(double, isAbove(text, other) ? 1 : -1);
    digits.set(double, text);
    doubles.set(text, double);
    return double;
  }

  /** The other number that a double stands for. */
  function takenBy(double: number, text: string): string | undefined {
    const kept = digits.get(double);
    if (kept !== undefined) return kept === text ? undefined : kept;
    const few = String(double);
    if (!text.includes('.') || significant(few) > TOLD_APART) return undefined;
    if (!few.includes('e')) return few;
    return Math.abs(double) < 1 ? double.toFixed(100) : String(BigInt(double));
  }
}

/** How many digits of a decimal count. */
function significant(decimal: string): number {
  return decimal
    .replace(/e.*$/, '')
    .replace(/\D/g, '')
    .replace(/^0+|0+$/g, '').length;
}

function isAbove(one: string, other: string): boolean {
  const places = Math.max(...[one, other].map((text) => (text.split('.')[1] ?? '').length));
  const scaled = (text: string) => {
    const [whole = '', part = ''] = text.split('.');
    return BigInt(whole + part.padEnd(places, '0'));
  };
  return scaled(one) > scaled(other);
}

/** The next double above or below. */
function beside(value: number, direction: 1 | -1): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const step = value > 0 ? direction : -direction;
  view.setBigInt64(0, view.getBigInt64(0) + BigInt(step));
  return view.getFloat64(0);
}
