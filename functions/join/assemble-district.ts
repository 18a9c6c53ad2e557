import type { Day } from "../domain/calendar/day.ts";
import { byText } from "../domain/text/compare-text.ts";
import type { DutyRecord } from "../domain/plans/duty-record.ts";
import type { GoalWording } from "../domain/record-types/goal-wording.ts";
import { grouped } from "../domain/text/grouped.ts";
import type { SchoolId, StudentId } from "../domain/ids.ts";
import type { Reject } from "../domain/records/reject.ts";
import type { RuleConfirmation } from "../domain/plans/rule-confirmation.ts";
import type { InstructionalDay } from "../domain/calendar/school-calendar.ts";
import type { StaffRecord } from "../domain/people/staff-member.ts";
import type { Enrollment } from "../domain/people/student.ts";
import { instructionalDays } from "../sources/roster/instructional-days.ts";
import type { DuplicateCounts } from "../sources/attendance/duplicate-counts.ts";
import type { Organization } from "../sources/roster/roster-rows.ts";
import { currentRecords } from "./rows/current-records.ts";
import { sentIn, type ArrivedFile } from "./rows/rows-by-key.ts";
import type { Crosswalk, IdentityConflict } from "./roster/identity.ts";
import { joinLog } from "./rows/join-log.ts";
import { joinRecords } from "./join-records.ts";
import type { JoinedRecords } from "./joined-records.ts";
import type { Students } from "./roster/people.ts";
import { gradedStudents } from "./roster/graded-students.ts";
import { joinRoster, organizationsIn, type Roster } from "./roster/roster.ts";
import type { RuleIds } from "../mandates/rules/rule-ids.ts";
import { inOrderOfRecording } from "./valid-staff.ts";

/** A district's records, each of which refers only to what is there. */
export interface District {
  readonly name: string | null;
  readonly schools: ReadonlyMap<SchoolId, string>;
  readonly students: Students;
  readonly enrollments: ReadonlyMap<StudentId, readonly Enrollment[]>;
  /** The instructional days of each school that has any, in order. */
  readonly calendars: ReadonlyMap<SchoolId, readonly InstructionalDay[]>;
  /** All records, by type. */
  readonly records: JoinedRecords;
  /** What the district did of its own duties, in the order of days. */
  readonly duties: readonly DutyRecord[];
  /** Which rules the district has confirmed or taken back, in the order of recording. */
  readonly confirmations: readonly RuleConfirmation[];
  /** Who works in the district in which role, in the order of recording. */
  readonly staff: readonly StaffRecord[];
  /** What it declares as its form's own words, in alphabetical order. */
  readonly goalWordings: readonly GoalWording[];
  readonly conflicts: readonly IdentityConflict[];
}

export interface Assembled {
  readonly district: District;
  readonly crosswalk: Crosswalk;
  /**
   * Records of each file, by its SHA-256, that refer to something unknown or are superseded, and
   * values that are left out.
   */
  readonly rejects: Map<string, Reject[]>;
  /**
   * How many records of each file, by its SHA-256, are superseded by other records of the same
   * file.
   */
  readonly duplicates: ReadonlyMap<string, DuplicateCounts>;
}

/**
 * Joins the files of a district. What a record refers to must be there: a plan file never creates a
 * student, a goal never creates a plan. Of several records about the same `rowsInForce` says which
 * one holds, whatever order they came in. A student's identifier may be of any kind that
 * the roster gives; it becomes the roster's own.
 */
export function assembleDistrict(sent: readonly ArrivedFile[], ruleIds: RuleIds): Assembled {
  const { files, removedStudents } = currentRecords(sent);
  const log = joinLog();
  const roster = joinRoster(files, removedStudents, log);
  const records = joinRecords(files, roster, ruleIds, log);
  return {
    district: districtOf(roster, records, rosterDay(files)),
    crosswalk: roster.crosswalk,
    ...log.end(),
  };
}

function districtOf(
  { organizations, schools, students, crosswalk }: Roster,
  records: JoinedRecords,
  on: Day | null,
): District {
  const enrollments = grouped(records.enrollment.all, ({ student }) => student);
  const bySchool = grouped(records.calendarDay.all, ({ school }) => school);
  return {
    name: districtName(organizationsIn(organizations)),
    schools,
    students: gradedStudents(students, enrollments, on),
    enrollments,
    calendars: new Map([...bySchool].map(([school, days]) => [school, instructionalDays(days)])),
    records,
    duties: records.duty.all.toSorted(byText(dayAndDuty)),
    confirmations: records.confirmation.all.toSorted(byText(({ recordedAt }) => recordedAt)),
    staff: inOrderOfRecording(records.staff.all),
    goalWordings: records.goalWording.all
      // A row without a wording was rejected.
      .flatMap(({ wording, text }) => (wording === null ? [] : [{ wording, text }]))
      .sort(byText(({ wording, text }) => `${wording} ${text}`)),
    conflicts: crosswalk.conflicts,
  };
}

/** The day of the newest of the files that enroll students; null where none does. */
const rosterDay = (files: readonly ArrivedFile[]): Day | null =>
  sentIn(files, "enrollment").reduce<Day | null>(
    (latest, { file: { on } }) => (latest === null || on > latest ? on : latest),
    null,
  );

/** Of several the one with the smallest identifier, whatever order they stand in. */
const districtName = (organizations: readonly Organization[]): string | null =>
  organizations
    .filter(({ type }) => type === "district")
    .reduce<Organization | null>(
      (first, organization) =>
        first !== null && first.id < organization.id ? first : organization,
      null,
    )?.name ?? null;

const dayAndDuty = ({ doneOn, duty }: DutyRecord): string => `${doneOn} ${duty}`;
