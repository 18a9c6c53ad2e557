import { byText } from "../../domain/text/compare-text.ts";
import { grouped } from "../../domain/text/grouped.ts";
import type { ExtractedColumn } from "./about-extract.ts";
import { MISSING, type ExtractColumn } from "./extract-column.ts";
import { EXTRACT_COLUMNS } from "./extract-columns.ts";
import { columnsIncluded } from "./extract-coding.ts";
import type { StudentOfDistrict } from "./student-of-district.ts";
import type { RecodedExtract } from "./recode-extract.ts";
import { targetColumns, type RecodedColumn } from "./target-columns.ts";

/** What an extract holds. */
export interface ExtractRows {
  readonly columns: readonly ExtractedColumn[];
  /** By column, in the order of the codes. */
  readonly values: readonly { readonly [column: string]: string }[];
}

/** The rows in the order of their codes, and what the codebook says of each column. */
export function extractRows(
  { levels, published }: RecodedExtract,
  codeOf: (student: StudentOfDistrict) => string,
): ExtractRows {
  const kept = [...published]
    .flatMap(([student, values]) =>
      values === null ? [] : [{ student, values, code: codeOf(student) }],
    )
    .sort(byText(({ code }) => code));
  const quasiIdentifiers = columnsIncluded(levels)
    .filter(({ role }) => role.kind === "quasi-identifier")
    .map((column): RecodedColumn => ({
      column,
      level: levels.get(column.name) ?? 0,
      topCode: null,
      values: kept.map(({ values }) => values.get(column.name) ?? ""),
    }));
  const targets = targetColumns(
    kept.map(({ student }) => student),
    levels,
  );
  const columns = [...quasiIdentifiers, ...targets].sort(
    (a, b) => placeOf(a.column) - placeOf(b.column),
  );
  return {
    columns: [CODE, ...columns.map(describe)],
    values: kept.map(({ code }, index) => ({
      student: code,
      ...Object.fromEntries(
        columns.map(({ column, values }) => [column.name, values[index] ?? ""]),
      ),
    })),
  };
}

const placeOf = (column: ExtractColumn): number => EXTRACT_COLUMNS.indexOf(column);

const CODE: ExtractedColumn = {
  name: "student",
  title: "Code of the student",
  definition:
    "A pseudonym of the student in this extract alone, made from a random number under a key that was destroyed.",
  universe: "Every student of the extract.",
  source: "Random number kept by the district.",
  treatment: "Made from nothing in the student's records; rows are in its order.",
  type: "code",
  values: [],
  valid: 0,
  topCode: null,
};

function describe({ column, level, topCode, values: written }: RecodedColumn): ExtractedColumn {
  const { name, title, definition, universe, source, treatment, codings } = column;
  const kind = codings[level]?.categories ?? [];
  const counts = grouped(written, (value) => value);
  const missing = Object.entries(MISSING).map(([value, label]) => ({ value, label }));
  const listed = typeof kind === "string" ? missing : [...kind, ...missing];
  const values = listed.flatMap(({ value, label }) => {
    const students = counts.get(value)?.length ?? 0;
    return students === 0 ? [] : [{ value, label, students }];
  });
  const valid = written.length - values.reduce((sum, { students }) => sum + students, 0);
  const common = { name, title, definition, universe, source, treatment, values, valid, topCode };
  if (typeof kind !== "string") return { ...common, type: "category" };
  return { ...common, type: kind === "months" ? "month" : "number" };
}
