import { textOf, type ReportRow, type RowValue } from "./report-row.ts";

/**
 * The rows of schools as rows of the district: those with equal keys become one, and their counts are
 * added. A count that cannot be made in one school cannot be made in the district.
 * @param keys names of the values that make a row one of its kind
 * @param counts names of the values that are numbers of students
 */
export function groupedRows(
  rows: readonly ReportRow[],
  keys: readonly string[],
  counts: readonly string[],
): readonly ReportRow[] {
  const groups = new Map<string, ReportRow[]>();
  for (const row of rows) {
    const key = JSON.stringify(keys.map((name) => textOf(row.value(name))));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()].map((group) => districtRow(group, counts));
}

function districtRow(group: readonly ReportRow[], counts: readonly string[]): ReportRow {
  const [first] = group;
  if (first === undefined) throw new Error("a group of rows has a row");
  return {
    about: { ...first.about, school: "", schoolName: "" },
    value: (name) =>
      counts.includes(name) ? sumOf(group.map((row) => row.value(name))) : first.value(name),
  };
}

const sumOf = (values: readonly RowValue[]): RowValue =>
  values.find((value) => textOf(value) === "") ??
  String(values.reduce((sum, value) => sum + Number(textOf(value)), 0));
