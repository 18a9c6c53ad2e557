/** How somebody opens a file of a table in a tool of their own: one line to copy. */
export interface ReadingLine {
  readonly tool: "R" | "Python" | "DuckDB";
  readonly format: "CSV" | "Parquet" | "Arrow";
  /** `{file}` stands for the name of the file. */
  readonly line: string;
}

/** In a CSV file nothing says that an identifier is text: each line that reads one says it, or 0101 becomes 101. */
export const READING_LINES: readonly ReadingLine[] = [
  { tool: "R", format: "Parquet", line: 'rows <- arrow::read_parquet("{file}")' },
  { tool: "R", format: "Arrow", line: 'rows <- arrow::read_feather("{file}")' },
  {
    tool: "R",
    format: "CSV",
    line: 'rows <- read.csv("{file}", colClasses = c(school = "character", group = "character"))',
  },
  { tool: "Python", format: "Parquet", line: 'rows = pandas.read_parquet("{file}")' },
  { tool: "Python", format: "Arrow", line: 'rows = pandas.read_feather("{file}")' },
  {
    tool: "Python",
    format: "CSV",
    line: 'rows = pandas.read_csv("{file}", dtype={"school": str, "group": str})',
  },
  { tool: "DuckDB", format: "Parquet", line: "SELECT * FROM read_parquet('{file}');" },
  {
    tool: "DuckDB",
    format: "CSV",
    line: "SELECT * FROM read_csv('{file}', types = {'school': 'VARCHAR', 'group': 'VARCHAR'});",
  },
];

/** The line with the name of a file. */
export const readingLine = ({ line }: ReadingLine, file: string): string =>
  line.replaceAll("{file}", file);
