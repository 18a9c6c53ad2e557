import type { SharedAttendance } from "../join/attendance-books.ts";
import type { OwnKind } from "../sources/profiles/own-kinds.ts";
import type { Day } from "../domain/calendar/day.ts";
import type { DutyRecord } from "../domain/plans/duty-record.ts";
import type { DistrictId } from "../domain/ids.ts";
import type { GoalWording } from "../domain/record-types/goal-wording.ts";
import type { Disposition, RejectReason } from "../domain/records/reject.ts";
import type { RuleConfirmation } from "../domain/plans/rule-confirmation.ts";
import type { StaffRecord } from "../domain/people/staff-member.ts";
import type { Collected } from "../mandates/rules/collected.ts";
import type { ContradictedDays } from "../sources/read/contradicted-days.ts";
import type { GradeLevels } from "../join/roster/graded-students.ts";
import type { FileMode } from "../sources/profiles/profile.ts";
import type { Removal } from "./removal-guard.ts";
import type { DatedFiles } from "./dated-tables.ts";
import type { FileReading } from "../sources/read/file-reading.ts";

/** One conformed version of a district: its partitions, and the result of each file. */
export interface ConformedManifest {
  readonly district: DistrictId;
  readonly districtName: string;
  /** The hash of all partitions and files: equal content, equal version. */
  readonly version: string;
  /**
   * The hash of the files and rules it was made from; if it is unchanged, nothing is read again.
   */
  readonly madeFrom: string;
  /**
   * The hash of the files that the records but those of attendance are joined from: if it is unchanged,
   * so are they. Absent in versions made before this was noted.
   */
  readonly joinedFrom?: string;
  readonly schools: readonly ConformedSchool[];
  /** The files in use that have students, enrollments or anything of plans; absent in versions made before this was noted. */
  readonly datedFiles?: DatedFiles;
  /** The hash of the profiles by which its files are recognized. */
  readonly profiles: string;
  readonly files: readonly ConformedFile[];
  /** State identifiers that several students share. */
  readonly identityConflicts: number;
  /**
   * Absences on days on which the student was not enrolled or none of the student's schools was in
   * session.
   */
  readonly absencesOutside: number;
  /** Days of students that two or more attendance files have; absent where there are none. */
  readonly sharedAttendance?: SharedAttendance;
  /**
   * Enrollments without a start date in any file: their students count as enrolled for the whole
   * period of the figures.
   */
  readonly undatedEnrollments: number;
  /** Of how many students no grade level is known; absent in versions made before this was noted. */
  readonly gradeLevels?: GradeLevels;
  /** The days on which anything happened in any plan, in order. */
  readonly planChangeDays: readonly Day[];
  /**
   * Duties of the district that were done, by day; absent in versions made before such files were
   * read.
   */
  readonly duties?: readonly DutyRecord[];
  /**
   * Which codes the district's records have at all; absent in versions made before this was noted.
   */
  readonly collected?: CollectedCodes;
  /**
   * Which rules the district has confirmed or withdrawn, in the order of recording; absent in
   * versions made before such files were read.
   */
  readonly confirmations?: readonly RuleConfirmation[];
  /**
   * Who works in the district in which role, in the order of recording; absent if no file says so.
   */
  readonly staff?: readonly StaffRecord[];
  /** What the district declares as its form's own words, in order; absent if no file says so. */
  readonly goalWordings?: readonly GoalWording[];
  readonly rejects: readonly RejectCount[];
  /**
   * The kinds of files that the district's own profiles read; absent if there is none, and in
   * versions made before this was noted.
   */
  readonly ownKinds?: readonly OwnKind[];
}

export interface ConformedSchool {
  readonly id: string;
  readonly name: string;
  readonly partitions: readonly Partition[];
}

/** One Arrow file. `name` is `plan/255901001` or, where the table has months, `absence/255901001/2022-03`. */
export interface Partition {
  readonly table: string;
  readonly month: string | null;
  readonly name: string;
  readonly hash: string;
  readonly rows: number;
  /** Its bytes, by which an ingest sees that one is cut off; absent in versions of before it was noted. */
  readonly size?: number;
}

/**
 * `stopped`: too many records were rejected, or there is none. `waiting`: it would remove many
 * records, and waits for somebody to confirm this. `refused`: somebody refused it. In all these
 * cases the last good version is still used.
 */
export type FileOutcome = FileReading["outcome"] | "stopped" | "waiting" | "refused";

export interface ConformedFile {
  /** The sender's own name: shown on the terminal, not published. */
  readonly name: string;
  readonly kind: string;
  readonly mode: FileMode;
  readonly sha256: string;
  readonly outcome: FileOutcome;
  readonly records: number;
  readonly accepted: number;
  readonly rejected: number;
  /** Of those accepted, the records that the format leaves out on purpose. */
  readonly leftOut: number;
  /**
   * Duplicates of another record of the file, not counted again: `records` is
   * `accepted`, `rejected`, these and `contradicted` together.
   */
  readonly repeated: number;
  /**
   * Records not used because another record of the same thing contradicts them; absent in manifests
   * of older versions.
   */
  readonly contradicted?: number;
  /** Values that are set aside, while their records are used; absent if there are none. */
  readonly setAside?: number;
  /**
   * If the file waits or is refused, what it would remove of each type; absent in manifests of
   * older versions.
   */
  readonly removals?: readonly Removal[];
  /** If the file has the name of a known one but not its columns: the columns that it lacks. */
  readonly lackedColumns?: readonly string[];
  /** Columns that nothing is read from, though they seem to hold enrollment dates. */
  readonly unreadEnrollmentDays?: readonly string[];
  /**
   * Columns that name parts of a day, if several records for one student and day were read as whole
   * days.
   */
  readonly unreadParts?: readonly string[];
  /** Columns whose days contradict what the profile says about them. */
  readonly contradictedDays?: readonly ContradictedDays[];
}

/** Rejects of one kind, column and reason together, values that were set aside among them. */
export interface RejectCount {
  readonly kind: string;
  readonly column: string;
  readonly reason: RejectReason;
  /** What they cost, if the reason alone does not say. */
  readonly disposition?: Disposition;
  readonly records: number;
}

/** The codes that the records of a district carry, as its manifest lists them: each list in order. */
export type CollectedCodes = {
  readonly [K in keyof Collected]: Collected[K] extends ReadonlySet<infer Code>
    ? readonly Code[]
    : Collected[K];
};
