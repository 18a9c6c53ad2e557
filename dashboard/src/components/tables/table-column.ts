/** One column of a table: what a row is sorted and found by, and how its cell reads. The first column names the row. */
export interface TableColumn<Row> {
  readonly title: string;
  /** What the column sorts by; null sorts last in either order. */
  readonly value: (row: Row) => string | number | null;
  /** How the cell reads, where that is more than the value. */
  readonly cell?: (row: Row) => Node | string;
  /** Numbers stand one under the other, a date or a grade level on one line; prose gets room for a sentence. */
  readonly kind?: "text" | "number" | "line" | "prose";
  /** Whether it is a figure: in a row without figures one mark stands for those side by side. */
  readonly isFigure?: boolean;
  /** Whether it folds under its row on a phone. The first column and the first figure never should. */
  readonly foldsOnPhone?: boolean;
}

/** How the cell of a row reads. */
export const contentOf = <Row>(column: TableColumn<Row>, row: Row): Node | string =>
  column.cell?.(row) ?? String(column.value(row) ?? "");

/** The words of a cell alone. */
export function textOf<Row>(column: TableColumn<Row>, row: Row): string {
  const content = contentOf(column, row);
  return typeof content === "string" ? content : (content.textContent ?? "");
}
