/** A row of a data file: values by the name of the variable that they stand for. */
export type DataRow = Record<string, DataValue>;

export type DataValue = string | number | boolean;
