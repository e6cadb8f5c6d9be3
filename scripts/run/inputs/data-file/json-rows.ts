import type { JsonValue, LocatedValue } from '../../../spec/document';
import { pointerTo } from '../../../spec/json-pointer';
import { parseText } from '../../../spec/parse/parse-text';
import { placeOf } from '../../../spec/place-of';
import type { ProblemError } from '../../../spec/problem';
import { describeValue } from '../../../spec/validate/describe-value';
import { parseJson } from '../parse-json';
import { changedNumber, dataProblem, refuseUnknown } from './data-problem';
import type { DataRow, DataValue } from './data-row';

/**
 * The rows of a JSON text. A row may lack what others have: the variable then keeps its value.
 * @throws ProblemError with the line
 */
export function jsonRows(text: string, file: string, variables: ReadonlySet<string>): DataRow[] {
  parseJson(text, file, 'a data file is CSV, or a JSON array of objects');
  // once more as YAML, which JSON is: it knows the lines, and refuses a name that a row has twice
  const { located, warnings } = parseText(text, file);
  if (!Array.isArray(located.value)) throw notRows(located, '');
  for (const { code, pointer, line } of warnings) {
    if (code !== 'CHANGED_NUMBER') continue;
    throw changedNumber(pointer?.split('/')[2] ?? '', { file, ...(line === undefined ? {} : { line }) });
  }
  return located.value.map((row, index) => rowOf(row, index, located, variables));
}

function rowOf(
  row: JsonValue,
  index: number,
  located: LocatedValue,
  variables: ReadonlySet<string>,
): DataRow {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) {
    throw notRows(located, pointerTo(index));
  }
  for (const [name, value] of Object.entries(row)) {
    const place = placeOf(located, pointerTo(index, name));
    refuseUnknown(name, variables, place);
    if (!isValue(value)) {
      throw dataProblem(`found ${describeValue(value)} in place of a value`, place, {
        expected: 'a text, a number, true or false',
      });
    }
  }
  return row as DataRow;
}

function notRows(located: LocatedValue, pointer: string): ProblemError {
  const { file, line } = placeOf(located, pointer);
  const message =
    pointer === '' ? 'this is no list of rows' : `row ${Number(pointer.slice(1)) + 1} is no row`;
  return dataProblem(
    message,
    { ...(file === undefined ? {} : { file }), ...(line === undefined ? {} : { line }) },
    { expected: 'a JSON array with an object for each row' },
  );
}

function isValue(value: JsonValue): value is DataValue {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
