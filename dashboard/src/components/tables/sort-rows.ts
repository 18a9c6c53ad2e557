export type Order = "ascending" | "descending";

/** Rows in the order of a value; those without one last in either order, and equal rows as they were. */
export function sortRows<Row>(
  rows: readonly Row[],
  value: (row: Row) => string | number | null,
  order: Order,
): readonly Row[] {
  const direction = order === "ascending" ? 1 : -1;
  return [...rows].sort((a, b) => {
    const [first, second] = [value(a), value(b)];
    if (first === null || second === null) return Number(first === null) - Number(second === null);
    if (typeof first === "number" && typeof second === "number") {
      return direction * (first - second);
    }
    return direction * String(first).localeCompare(String(second), "en", { numeric: true });
  });
}
