/** A line of a program that reads a table. */
export interface ReadingLine {
  readonly program: string;
  readonly line: string;
}

/** CSV says nothing of types: these lines keep identifiers such as the school 0101 and the grade level 09 text. */
export const linesForCsv = (csv: string): readonly ReadingLine[] => [
  {
    program: "R",
    line: `readr::read_csv("${csv}", col_types = readr::cols(school = "c", group = "c"))`,
  },
  {
    program: "Python",
    line: `pandas.read_csv("${csv}", dtype={"school": "string", "group": "string"})`,
  },
  {
    program: "DuckDB",
    line: `SELECT * FROM read_csv('${csv}', types = {'school': 'VARCHAR', 'group': 'VARCHAR'});`,
  },
];

/** Files that carry the types of their columns; none where the edition has neither. */
export function linesForTyped({
  parquet,
  arrow,
}: {
  readonly parquet: string | undefined;
  readonly arrow: string | undefined;
}): readonly ReadingLine[] {
  if (parquet !== undefined) {
    return [
      { program: "R", line: `arrow::read_parquet("${parquet}")` },
      { program: "Python", line: `pandas.read_parquet("${parquet}")` },
      { program: "DuckDB", line: `SELECT * FROM '${parquet}';` },
    ];
  }
  if (arrow === undefined) return [];
  return [
    { program: "R", line: `arrow::read_ipc_stream("${arrow}")` },
    { program: "Python", line: `pyarrow.ipc.open_stream("${arrow}").read_pandas()` },
  ];
}
