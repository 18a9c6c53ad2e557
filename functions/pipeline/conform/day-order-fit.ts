import { addDays, dayNumber, type Day } from "../../domain/calendar/day.ts";
import { rowAt, type Columns } from "../../domain/records/columns.ts";
import type { SchoolId, StudentId } from "../../domain/ids.ts";
import type { Enrollment } from "../../domain/people/student.ts";
import type { AttendanceBook } from "../../sources/attendance/attendance-book.ts";
import type { ShownOrder } from "../../sources/values/proven-order.ts";
import type { Assembled } from "../../join/assemble-district.ts";
import { studentIdType } from "../../join/rows/read-columns.ts";
import type { HeldTable, ReadFile } from "../../join/rows/held-rows.ts";

/** How many days of a file can be compared with the district's other records, and how many cannot be so. */
export interface DayFit {
  readonly compared: number;
  readonly misfits: number;
}

/** So many days tell enough of a file. */
const MOST_COMPARED = 20_000;
/** Plans are opened, and students entered, some time before they are enrolled. */
const DAYS_BEFORE = 120;

/**
 * Whether the days of a file fit the enrollments and calendars that the district's other files hold:
 * attendance is of instructional days of students who are enrolled, and what schools do they do on
 * weekdays, while the student is or will soon be theirs.
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
      // Nobody is born by a calendar.
      .filter((name) => name !== "birthOn");
    if (names.length === 0) continue;
    yield* rowsThatFit(file, table as HeldTable, rows, names, roster);
  }
}

/** Of each day of attendance, whether the student is enrolled in a school that is in session. */
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

/** Of each day in some columns of rows, whether it is a weekday while the student is or will soon be enrolled. */
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

/** Fewer proofs may be slips of one person. */
const FEWEST_PROOFS = 3;
/** Few enough that a single day on a weekend or before an enrollment does not suggest another order. */
const FEW = 0.1;
/** Where many days prove the order, only a file that fits nothing else speaks against it. */
const MOST = 0.5;

/**
 * Whether the order that a file shows holds: many of its days prove it, or few do and its days fit the
 * district's other records by it and do not by the other.
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
