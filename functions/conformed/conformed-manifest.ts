import type { OwnKind } from "../sources/profiles/own-kinds.ts";
import type { Day } from "../domain/calendar/day.ts";
import type { DutyRecord } from "../domain/plans/duty-record.ts";
import type { DistrictId } from "../domain/ids.ts";
import type { Disposition, RejectReason } from "../domain/records/reject.ts";
import type { RuleConfirmation } from "../domain/plans/rule-confirmation.ts";
import type { StaffRecord } from "../domain/people/staff-member.ts";
import type { Collected } from "../mandates/rules/collected.ts";
import type { ContradictedDays } from "../sources/read/contradicted-days.ts";
import type { FileMode } from "../sources/profiles/profile.ts";
import type { Removal } from "./removal-guard.ts";
import type { FileReading } from "../sources/read/file-reading.ts";

/** One conformed version of a district: its partitions, and what the files came to. */
export interface ConformedManifest {
  readonly district: DistrictId;
  readonly districtName: string;
  /** The hash of all partitions and files: equal content, equal version. */
  readonly version: string;
  /** The hash of the files and rules it was made from; while it holds, nothing is read again. */
  readonly madeFrom: string;
  readonly schools: readonly ConformedSchool[];
  /** The hash of the profiles by which its files are recognized. */
  readonly profiles: string;
  readonly files: readonly ConformedFile[];
  /** State identifiers that students share who are not one person. */
  readonly identityConflicts: number;
  /** Absences on days on which their student was not enrolled or no school of theirs in session. */
  readonly absencesOutside: number;
  /**
   * Enrollments without a start date in any file: their students count as enrolled for the whole
   * period asked for.
   */
  readonly undatedEnrollments: number;
  /** The days on which anything happened in any plan, in order. */
  readonly planChangeDays: readonly Day[];
  /** What the district did of its own duties, in the order of days; absent from before such files were read. */
  readonly duties?: readonly DutyRecord[];
  /** Which codes the district's records carry at all; absent from before that was noted. */
  readonly collected?: CollectedCodes;
  /** Which rules the district has confirmed or taken back, in the order of recording; absent from before such files were read. */
  readonly confirmations?: readonly RuleConfirmation[];
  /** Who works in the district in which role, in the order of recording; absent where no file says so. */
  readonly staff?: readonly StaffRecord[];
  readonly rejects: readonly RejectCount[];
  /** The kinds of its files that its own profiles read; absent where none does, and from before that was noted. */
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
}

/**
 * `stopped`: too many records were rejected or none is there; `waiting`: it would remove many, and
 * waits for somebody to say that this is right; `refused`: somebody said that it is not. The last good
 * version is still used.
 */
export type FileOutcome = FileReading["outcome"] | "stopped" | "waiting" | "refused";

export interface ConformedFile {
  /** The sender's own name: told on the terminal, not published. */
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
  /** Values that are set aside, their records being used without them; absent where none is. */
  readonly setAside?: number;
  /** Of a file that waits or is refused, type by type what it would remove; absent in manifests of older versions. */
  readonly removals?: readonly Removal[];
  /** Of a file that has the name of a known one and is none: the columns that it lacks. */
  readonly lackedColumns?: readonly string[];
  /** Columns that nothing is read from, though they seem to hold enrollment dates. */
  readonly unreadEnrollmentDays?: readonly string[];
  /** Columns that tell parts of a day apart, where records taken for whole days stand more than once. */
  readonly unreadParts?: readonly string[];
  /** Columns whose days contradict what the profile says that they are. */
  readonly contradictedDays?: readonly ContradictedDays[];
}

/** Rejects of one kind, column and reason together, values that were set aside among them. */
export interface RejectCount {
  readonly kind: string;
  readonly column: string;
  readonly reason: RejectReason;
  /** What they cost, where the reason alone does not say. */
  readonly disposition?: Disposition;
  readonly records: number;
}

/** The codes that the records of a district carry, as its manifest lists them: each list in order. */
export type CollectedCodes = {
  readonly [K in keyof Collected]: Collected[K] extends ReadonlySet<infer Code>
    ? readonly Code[]
    : Collected[K];
};
