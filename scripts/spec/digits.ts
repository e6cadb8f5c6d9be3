/** Integers that a double cannot tell apart, or prints otherwise: the digits that each such double stands for. */
export type Digits = ReadonlyMap<number, string>;

export const NO_DIGITS: Digits = new Map();

/** Takes up the integers of all texts of one contract. */
export interface DigitKeeper {
  digits: Digits;
  /**
   * The double that stands for an integer. Where another integer has taken the nearest double, it is one beside it, so
   * that both keep their digits and their order.
   *
   * @param written a number's text in the source
   * @returns undefined for what is no integer beyond 2^53
   */
  keep(written: string): number | undefined;
}

const INTEGER = /^([-+]?)0*([1-9]\d{15,400})$/;

export function createDigitKeeper(): DigitKeeper {
  const digits = new Map<number, string>();
  const doubles = new Map<string, number>();
  return { digits, keep };

  function keep(written: string): number | undefined {
    const [, sign, rest] = INTEGER.exec(written) ?? [];
    if (rest === undefined) return undefined;
    const text = `${sign === '-' ? '-' : ''}${rest}`;
    let double = doubles.get(text) ?? Number(text);
    if (Number.isSafeInteger(double) || !Number.isFinite(double)) return undefined;
    for (let taken = digits.get(double); taken !== undefined && taken !== text; taken = digits.get(double))
      double = beside(double, BigInt(text) > BigInt(taken) ? 1 : -1);
    digits.set(double, text);
    doubles.set(text, double);
    return double;
  }
}

/** The next double above or below. */
function beside(value: number, direction: 1 | -1): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const step = value > 0 ? direction : -direction;
  view.setBigInt64(0, view.getBigInt64(0) + BigInt(step));
  return view.getFloat64(0);
}
