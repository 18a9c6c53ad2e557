import type { Day } from "../domain/calendar/day.ts";
import { GRADES, type Grade } from "../domain/people/grade.ts";
import { grouped } from "../domain/text/grouped.ts";
import type { SchoolId } from "../domain/ids.ts";
import type { PlanDocument } from "../domain/plans/plan.ts";
import type { SchoolCalendar } from "../domain/calendar/school-calendar.ts";
import { asSent } from "../domain/calendar/sent-in-full.ts";
import {
  firstDayOf,
  lastDayOf,
  schoolYear,
  schoolYearOf,
  type SchoolYear,
} from "../domain/calendar/school-year.ts";
import type { Enrollment } from "../domain/people/student.ts";
import type { MoreRecords } from "../mandates/clock/clock-case.ts";
import type { PlanAsSent } from "../sources/plans/plan-rows.ts";

/** What is known of a student's earlier school years. */
export type EarlierYears = Pick<
  MoreRecords,
  "earlier" | "earlierSince" | "presentSince" | "gradeYears" | "calendars"
>;

/** A student of a school, with the plans of every school year. */
export interface StudentOfYears {
  readonly grade: Grade | null;
  readonly enrollments: readonly Enrollment[];
  readonly plans: readonly PlanAsSent[];
}

/** No mandate asks for a plan before this grade; a year more for who repeated one. */
const LOWEST_GRADE = GRADES.indexOf("05") - 1;

/**
 * What the partitions of a school say of the years before the one asked for. A file of this year may
 * still carry a few old plans, so a year counts as sent where there are at least half as many plans
 * of it as of this year: what a student lacks in such a year was not there. Years are taken back from
 * this one without a gap; before that nothing is known. The grade of an earlier year is the one that
 * the platform gave with its plan.
 */
export function earlierYears(
  plans: readonly PlanAsSent[],
  calendar: readonly { readonly school: string; readonly on: string }[],
  year: SchoolYear,
  documentOf: (plans: readonly PlanAsSent[], year: SchoolYear) => PlanDocument | null,
): (student: StudentOfYears) => EarlierYears {
  const since = sentSince(plans, year);
  const calendars = calendarsBefore(calendar, year);
  return ({ grade, enrollments, plans: own }) => {
    // A plan of the next school year may be made in spring: its own days say from when on it is there.
    const others = own.every((plan) => plan.schoolYear === year)
      ? []
      : [...grouped(own, (plan) => plan.schoolYear)]
          .filter(([of]) => of !== year)
          .sort(([a], [b]) => a - b);
    const before = others.filter(([of]) => of < year);
    const isWhole =
      grade !== null && since <= year - Math.max(0, GRADES.indexOf(grade) - LOWEST_GRADE);
    return {
      earlier:
        since === year && others.length === 0
          ? null
          : others.flatMap(([of, ofYear]) => documentOf(ofYear, of) ?? []),
      ...(isWhole ? {} : { earlierSince: since }),
      ...presence(enrollments, own, year),
      gradeYears: before.flatMap(([of, ofYear]) => {
        const [only, ...others] = new Set(ofYear.flatMap((plan) => plan.grade ?? []));
        return only === undefined || others.length > 0 ? [] : { schoolYear: of, grade: only };
      }),
      calendars: calendars.size === 0 ? NO_CALENDARS : calendarsOf(enrollments, calendars),
    };
  };
}

type CalendarsBySchool = ReadonlyMap<SchoolYear, ReadonlyMap<SchoolId, SchoolCalendar>>;

const NO_CALENDARS: EarlierYears["calendars"] = new Map();

/** Of each earlier school year the calendar of the school in which the student ended it. */
const calendarsOf = (
  enrollments: readonly Enrollment[],
  calendars: CalendarsBySchool,
): EarlierYears["calendars"] =>
  new Map(
    [...calendars].flatMap(([of, bySchool]) => {
      const school = schoolIn(enrollments, of);
      const ownCalendar = school === null ? undefined : bySchool.get(school);
      return ownCalendar === undefined ? [] : [[of, ownCalendar] as const];
    }),
  );

/** The first day since which, in each school year, an enrollment or a plan shows the student in the district. */
function presence(
  enrollments: readonly Enrollment[],
  plans: readonly PlanAsSent[],
  year: SchoolYear,
): Pick<EarlierYears, "presentSince"> {
  let since: Day | null = null;
  for (let of = year; ; of = schoolYear(of - 1)) {
    const first = firstSeenIn(of, enrollments, plans);
    if (first === null) return since === null ? {} : { presentSince: since };
    since = first;
  }
}

/** The first day since which anything of a school year shows the student; null where nothing does. */
function firstSeenIn(
  of: SchoolYear,
  enrollments: readonly Enrollment[],
  plans: readonly PlanAsSent[],
): Day | null {
  let first: Day | null = plans.some((plan) => plan.schoolYear === of) ? firstDayOf(of) : null;
  for (const enrollment of enrollments) {
    if (!reachesInto(enrollment, of)) continue;
    if (first === null || enrollment.enteredOn < first) first = enrollment.enteredOn;
  }
  return first;
}

const reachesInto = ({ enteredOn, withdrewOn }: Enrollment, of: SchoolYear): boolean =>
  enteredOn <= lastDayOf(of) && (withdrewOn === null || withdrewOn > firstDayOf(of));

/** The earliest school year from which on, without a gap, plans of each year were sent. */
function sentSince(plans: readonly PlanAsSent[], year: SchoolYear): SchoolYear {
  const count = new Map<number, number>();
  for (const plan of plans) count.set(plan.schoolYear, (count.get(plan.schoolYear) ?? 0) + 1);
  const enough = Math.max(1, (count.get(year) ?? 0) / 2);
  let since = year;
  while ((count.get(since - 1) ?? 0) >= enough) since = schoolYear(since - 1);
  return since;
}

function calendarsBefore(
  rows: readonly { readonly school: string; readonly on: string }[],
  year: SchoolYear,
): CalendarsBySchool {
  const days = rows.map(({ school, on }) => ({ school: school as SchoolId, on: on as Day }));
  const before = grouped(
    days.filter(({ on }) => on < firstDayOf(year)),
    ({ on }) => schoolYearOf(on),
  );
  return new Map(
    [...before].map(([of, ofYear]) => [
      of,
      new Map(
        [...grouped(ofYear, ({ school }) => school)].map(([school, own]) => [
          school,
          asSent({ school, instructionalDays: own.map(({ on }) => on).sort() }, lastDayOf(of)),
        ]),
      ),
    ]),
  );
}

/** The school in which the student ended a school year; null where no enrollment reaches into it. */
function schoolIn(enrollments: readonly Enrollment[], of: SchoolYear): SchoolId | null {
  let last: Enrollment | null = null;
  for (const enrollment of enrollments) {
    if (!enrollment.isPrimary || !reachesInto(enrollment, of)) continue;
    if (last === null || enrollment.enteredOn > last.enteredOn) last = enrollment;
  }
  return last?.school ?? null;
}
