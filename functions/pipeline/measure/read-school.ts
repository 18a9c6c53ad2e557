import { CONFORMED, type ConformedTable } from "../../domain/record-types/conformed-tables.ts";
import {
  caseloadCounselors,
  type CaseloadAssignment,
} from "../../domain/people/caseload-assignment.ts";
import { monthOf, type Day } from "../../domain/calendar/day.ts";
import { grouped } from "../../domain/text/grouped.ts";
import type { DistrictId, SchoolId, StudentId } from "../../domain/ids.ts";
import type { ActionStep, Goal, PlanDocument, PlanReview } from "../../domain/plans/plan.ts";
import type { StoredTable } from "../../domain/record-types/stored-table.ts";
import { schoolCalendar, type SchoolCalendar } from "../../domain/calendar/school-calendar.ts";
import { firstDayOf, lastDayOf, type SchoolYear } from "../../domain/calendar/school-year.ts";
import type { Enrollment, Student } from "../../domain/people/student.ts";
import type { RowOf } from "../../domain/records/table-definition.ts";
import type { SchoolRecords } from "../../metrics/students/school-records.ts";
import type { PlanAsSent } from "../../sources/plans/plan-rows.ts";
import type { ConformedSchool } from "../../conformed/conformed-manifest.ts";
import type { Available } from "../../conformed/availability.ts";
import { daysMissed } from "../../conformed/days-missed.ts";
import { partitionRows } from "../../conformed/partition-rows.ts";
import { earlierYears } from "../../join/earlier-years.ts";
import { CALENDAR_SEPARATOR } from "../../join/school-rows.ts";
import { moreRecords, type ReadTable } from "./more-records.ts";
import { partitionBytes } from "../conform/stored-partitions.ts";
import type { ObjectStore } from "../ports.ts";

/** A student as the partition has them. */
type ConformedStudent = Student & { readonly isIdentityShared: boolean };

/** The records of one school in one school year and what is held of those before, read from its own partitions alone. */
export async function readSchool(
  records: ObjectStore,
  district: DistrictId,
  school: ConformedSchool,
  year: SchoolYear,
  sent: Available,
): Promise<SchoolRecords> {
  const since = firstDayOf(year);
  const until = lastDayOf(year);
  const read = tablesOf(records, district, school, year);
  const students = (await read("student")) as unknown as readonly ConformedStudent[];
  const enrollments = grouped(
    (await read("enrollment")) as unknown as readonly Enrollment[],
    studentOf,
  );
  const absences = daysMissed(await partitionsOf(records, district, school, "absence", year));
  const plans = (await read("plan")) as unknown as readonly PlanAsSent[];
  const allPlansOf = grouped(plans, studentOf);
  const plansOf = grouped(
    plans.filter(({ schoolYear }) => schoolYear === year),
    studentOf,
  );
  const documentOf = await planDocuments(read);
  const calendar = await read("calendar");
  const caseloadOf = caseloadCounselors(
    (await read("caseload")) as unknown as readonly CaseloadAssignment[],
  );
  const moreFor = await moreRecords(read, sent);
  const earlierOf = earlierYears(plans, calendar, year, documentOf);
  return {
    school: school.id as SchoolId,
    calendars: calendarsOf(calendar, since, until),
    students: students.map((student) => ({
      student,
      enrollments: enrollments.get(student.student) ?? [],
      document: documentOf(plansOf.get(student.student), year),
      absences: absences.get(student.student) ?? [],
      statements: plansOf.get(student.student) ?? [],
      caseload: caseloadOf(student),
      more: moreFor(
        student,
        earlierOf({
          grade: student.grade,
          enrollments: enrollments.get(student.student) ?? [],
          plans: allPlansOf.get(student.student) ?? [],
        }),
      ),
    })),
    sharedIdentities: new Set(
      students.filter(({ isIdentityShared }) => isIdentityShared).map(studentOf),
    ),
  };
}

/** The calendars of one school year that a school's partitions hold: its own, and those of other schools of its students. */
export async function readCalendars(
  records: ObjectStore,
  district: DistrictId,
  school: ConformedSchool,
  year: SchoolYear,
): Promise<ReadonlyMap<SchoolId, SchoolCalendar>> {
  const [since, until] = [firstDayOf(year), lastDayOf(year)];
  const rows = await tablesOf(records, district, school, year)("calendar");
  return calendarsOf(rows, since, until);
}

/** The rows of the district's list of caseloads that are of a school, or of a student of it. */
export const readAssignments = async (
  records: ObjectStore,
  district: DistrictId,
  school: ConformedSchool,
  year: SchoolYear,
): Promise<readonly CaseloadAssignment[]> =>
  (await tablesOf(
    records,
    district,
    school,
    year,
  )("caseload")) as unknown as readonly CaseloadAssignment[];

/** Reads the rows of a table from the partitions of a school: of those by month, the months of the year. */
const tablesOf =
  (
    records: ObjectStore,
    district: DistrictId,
    school: ConformedSchool,
    year: SchoolYear,
  ): ReadTable =>
  async (table) => {
    const definition: StoredTable = CONFORMED[table];
    const parts = (await partitionsOf(records, district, school, table, year)).map((bytes) =>
      partitionRows(definition, bytes),
    );
    const [only = []] = parts;
    // `flat` looks at every row. The table decides the type of its rows.
    const rows = parts.length < 2 ? only : ([] as unknown[]).concat(...parts);
    return rows as RowOf<(typeof CONFORMED)[typeof table]>[];
  };

/** The bytes of a school's partitions of a table that have rows: of those by month, the months of the year. */
function partitionsOf(
  records: ObjectStore,
  district: DistrictId,
  { partitions }: ConformedSchool,
  table: ConformedTable,
  year: SchoolYear,
): Promise<readonly Uint8Array[]> {
  const wanted = partitions.filter(
    (partition) =>
      partition.table === table && partition.rows > 0 && isOfYear(partition.month, year),
  );
  return Promise.all(wanted.map((partition) => partitionBytes(records, district, partition)));
}

/** The document that plans of one student and school year make up with all that belongs to them. */
async function planDocuments(
  read: ReadTable,
): Promise<
  (own: readonly PlanAsSent[] | undefined, schoolYear: SchoolYear) => PlanDocument | null
> {
  const goals = grouped((await read("goal")) as unknown as readonly Goal[], ({ plan }) => plan);
  const steps = grouped(
    (await read("actionStep")) as unknown as readonly ActionStep[],
    ({ goal }) => goal,
  );
  const reviews = grouped(
    (await read("review")) as unknown as readonly PlanReview[],
    ({ plan }) => plan,
  );
  return (own, schoolYear) => {
    const student = own?.[0]?.student;
    if (own === undefined || student === undefined) return null;
    const ownGoals = gathered(goals, own, ({ plan }) => plan);
    return {
      student,
      schoolYear,
      plans: own,
      goals: ownGoals,
      actionSteps: gathered(steps, ownGoals, ({ goal }) => goal),
      reviews: gathered(reviews, own, ({ plan }) => plan),
    };
  };
}

/** What belongs to each of some things, in their order. */
function gathered<T, Of>(
  byKey: ReadonlyMap<string, readonly T[]>,
  things: readonly Of[],
  keyOf: (thing: Of) => string,
): readonly T[] {
  const [only] = things;
  if (only === undefined) return NOTHING;
  if (things.length === 1) return byKey.get(keyOf(only)) ?? NOTHING;
  const all: T[] = [];
  for (const thing of things) {
    for (const belonging of byKey.get(keyOf(thing)) ?? NOTHING) all.push(belonging);
  }
  return all;
}

const NOTHING: readonly never[] = [];

const isOfYear = (month: string | null, year: SchoolYear): boolean =>
  month === null || (month >= monthOf(firstDayOf(year)) && month <= monthOf(lastDayOf(year)));

function calendarsOf(
  rows: readonly RowOf<typeof CONFORMED.calendar>[],
  since: Day,
  until: Day,
): ReadonlyMap<SchoolId, SchoolCalendar> {
  const calendars = new Map<SchoolId, SchoolCalendar>();
  for (const [id, days] of grouped(rows, ({ school }) => school)) {
    const school = id as SchoolId;
    const ofYear = days
      .filter(({ on }) => on >= since && on <= until)
      .map(({ on, calendars: names }) => ({
        on: on as Day,
        calendars: names?.split(CALENDAR_SEPARATOR) ?? null,
      }));
    calendars.set(school, schoolCalendar(school, ofYear));
  }
  return calendars;
}

const studentOf = ({ student }: { readonly student: StudentId }): StudentId => student;
