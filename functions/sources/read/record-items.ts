import { placesOf } from "../csv/header.ts";
import type { TableRead } from "../profiles/profile.ts";

/**
 * Repeats a record once for each item of the list in one of its cells, which then has the item. A
 * file without the column has no items.
 */
export function recordItems(
  { column, separator }: NonNullable<TableRead["forEach"]>,
  header: readonly string[],
): (cells: readonly string[]) => readonly (readonly string[])[] {
  const listColumn = placesOf([column].flat(), header)[0];
  // Where a format requires commas, exports also write semicolons and bars, which no identifier
  // has.
  const separators = separator === "," ? /[,;|]/ : separator;
  if (listColumn === undefined) return () => [];
  return (cells) => {
    const list = (cells[listColumn] ?? "").trim().replace(/^\[(.*)\]$/, "$1");
    const items = list.split(separators).map((item) => item.trim());
    return items
      .filter((item) => item !== "")
      .map((item) => cells.map((cell, index) => (index === listColumn ? item : cell)));
  };
}
