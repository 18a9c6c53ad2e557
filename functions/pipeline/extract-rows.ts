import { hideRare } from "../disclosure/hide-rare.ts";
import { topCode } from "../disclosure/top-code.ts";
import { grouped } from "../domain/grouped.ts";
import type { ExtractedColumn } from "../exports/about-extract.ts";
import { MISSING } from "../exports/extract-columns.ts";
import type { StudentOfDistrict } from "./extract-students.ts";
import type { Settled } from "./settle-extract.ts";

/** What an extract holds. */
export interface ExtractRows {
  readonly columns: readonly ExtractedColumn[];
  /** By column, in the order of the codes. */
  readonly values: readonly { readonly [column: string]: string }[];
}

/**
 * The rows in the order of their codes. Categories that few students have are not told, the greatest
 * numbers are told as one, and a column that would say the same of everybody is none.
 */
export function extractRows(
  { columns, told }: Settled,
  fewest: number,
  codeOf: (one: StudentOfDistrict) => string,
  lotOf: (one: StudentOfDistrict) => number,
): ExtractRows {
  const kept = [...told]
    .flatMap(([one, values]) => (values === null ? [] : [{ one, values, code: codeOf(one) }]))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  const lots = kept.map(({ one }) => lotOf(one));
  const written = columns.flatMap(({ column, rung }) => {
    const { name, role } = column;
    const fine = kept.map(({ one, values }) =>
      role.kind === "tells" ? (values.get(name) ?? "") : (one.values.get(name) ?? ""),
    );
    const top = column.isTopCoded === true ? topCode(fine.map(Number), fewest) : null;
    const capped = fine.map((value) => (top !== null && Number(value) > top ? String(top) : value));
    const isNumber = column.codings[rung]?.categories === "numbers";
    const safe = hideRare(capped, (value) => !isNumber || value in MISSING, lots, fewest);
    const said = new Set(safe.filter((value) => !(value in MISSING)));
    return said.size < 2
      ? []
      : [{ column, values: safe, about: describe({ column, rung }, top, safe) }];
  });
  return {
    columns: [CODE, ...written.map(({ about }) => about)],
    values: kept.map(({ code }, at) => ({
      student: code,
      ...Object.fromEntries(written.map(({ column, values }) => [column.name, values[at] ?? ""])),
    })),
  };
}

const CODE: ExtractedColumn = {
  name: "student",
  title: "Code of the student",
  definition:
    "A code that stands for the student in this extract alone, made from a random number of the district's.",
  universe: "Every student of the extract.",
  source: "Drawn by the district.",
  treatment: "Made from nothing that is the student's own; rows are in its order.",
  type: "code",
  values: [],
  valid: 0,
  topCode: null,
};

function describe(
  { column, rung }: Settled["columns"][number],
  top: number | null,
  told: readonly string[],
): ExtractedColumn {
  const { name, title, definition, universe, source, treatment } = column;
  const categories = column.codings[rung]?.categories ?? [];
  const counts = grouped(told, (value) => value);
  const missing = Object.entries(MISSING).map(([value, label]) => ({ value, label }));
  const listed = typeof categories === "string" ? missing : [...categories, ...missing];
  const values = listed.flatMap(({ value, label }) => {
    const students = counts.get(value)?.length ?? 0;
    return students === 0 ? [] : [{ value, label, students }];
  });
  const common = { name, title, definition, universe, source, treatment, values, topCode: top };
  const valid = told.length - values.reduce((sum, { students }) => sum + students, 0);
  if (categories === "numbers") return { ...common, type: "number", valid };
  if (categories === "months") return { ...common, type: "month", valid };
  return { ...common, type: "category", valid };
}
