import { valueOf, type Column, type Columns } from "./columns.ts";

/**
 * Writes rows of columns as JSON, each as `JSON.stringify` writes the object that `rowAt` makes of it. A
 * value that many rows have is written once.
 */
export function rowJson({ fields }: Columns): (row: number) => string {
  const members = [...fields].map(([name, column]) => ({
    codes: column.codes,
    memberOf: memberJson(name, column),
  }));
  return (row) => {
    let json = "";
    for (const { codes, memberOf } of members) {
      const member = memberOf(codes[row] ?? 0);
      if (member !== "") json += json === "" ? member : `,${member}`;
    }
    return `{${json}}`;
  };
}

/** A column in which each value stands so often is worth keeping what is written of it. */
const ROWS_PER_VALUE = 2;

/** The name and the value of a field by the code of the value; empty where the row lacks the field. */
function memberJson(name: string, column: Column): (code: number) => string {
  const begin = `${JSON.stringify(name)}:`;
  const memberOf = (code: number): string => {
    const value = valueOf(column, code);
    return value === undefined ? "" : begin + JSON.stringify(value);
  };
  const { codes, values } = column;
  if (values.length * ROWS_PER_VALUE > codes.length) return memberOf;
  const kept = new Array<string | undefined>(values.length);
  return (code) => (kept[code] ??= memberOf(code));
}
