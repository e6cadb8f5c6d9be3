import parse from 'csv-parse/lib/sync';
import { changedNumber, dataProblem, refuseUnknown } from './data-problem';
import type { DataRow, DataValue } from './data-row';

interface Cell {
  text: string;
  quoted: boolean;
}

interface Line {
  /** Where it begins; a quoted value may go over several lines. */
  line: number;
  cells: Cell[];
}

/** What newman tells its parser, which is the same one; the names of the columns and the lengths are ours to check. */
const asNewmanParses = { escape: '"', trim: true, relax: true, relax_column_count: true, bom: true };

/**
 * The rows of a CSV text, whose first line has the names.
 * @throws ProblemError with the line
 */
export function csvRows(text: string, file: string, variables: ReadonlySet<string>): DataRow[] {
  const [head, ...lines] = parsed(text, file);
  const columns = head === undefined ? [] : namesOf(head, file, variables);
  return lines.map((line) => rowOf(line, columns, file));
}

function namesOf({ line, cells }: Line, file: string, variables: ReadonlySet<string>): string[] {
  const place = { file, line };
  const names = cells.map(({ text }) => text);
  if (names.length === 1 && /[;\t|]/.test(names[0] ?? '')) {
    throw dataProblem('the names of the columns are not parted by commas', place, {
      hint: 'save the file as CSV with commas',
    });
  }
  for (const [index, name] of names.entries()) {
    if (name === '') {
      throw dataProblem(`column ${index + 1} has no name`, place, { expected: 'the name of a variable' });
    }
    if (names.indexOf(name) < index) {
      throw dataProblem(`two columns have the name ${name}`, place, { expected: 'each name once' });
    }
    refuseUnknown(name, variables, place);
  }
  return names;
}

function rowOf({ line, cells }: Line, columns: string[], file: string): DataRow {
  const place = { file, line };
  const isEmpty = cells.length === 1 && cells[0]?.text === '' && !cells[0].quoted;
  if (isEmpty && columns.length > 1) {
    throw dataProblem('the line is empty', place, {
      hint: 'take it out: it is read as a row without values',
    });
  }
  if (cells.length !== columns.length) {
    throw dataProblem(`the row has ${cells.length} of ${columns.length} values`, place, {
      expected: `one for each of ${columns.join(', ')}`,
      hint: 'a value with a comma in it stands in double quotes',
    });
  }
  return Object.fromEntries(
    columns.map((name, index) => {
      const cell = cells[index] ?? { text: '', quoted: false };
      const value = cell.quoted ? cell.text : newmanValue(cell.text);
      if (typeof value === 'number' && !isAsWritten(cell.text, value)) throw changedNumber(name, place);
      return [name, value];
    }),
  );
}

/** Newman takes everything that looks like a number for one, unless it is in quotes. */
function newmanValue(text: string): DataValue {
  const isInteger = /^[-+]?[1-9]\d*$/.test(text);
  const isNumber = isInteger || Number(text) - Number.parseFloat(text) + 1 >= 0;
  return isNumber ? Number.parseFloat(text) : text;
}

/** Not `007`, `+38…`, `0x1F` or more digits than a number holds; zeros at the end of a fraction say nothing. */
function isAsWritten(text: string, value: number): boolean {
  return text.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '') === String(value);
}

function parsed(text: string, file: string): Line[] {
  let records: { record: Cell[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      ...asNewmanParses,
      info: true,
      cast: (value: string, { quoting }): Cell => ({ text: value, quoted: quoting }),
    });
  } catch (error) {
    throw syntaxProblem(error, file);
  }
  let end = 0;
  return records.map(({ record, info }) => {
    const line = end + 1;
    end = info.lines;
    return { line, cells: record };
  });
}

function syntaxProblem(error: unknown, file: string): unknown {
  if (!(error instanceof Error && 'code' in error && 'lines' in error)) return error;
  const messages: Record<string, string> = {
    CSV_QUOTE_NOT_CLOSED: 'a double quote opens here and does not close',
    CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE: 'something follows the double quote that closes a value',
  };
  const message = messages[String(error.code)] ?? `this is not valid CSV (${error.code})`;
  return dataProblem(
    message,
    { file, line: Number(error.lines) },
    { hint: 'a double quote inside of a value is written twice' },
  );
}
