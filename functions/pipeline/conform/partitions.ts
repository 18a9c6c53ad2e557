import type { Absence } from "../../domain/calendar/attendance.ts";
import { monthOf } from "../../domain/calendar/day.ts";
import { CONFORMED, type ConformedTable } from "../../domain/records/conformed-tables.ts";
import { grouped } from "../../domain/text/grouped.ts";
import type { SchoolId, StudentId } from "../../domain/ids.ts";
import type { RowOf } from "../../domain/records/table-definition.ts";
import { toArrow } from "../../releases/files/arrow-rows.ts";
import type { District } from "../../join/assemble-district.ts";
import { contentHash } from "../content-hash.ts";
import type { Partition } from "./conformed-manifest.ts";
import { KEY_OF } from "../../join/rows-by-key.ts";
import { schoolKey } from "../school-key.ts";

export interface BuiltPartition extends Partition {
  readonly bytes: Uint8Array;
}

/** The students ever enrolled in each school: a student who moved is in both. */
export function studentsBySchool(district: District): ReadonlyMap<SchoolId, readonly StudentId[]> {
  const bySchool = new Map<SchoolId, Set<StudentId>>();
  for (const school of district.schools.keys()) bySchool.set(school, new Set());
  for (const [student, stays] of district.stays) {
    for (const { school } of stays) bySchool.get(school)?.add(student);
  }
  return new Map(
    [...bySchool]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([school, students]) => [school, [...students].sort()] as const),
  );
}

/**
 * The partitions of one school, rows in the order of their keys so that equal records give equal
 * bytes whatever order the files came in.
 */
export function* schoolPartitions(
  district: District,
  absences: readonly Absence[],
  school: SchoolId,
  students: readonly StudentId[],
): Generator<BuiltPartition> {
  const of = <T>(map: ReadonlyMap<StudentId, readonly T[]>): T[] =>
    students.flatMap((student) => map.get(student) ?? []);
  const stays = of(district.stays);
  const schools = [...new Set([school, ...stays.map((stay) => stay.school)])].sort();
  const plans = of(district.plans).sort(by((row) => row.plan));
  const goals = plans.flatMap(({ plan }) => district.goals.get(plan) ?? []);
  const steps = goals.flatMap(({ goal }) => district.actionSteps.get(goal) ?? []);
  const reviews = plans.flatMap(({ plan }) => district.reviews.get(plan) ?? []);
  const shared = new Set(district.conflicts.flatMap((conflict) => conflict.students));
  const listed = (list: readonly string[]): string => list.join(";");

  const tables: {
    readonly [T in Exclude<ConformedTable, "absence">]: readonly RowOf<(typeof CONFORMED)[T]>[];
  } = {
    student: students
      .flatMap((student) => district.students.get(student) ?? [])
      .map((row) => ({ ...row, isIdentityShared: shared.has(row.student) })),
    enrollment: stays
      .map((row) => ({ ...row, calendar: row.calendar ?? null }))
      .sort(by((row) => `${row.student}\u0000${row.enteredOn}\u0000${row.school}`)),
    calendar: schools.flatMap((id) =>
      (district.calendars.get(id) ?? []).map(({ on, calendars }) => ({
        ...{ school: id, on },
        calendars: calendars?.join(CALENDAR_SEPARATOR) ?? null,
      })),
    ),
    program: of(district.programs).sort(
      by((row) => `${row.student}\u0000${row.program}\u0000${row.beganOn}`),
    ),
    incident: of(district.incidents).sort(by((row) => `${row.incident}\u0000${row.student}`)),
    attendanceTotal: of(district.attendanceTotals).sort(
      by((row) => `${row.student}\u0000${row.schoolYear}\u0000${row.school ?? ""}`),
    ),
    plan: plans,
    goal: goals.sort(by((row) => row.goal)),
    actionStep: steps.sort(by((row) => row.actionStep)),
    review: reviews
      .map((row) => ({
        ...row,
        participants: listed(row.participants),
        focusAreas: listed(row.focusAreas),
        meeting: row.meeting ?? null,
      }))
      .sort(by((row) => row.review)),
    exemption: of(district.exemptions).sort(by(KEY_OF.exemption)),
    attestation: of(district.attestations).sort(by(KEY_OF.attestation)),
    planAssent: of(district.assents).sort(by(KEY_OF.planAssent)),
    planComponent: of(district.components)
      .sort(by(KEY_OF.planComponent))
      .map((row) => ({ ...row, marks: listed(row.marks) })),
    studentEvent: of(district.events).sort(by(KEY_OF.studentEvent)),
    caseload: [
      ...of(district.caseloads.ofStudents),
      ...(district.caseloads.ofSchools.get(school) ?? []),
    ].sort(by(KEY_OF.caseload)),
  };
  for (const [table, rows] of Object.entries(tables)) {
    // Few districts send these: a school without any has no file of them.
    if (rows.length === 0 && OPTIONAL.has(table)) continue;
    yield partition(table as ConformedTable, `${table}/${schoolKey(school)}`, null, rows);
  }

  const months = grouped(absences, ({ on }) => monthOf(on));
  for (const [month, rows] of [...months].sort(([a], [b]) => (a < b ? -1 : 1))) {
    yield partition("absence", `absence/${schoolKey(school)}/${month}`, month, rows);
  }
}

/** No identifier holds a tab. */
export const CALENDAR_SEPARATOR = "\t";

const OPTIONAL: ReadonlySet<string> = new Set<ConformedTable>([
  "exemption",
  "attestation",
  "planAssent",
  "planComponent",
  "studentEvent",
  "caseload",
]);

function partition(
  table: ConformedTable,
  name: string,
  month: string | null,
  rows: readonly unknown[],
): BuiltPartition {
  // The table decides the type of the rows; `schoolPartitions` pairs them.
  const bytes = toArrow(
    CONFORMED[table] as typeof CONFORMED.student,
    rows as RowOf<typeof CONFORMED.student>[],
  );
  return { table, month, name, hash: contentHash(bytes), rows: rows.length, bytes };
}

const by =
  <T>(keyOf: (row: T) => string) =>
  (a: T, b: T): number => {
    const x = keyOf(a);
    const y = keyOf(b);
    return x < y ? -1 : x > y ? 1 : 0;
  };
