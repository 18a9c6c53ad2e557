import type { Day } from "../../domain/calendar/day.ts";
import { byText } from "../../domain/text/compare-text.ts";
import type { RequirementSummary } from "../../releases/manifest/mandate-summary.ts";
import type { StudentRow } from "../students/students-table.ts";
import {
  undecidedRequirements,
  type UndecidedRequirement,
} from "../students/undecided-requirements.ts";
import { urgency } from "./by-urgency.ts";
import { worklistEntries, type WorklistEntry } from "./worklist-entries.ts";

/** The students of one school in the staff edition that its item points at. */
export interface SchoolWorklist {
  readonly edition: string;
  /** Most urgent first: overdue, then due soon, then without a plan, then records to fix, each by due day. */
  readonly entries: readonly WorklistEntry[];
  /** Everybody whom a plan of the school's students names, those of whose students nobody waits among them; the empty text where a student has nobody. */
  readonly counselors: readonly string[];
  /** Requirements of which no student of the school is known to meet or to miss them: an empty list does not mean that they are met. */
  readonly undecided: readonly UndecidedRequirement[];
}

/** The students of one school in the staff edition that its item points at, with what the edition says of itself. */
export interface SchoolStudents {
  readonly edition: string;
  readonly asOf: Day;
  readonly requirements: readonly RequirementSummary[];
  readonly rows: readonly StudentRow[];
}

/** What is to be done about students. */
export const worklistOf = ({
  edition,
  asOf,
  requirements,
  rows,
}: SchoolStudents): SchoolWorklist => ({
  edition,
  entries: mostUrgentFirst(worklistEntries(rows, requirements, asOf)),
  counselors: [...new Set(rows.map(({ counselor }) => counselor))].sort(),
  undecided: undecidedRequirements(rows, requirements),
});

export const mostUrgentFirst = (entries: readonly WorklistEntry[]): readonly WorklistEntry[] =>
  entries
    .map((entry) => ({
      entry,
      key: `${urgency(entry)}#${entry.student}#${entry.requirement}`,
    }))
    .sort(byText(({ key }) => key))
    .map(({ entry }) => entry);
