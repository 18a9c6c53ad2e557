import { addDays, dayNumber, type Day } from "../../domain/calendar/day.ts";
import type { SchoolId, StudentId } from "../../domain/ids.ts";
import type { InstructionalDay } from "../../domain/calendar/school-calendar.ts";
import type { Enrollment } from "../../domain/people/student.ts";
import type { ShownOrder } from "../../sources/values/proven-order.ts";
import type { Assembled } from "../../join/assemble-district.ts";
import { studentIdType } from "../../join/rows/read-columns.ts";
import type { HeldTable, ReadFile } from "../../join/rows/held-rows.ts";

/** How many days of a file can be compared with the district's other records, and how many cannot be so. */
export interface DayFit {
  readonly told: number;
  readonly misfits: number;
}

/** So many days tell enough of a file. */
const MOST_TOLD = 20_000;
/** Plans are opened, and students entered, some time before they are enrolled. */
const DAYS_BEFORE = 120;

/**
 * Whether the days of a file fit the enrollments and calendars that the district's other files hold:
 * attendance is of instructional days of students who are enrolled, and what schools do they do on
 * weekdays, while the student is or will soon be theirs.
 * @param fields those to look at, such as `plan.openedOn`
 */
export function dayFit(
  file: ReadFile,
  fields: readonly string[],
  { district, crosswalk }: Pick<Assembled, "district" | "crosswalk">,
): DayFit {
  let told = 0;
  let misfits = 0;
  const note = (isFit: boolean | null): void => {
    if (isFit === null) return;
    told++;
    if (!isFit) misfits++;
  };
  const inSession = new Map<SchoolId, ReadonlySet<Day>>();
  const isInSession = (school: SchoolId, on: Day): boolean => {
    const days = district.calendars.get(school);
    if (days === undefined) return isWeekday(on);
    const known = inSession.get(school) ?? new Set(days.map((day: InstructionalDay) => day.on));
    inSession.set(school, known);
    return known.has(on);
  };
  const enrollmentsOf = (
    sent: StudentId,
    table: HeldTable | "attendance",
  ): readonly Enrollment[] => {
    const found = crosswalk.resolve(sent, studentIdType(file, table));
    return found.state === "known" ? (district.enrollments.get(found.student) ?? []) : [];
  };
  const isOfStudent = (enrollments: readonly Enrollment[], on: Day): boolean =>
    enrollments.length === 0 ||
    enrollments.some(
      ({ enteredOn, withdrewOn }) =>
        addDays(on, DAYS_BEFORE) >= enteredOn && (withdrewOn === null || on < withdrewOn),
    );

  if (fields.includes("attendance.on") && file.attendance !== null) {
    for (const student of file.attendance.students()) {
      const enrollments = enrollmentsOf(student, "attendance");
      for (const [on] of file.attendance.daysOf(student)) {
        if (told >= MOST_TOLD) break;
        note(
          enrollments.length === 0
            ? isWeekday(on)
            : enrollments.some(
                (enrollment) =>
                  enrollment.enteredOn <= on &&
                  (enrollment.withdrewOn === null || on < enrollment.withdrewOn) &&
                  isInSession(enrollment.school, on),
              ),
        );
      }
    }
  }
  for (const [table, rows] of Object.entries(file.rows)) {
    const names = fields
      .filter((field) => field.startsWith(`${table}.`))
      .map((field) => field.slice(table.length + 1))
      // Nobody is born by a calendar.
      .filter((name) => name !== "birthOn");
    if (names.length === 0) continue;
    for (const { row } of rows as readonly { readonly row: object }[]) {
      if (told >= MOST_TOLD) break;
      const values = row as { readonly [name: string]: unknown };
      const { student } = values;
      const enrollments =
        table === "enrollment" || typeof student !== "string"
          ? []
          : enrollmentsOf(student as StudentId, table as HeldTable);
      for (const name of names) {
        const on = values[name];
        if (typeof on !== "string") continue;
        note(isWeekday(on as Day) && isOfStudent(enrollments, on as Day));
      }
    }
  }
  return { told, misfits };
}

/** Day 0 is January 1, 1970, a Thursday. */
const isWeekday = (on: Day): boolean => ((dayNumber(on) + 4) % 7) % 6 !== 0;

/** Fewer proofs may be slips of one person. */
const FEWEST_PROOFS = 3;
/** Few enough that the odd day on a weekend or before an enrollment speaks of no other order. */
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
  if (proofs >= FEWEST_PROOFS) return fit.misfits <= MOST * fit.told;
  if (fit.told === 0 || fit.misfits > FEW * fit.told) return false;
  const other = await fitByOther();
  return other.misfits > FEW * other.told && other.misfits > fit.misfits;
}
