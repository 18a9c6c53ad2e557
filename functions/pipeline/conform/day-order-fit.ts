import { addDays, dayNumber, type Day } from "../../domain/calendar/day.ts";
import { rowAt, type Columns } from "../../domain/records/columns.ts";
import type { SchoolId, StudentId } from "../../domain/ids.ts";
import type { Enrollment } from "../../domain/people/student.ts";
import type { AttendanceBook } from "../../sources/attendance/attendance-book.ts";
import type { ShownOrder } from "../../sources/values/proven-order.ts";
import type { Assembled } from "../../join/assemble-district.ts";
import { studentIdType } from "../../join/rows/read-columns.ts";
import type { HeldTable, ReadFile } from "../../join/rows/held-rows.ts";

/**
 * How many days of a file were compared with the district's other records, and how many of them do
 * not fit.
 */
export interface DayFit {
  readonly compared: number;
  readonly misfits: number;
}

/** After this many days the comparison ends: more would not change the result. */
const MOST_COMPARED = 20_000;
/** A plan may be opened, or a student entered, this many days before the student's enrollment. */
const DAYS_BEFORE = 120;

/**
 * Whether the days of a file fit the enrollments and calendars in the district's other files. A day
 * of attendance fits if it is an instructional day on which the student is enrolled. Any other day
 * fits if it is a weekday on which the student is enrolled or will soon be.
 * @param fields those to look at, such as `plan.openedOn`
 */
export function dayFit(file: ReadFile, fields: readonly string[], roster: Roster): DayFit {
  let compared = 0;
  let misfits = 0;
  for (const days of recordsThatFit(file, fields, roster)) {
    if (compared >= MOST_COMPARED) break;
    compared += days.length;
    misfits += days.filter((isFit) => !isFit).length;
  }
  return { compared, misfits };
}

/** The district's other records, joined. */
type Roster = Pick<Assembled, "district" | "crosswalk">;

/** Record by record, whether each day of it fits: attendance first, then rows. */
function* recordsThatFit(
  file: ReadFile,
  fields: readonly string[],
  roster: Roster,
): Generator<readonly boolean[]> {
  if (fields.includes("attendance.on") && file.attendance !== null) {
    yield* attendanceThatFits(file, file.attendance, roster);
  }
  for (const [table, rows] of Object.entries(file.rows)) {
    const names = fields
      .filter((field) => field.startsWith(`${table}.`))
      .map((field) => field.slice(table.length + 1))
      // A date of birth follows no school calendar.
      .filter((name) => name !== "birthOn");
    if (names.length === 0) continue;
    yield* rowsThatFit(file, table as HeldTable, rows, names, roster);
  }
}

/** For each day of attendance, whether the student is enrolled in a school that is in session. */
function* attendanceThatFits(
  file: ReadFile,
  book: AttendanceBook,
  roster: Roster,
): Generator<readonly boolean[]> {
  const isInSession = sessionsOf(roster);
  for (const student of book.students()) {
    const enrollments = enrollmentsOf(file, "attendance", student, roster);
    for (const [on] of book.daysOf(student)) {
      yield [
        enrollments.length === 0
          ? isWeekday(on)
          : enrollments.some(
              ({ school, enteredOn, withdrewOn }) =>
                enteredOn <= on &&
                (withdrewOn === null || on < withdrewOn) &&
                isInSession(school, on),
            ),
      ];
    }
  }
}

/**
 * For each day in some columns of rows, whether it is a weekday on which the student is enrolled or
 * will soon be.
 */
function* rowsThatFit(
  file: ReadFile,
  table: HeldTable,
  rows: Columns,
  columns: readonly string[],
  roster: Roster,
): Generator<readonly boolean[]> {
  for (let row = 0; row < rows.length; row++) {
    const values = rowAt(rows, row);
    const { student } = values;
    const enrollments =
      table === "enrollment" || typeof student !== "string"
        ? []
        : enrollmentsOf(file, table, student as StudentId, roster);
    yield columns
      .map((column) => values[column])
      .filter((on) => typeof on === "string")
      .map((on) => isWeekday(on as Day) && isNearby(enrollments, on as Day));
  }
}

/** The enrollments of a student whom the roster knows; none for any other. */
function enrollmentsOf(
  file: ReadFile,
  table: HeldTable | "attendance",
  sent: StudentId,
  { district, crosswalk }: Roster,
): readonly Enrollment[] {
  const resolved = crosswalk.resolve(sent, studentIdType(file, table));
  return resolved.state === "known" ? (district.enrollments.get(resolved.student) ?? []) : [];
}

/** Whether a school is in session on a day: by its calendar, or on weekdays where it has none. */
function sessionsOf({ district }: Roster): (school: SchoolId, on: Day) => boolean {
  const bySchool = new Map<SchoolId, ReadonlySet<Day>>();
  return (school, on) => {
    const calendar = district.calendars.get(school);
    if (calendar === undefined) return isWeekday(on);
    const days = bySchool.get(school) ?? new Set(calendar.map((day) => day.on));
    bySchool.set(school, days);
    return days.has(on);
  };
}

/** Whether a student is enrolled on a day or soon after it. */
const isNearby = (enrollments: readonly Enrollment[], on: Day): boolean =>
  enrollments.length === 0 ||
  enrollments.some(
    ({ enteredOn, withdrewOn }) =>
      addDays(on, DAYS_BEFORE) >= enteredOn && (withdrewOn === null || on < withdrewOn),
  );

/** Day 0 is January 1, 1970, a Thursday. */
const isWeekday = (on: Day): boolean => ((dayNumber(on) + 4) % 7) % 6 !== 0;

/** With fewer days that prove the order, they may be one person's typing errors. */
const FEWEST_PROOFS = 3;
/**
 * Up to this share of days may not fit: a single day on a weekend or before an enrollment does not
 * suggest the other order.
 */
const FEW = 0.1;
/**
 * Where many days prove the order, it is doubted only if more than this share of days do not fit.
 */
const MOST = 0.5;

/**
 * Whether the order that a file shows is right: many of its days prove it; or few prove it, and the
 * days fit the district's other records in this order but not in the other.
 */
export async function orderHolds(
  { proofs }: ShownOrder,
  fit: DayFit,
  fitByOther: () => Promise<DayFit>,
): Promise<boolean> {
  if (proofs >= FEWEST_PROOFS) return fit.misfits <= MOST * fit.compared;
  if (fit.compared === 0 || fit.misfits > FEW * fit.compared) return false;
  const other = await fitByOther();
  return other.misfits > FEW * other.compared && other.misfits > fit.misfits;
}
