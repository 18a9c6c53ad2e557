type Value = string | number | boolean | null;

/** The columns of rows as the files have them, for the file of some of the rows. */
export const rawColumns = <Row extends object>(rows: readonly Row[]) =>
  Object.keys(rows[0] ?? {}).map((name) => ({
    name,
    value: (row: Row): Value => (row as { readonly [column: string]: Value })[name] ?? null,
  }));
