import { coarsenExtract, coarser, type Levels } from "../../reports/extract/coarsen-extract.ts";
import {
  MISSING,
  NOT_APPLICABLE,
  NOT_COLLECTED,
  type ExtractColumn,
} from "../../reports/extract/extract-column.ts";
import { EXTRACT_COLUMNS, SENSITIVE } from "../../reports/extract/extract-columns.ts";
import { FEWEST, RESTRICTED_USE } from "../../reports/extract/research-classes.ts";
import { columnsIncluded, QUASI_IDENTIFIERS } from "./extract-coding.ts";
import type { StudentOfDistrict } from "./extract-students.ts";
import { cannotBePublished, hasOneValue, revealedBy, targetColumns } from "./target-columns.ts";

/** What an extract is made from. */
export interface ExtractSample {
  readonly students: readonly StudentOfDistrict[];
  /** From 0 to 1, for a student and a column: whose value is suppressed at random. */
  readonly chance: (student: StudentOfDistrict, column: string) => number;
}

/** An extract in which every equivalence class is safe and no value is rare. */
export interface RecodedExtract {
  readonly levels: Levels;
  /** By column that is coarser than it could be, or left out, why. */
  readonly because: ReadonlyMap<string, string>;
  /** By student of the sample the quasi-identifiers that are published; null where the student is left out. */
  readonly published: ReadonlyMap<StudentOfDistrict, ReadonlyMap<string, string> | null>;
}

const NOT_SENT = "the exports do not say";
const NOBODY_ASKED = "it applies to no student";
const NOT_FOR_ALL = "too many are students to whom it does not apply, or too few differ in it";
const TOO_FEW_DIFFER = "too few students differ in it";
const CLASSES_TOO_SMALL = "equivalence classes would be too small";
const REVEALS_ANOTHER = (column: string): string =>
  `it would reveal ${column}, which is not at its finest level`;

/** Up to this share of the students may be left out for one column; where it would be more, the column is recoded. */
const MAY_BE_LEFT_OUT = 0.03;

/**
 * Recodes the sample until every equivalence class is safe, no value is rare and no target reveals a
 * quasi-identifier more finely than it is published.
 *
 * @throws when no target would be left
 */
export function recodeExtract(sample: ExtractSample): RecodedExtract {
  const because = new Map<string, string>();
  let start: Levels = new Map();
  for (const column of EXTRACT_COLUMNS) {
    const why = nothingToPublish(column, sample.students);
    if (why === null) continue;
    because.set(column.name, why);
    start = new Map([...start, [column.name, column.codings.length]]);
  }
  const recoded = recodeFrom(sample, start);
  checkHasTarget(recoded.levels);
  const { levels, published } = refined(sample, recoded);
  const reasons = [...because, ...recoded.because].filter(([name]) => (levels.get(name) ?? 0) > 0);
  return { levels, because: new Map(reasons), published };
}

/**
 * Columns were recoded one after the other, so one that was recoded early may be finer again now that
 * others are coarser: each is tried, the one of the greatest worth first.
 */
function refined(sample: ExtractSample, recoded: RecodedExtract): RecodedExtract {
  const { levels } = recoded;
  const coarse = EXTRACT_COLUMNS.filter(
    (column) =>
      (levels.get(column.name) ?? 0) > 0 && nothingToPublish(column, sample.students) === null,
  ).sort((a, b) => worthRegained(b, levels) - worthRegained(a, levels));
  for (const column of coarse) {
    const start = new Map([...levels, [column.name, (levels.get(column.name) ?? 1) - 1]]);
    if (!columnsIncluded(start).includes(column)) continue;
    const again = recodeFrom(sample, start);
    if (again.because.size === 0) return refined(sample, again);
  }
  return recoded;
}

const worthRegained = ({ name, role }: ExtractColumn, levels: Levels): number =>
  role.kind === "quasi-identifier" ? (role.worth[(levels.get(name) ?? 1) - 1] ?? 1) : 0;

/**
 * Recodes from some levels on. Students with rare values of a target are left out, which leaves the
 * others fewer: so again, until nothing changes. Its reasons are those of the columns it recoded.
 */
function recodeFrom({ students, chance }: ExtractSample, start: Levels): RecodedExtract {
  const because = new Map<string, string>();
  let levels = start;
  let kept = students;
  const recode = (name: string, why: string): void => {
    because.set(name, why);
    levels = coarser(levels, name);
    // Students whom it left out may come back.
    kept = students;
  };
  for (;;) {
    const columns = targetColumns(kept, levels);
    const uniform = columns.find(hasOneValue);
    if (uniform !== undefined) {
      recode(uniform.column.name, TOO_FEW_DIFFER);
      continue;
    }
    const leavesOut = columns.map(cannotBePublished);
    const tooMany = columns.find(
      (_, index) =>
        (leavesOut[index] ?? []).filter(Boolean).length > MAY_BE_LEFT_OUT * students.length,
    );
    if (tooMany !== undefined) {
      const { name, isForAll } = tooMany.column;
      recode(name, isForAll === true ? NOT_FOR_ALL : TOO_FEW_DIFFER);
      continue;
    }
    const left = kept.filter((_, index) => !leavesOut.some((column) => column[index] === true));
    if (left.length < kept.length) {
      kept = left;
      continue;
    }
    const isSensitiveIncluded = columns.some(({ column }) => column.name === SENSITIVE);
    const coarsened = coarsenExtract(
      kept.map((student) => ({
        quasiIdentifiers: student.values,
        sensitive: isSensitiveIncluded ? sensitiveOf(student) : null,
        chance: (column: string) => chance(student, column),
      })),
      QUASI_IDENTIFIERS,
      levels,
      RESTRICTED_USE,
      FEWEST,
    );
    const recoded = QUASI_IDENTIFIERS.filter(
      ({ name }) => (coarsened.levels.get(name) ?? 0) > (levels.get(name) ?? 0),
    );
    if (recoded.length > 0) {
      for (const { name } of recoded) because.set(name, CLASSES_TOO_SMALL);
      levels = coarsened.levels;
      kept = students;
      continue;
    }
    const reveals = firstThatReveals(columns, kept, levels);
    if (reveals !== null) {
      recode(reveals.name, REVEALS_ANOTHER(reveals.revealed));
      continue;
    }
    const safe = kept.filter((_, index) => (coarsened.published[index] ?? null) !== null);
    if (safe.length < kept.length) {
      kept = safe;
      continue;
    }
    const values = new Map(kept.map((student, index) => [student, coarsened.published[index]]));
    const published = new Map(students.map((student) => [student, values.get(student) ?? null]));
    return { levels, because, published };
  }
}

/** Why a column has nothing to say of anybody; null where it has. */
function nothingToPublish(
  { name }: ExtractColumn,
  students: readonly StudentOfDistrict[],
): string | null {
  const values = new Set(students.map(({ values: own }) => own.get(name)));
  if (values.size > 1) return null;
  if (values.has(NOT_COLLECTED)) return NOT_SENT;
  // One value that all share would reveal it of each.
  return values.has(NOT_APPLICABLE) ? NOBODY_ASKED : TOO_FEW_DIFFER;
}

/** @throws when no target would be left */
function checkHasTarget(levels: Levels): void {
  if (columnsIncluded(levels).some(({ role }) => role.kind === "target")) return;
  throw new Error("the district has too few students for an extract: none is made");
}

/** Whether a student is chronically absent; null where the records do not say. */
function sensitiveOf({ values }: StudentOfDistrict): string | null {
  const value = values.get(SENSITIVE) ?? NOT_COLLECTED;
  return value in MISSING ? null : value;
}

function firstThatReveals(
  columns: ReturnType<typeof targetColumns>,
  students: readonly StudentOfDistrict[],
  levels: Levels,
): { readonly name: string; readonly revealed: string } | null {
  for (const column of columns) {
    const revealed = revealedBy(column, students, levels);
    if (revealed !== null) return { name: column.column.name, revealed };
  }
  return null;
}
