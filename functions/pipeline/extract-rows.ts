import { grouped } from "../domain/grouped.ts";
import type { ExtractedColumn } from "../exports/about-extract.ts";
import { MISSING, type ExtractColumn } from "../exports/extract-column.ts";
import { EXTRACT_COLUMNS } from "../exports/extract-columns.ts";
import { columnsTold } from "./extract-coding.ts";
import type { StudentOfDistrict } from "./extract-students.ts";
import { learntColumns, type ColumnTold } from "./learnt-columns.ts";
import type { Settled } from "./settle-extract.ts";

/** What an extract holds. */
export interface ExtractRows {
  readonly columns: readonly ExtractedColumn[];
  /** By column, in the order of the codes. */
  readonly values: readonly { readonly [column: string]: string }[];
}

/** The rows in the order of their codes, and what the codebook says of each column. */
export function extractRows(
  { rungs, told }: Settled,
  fewest: number,
  codeOf: (one: StudentOfDistrict) => string,
): ExtractRows {
  const kept = [...told]
    .flatMap(([one, tells]) => (tells === null ? [] : [{ one, tells, code: codeOf(one) }]))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  const students = kept.map(({ one }) => one);
  const learnt = learntColumns(students, rungs, fewest);
  const telling = columnsTold(rungs)
    .filter(({ role }) => role.kind === "tells")
    .map((column): ColumnTold => ({
      column,
      rung: rungs.get(column.name) ?? 0,
      topCode: null,
      values: kept.map(({ tells }) => tells.get(column.name) ?? ""),
    }));
  const columns = [...telling, ...learnt].sort((a, b) => placeOf(a.column) - placeOf(b.column));
  return {
    columns: [CODE, ...columns.map(describe)],
    values: kept.map(({ code }, at) => ({
      student: code,
      ...Object.fromEntries(columns.map(({ column, values }) => [column.name, values[at] ?? ""])),
    })),
  };
}

const placeOf = (column: ExtractColumn): number => EXTRACT_COLUMNS.indexOf(column);

const CODE: ExtractedColumn = {
  name: "student",
  title: "Code of the student",
  definition:
    "A code that stands for the student in this extract alone, made from a random number of the district's under a key that was thrown away.",
  universe: "Every student of the extract.",
  source: "Drawn by the district.",
  treatment: "Made from nothing that is the student's own; rows are in its order.",
  type: "code",
  values: [],
  valid: 0,
  topCode: null,
};

function describe({ column, rung, topCode, values: told }: ColumnTold): ExtractedColumn {
  const { name, title, definition, universe, source, treatment, codings } = column;
  const kind = codings[rung]?.categories ?? [];
  const counts = grouped(told, (value) => value);
  const missing = Object.entries(MISSING).map(([value, label]) => ({ value, label }));
  const listed = typeof kind === "string" ? missing : [...kind, ...missing];
  const values = listed.flatMap(({ value, label }) => {
    const students = counts.get(value)?.length ?? 0;
    return students === 0 ? [] : [{ value, label, students }];
  });
  const valid = told.length - values.reduce((sum, { students }) => sum + students, 0);
  const common = { name, title, definition, universe, source, treatment, values, valid, topCode };
  if (typeof kind !== "string") return { ...common, type: "category" };
  return { ...common, type: kind === "months" ? "month" : "number" };
}
