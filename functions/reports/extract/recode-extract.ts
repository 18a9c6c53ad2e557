import { coarsenExtract, coarser, type CoarsenedExtract, type Levels } from "./coarsen-extract.ts";
import { MISSING, NOT_APPLICABLE, NOT_COLLECTED, type ExtractColumn } from "./extract-column.ts";
import { EXTRACT_COLUMNS, SENSITIVE } from "./extract-columns.ts";
import { FEWEST, RESTRICTED_USE } from "./research-classes.ts";
import { columnsIncluded, QUASI_IDENTIFIERS } from "./extract-coding.ts";
import type { StudentOfDistrict } from "./student-of-district.ts";
import {
  cannotBePublished,
  hasOneValue,
  revealedBy,
  targetColumns,
  type RecodedColumn,
} from "./target-columns.ts";

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

/** How far the recoding has come. */
interface Recoding {
  readonly levels: Levels;
  /** Students who are not left out. */
  readonly kept: readonly StudentOfDistrict[];
  /** By column that was recoded, why. */
  readonly because: ReadonlyMap<string, string>;
}

/**
 * Recodes from some levels on. Students with rare values of a target are left out, which leaves the
 * others fewer: so again, until nothing changes. Its reasons are those of the columns it recoded.
 */
function recodeFrom(sample: ExtractSample, start: Levels): RecodedExtract {
  const { students } = sample;
  let recoding: Recoding = { levels: start, kept: students, because: new Map() };
  for (;;) {
    const targets = targetColumns(recoding.kept, recoding.levels);
    const byTargets = withoutRareValues(sample, recoding, targets);
    if (byTargets !== null) {
      recoding = byTargets;
      continue;
    }
    const classes = equivalenceClasses(sample, recoding, targets);
    const byClasses = withSafeClasses(sample, recoding, targets, classes);
    if (byClasses !== null) {
      recoding = byClasses;
      continue;
    }
    const { levels, kept, because } = recoding;
    const values = new Map(kept.map((student, index) => [student, classes.published[index]]));
    const published = new Map(students.map((student) => [student, values.get(student) ?? null]));
    return { levels, because, published };
  }
}

/** With a column one level coarser. Students who were left out may come back. */
const recodedColumn = (
  { students }: ExtractSample,
  { levels, because }: Recoding,
  column: string,
  why: string,
): Recoding => ({
  levels: coarser(levels, column),
  kept: students,
  because: new Map([...because, [column, why]]),
});

/** The next step where a target has one value alone or rare ones; null where none has. */
function withoutRareValues(
  sample: ExtractSample,
  recoding: Recoding,
  targets: readonly RecodedColumn[],
): Recoding | null {
  const uniform = targets.find(hasOneValue);
  if (uniform !== undefined) {
    return recodedColumn(sample, recoding, uniform.column.name, TOO_FEW_DIFFER);
  }
  const most = MAY_BE_LEFT_OUT * sample.students.length;
  const leavesOut = targets.map(cannotBePublished);
  const tooMany = targets.find(
    (_, index) => (leavesOut[index] ?? []).filter(Boolean).length > most,
  );
  if (tooMany !== undefined) {
    const { name, isForAll } = tooMany.column;
    return recodedColumn(sample, recoding, name, isForAll === true ? NOT_FOR_ALL : TOO_FEW_DIFFER);
  }
  const kept = recoding.kept.filter(
    (_, index) => !leavesOut.some((column) => column[index] === true),
  );
  return kept.length < recoding.kept.length ? { ...recoding, kept } : null;
}

/** The students who are kept, in equivalence classes of the levels so far or coarser ones. */
function equivalenceClasses(
  { chance }: ExtractSample,
  { kept, levels }: Recoding,
  targets: readonly RecodedColumn[],
): CoarsenedExtract {
  const isSensitiveIncluded = targets.some(({ column }) => column.name === SENSITIVE);
  return coarsenExtract(
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
}

/** The next step where classes are too small or a target reveals what they hide; null where all is safe. */
function withSafeClasses(
  sample: ExtractSample,
  recoding: Recoding,
  targets: readonly RecodedColumn[],
  classes: CoarsenedExtract,
): Recoding | null {
  const { levels, kept, because } = recoding;
  const coarsened = QUASI_IDENTIFIERS.filter(
    ({ name }) => (classes.levels.get(name) ?? 0) > (levels.get(name) ?? 0),
  );
  if (coarsened.length > 0) {
    const reasons = coarsened.map(({ name }) => [name, CLASSES_TOO_SMALL] as const);
    return {
      levels: classes.levels,
      kept: sample.students,
      because: new Map([...because, ...reasons]),
    };
  }
  const reveals = firstThatReveals(targets, kept, levels);
  if (reveals !== null) {
    return recodedColumn(sample, recoding, reveals.name, REVEALS_ANOTHER(reveals.revealed));
  }
  const safe = kept.filter((_, index) => (classes.published[index] ?? null) !== null);
  return safe.length < kept.length ? { ...recoding, kept: safe } : null;
}

/** Why a column says nothing about anybody; null where it says something. */
function nothingToPublish(
  { name }: ExtractColumn,
  students: readonly StudentOfDistrict[],
): string | null {
  const values = new Set(students.map(({ values: own }) => own.get(name)));
  if (values.size > 1) return null;
  if (values.has(NOT_COLLECTED)) return NOT_SENT;
  // A value that all students share would reveal it of each.
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
  columns: readonly RecodedColumn[],
  students: readonly StudentOfDistrict[],
  levels: Levels,
): { readonly name: string; readonly revealed: string } | null {
  for (const column of columns) {
    const revealed = revealedBy(column, students, levels);
    if (revealed !== null) return { name: column.column.name, revealed };
  }
  return null;
}
