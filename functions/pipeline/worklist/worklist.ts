import { byText } from "../../domain/compare-text.ts";
import { urgency } from "../../exports/by-urgency.ts";
import {
  worklistEntries,
  type WorklistEntry,
  type WorklistNeed,
} from "../../exports/worklist-entries.ts";
import {
  undecidedRequirements,
  type UndecidedRequirement,
} from "../../exports/undecided-requirements.ts";
import type { StudentRow } from "../../exports/students-table.ts";
import type { Day } from "../../domain/calendar/day.ts";
import type { DistrictId } from "../../domain/ids.ts";
import { tableKeys } from "../../layout.ts";
import type { RequirementSummary } from "../../releases/mandate-summary.ts";
import { MalformedCursor, type Places } from "../ports.ts";
import { readStudents } from "./read-students.ts";
import { staffManifest } from "../release/staff-editions.ts";

type Stored = Pick<Places, "records" | "table">;

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

/** The students of one school; null where the current staff edition has no such school. */
export async function schoolStudents(
  { records, table }: Stored,
  district: DistrictId,
  school: string,
): Promise<SchoolStudents | null> {
  const item = await table.get(tableKeys.worklist(district, school));
  if (item === null) return null;
  const [edition, file] = [String(item["edition"]), String(item["file"])];
  const { mandate, asOf } = await staffManifest(records, district, edition);
  const bytes = await records.get(file);
  if (bytes === null) throw new Error(`no students under ${file}`);
  const range = [Number(item["from"]), Number(item["until"])] as const;
  const rows = readStudents(bytes, mandate, range);
  return { edition, asOf: asOf as Day, requirements: mandate.requirements, rows };
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

/** Entries that a page shows, where there are as many. */
export const PAGE_ENTRIES = 50;

/** Whose part of a worklist: of a counselor (the empty text is nobody named), of a need, or of all. */
export interface CaseloadAsked {
  readonly counselor: string | null;
  readonly need: WorklistNeed | null;
}

export const entriesAsked = (
  { entries }: Pick<SchoolWorklist, "entries">,
  { counselor, need }: CaseloadAsked,
): readonly WorklistEntry[] =>
  entries.filter(
    (entry) =>
      (counselor === null || entry.counselor === counselor) &&
      (need === null || entry.need === need),
  );

export interface WorklistPage {
  readonly entries: readonly WorklistEntry[];
  /** Hand it to the next page to go on; null at the end. */
  readonly next: string | null;
}

/**
 * One page of a school's worklist, most urgent first. A page goes on within the edition in which the
 * one before it ended, so that a night in between repeats and skips nobody.
 * @param after the `next` of the page before; null for the first
 * @throws MalformedCursor when `after` is of another edition or of no page
 */
export function caseloadPage(
  list: SchoolWorklist,
  asked: CaseloadAsked,
  after: string | null,
): WorklistPage {
  const entries = entriesAsked(list, asked);
  const from = after === null ? 0 : placeAfter(after, list.edition, entries.length);
  const until = from + PAGE_ENTRIES;
  return {
    entries: entries.slice(from, until),
    next: until < entries.length ? `${list.edition}:${until}` : null,
  };
}

function placeAfter(after: string, edition: string, entries: number): number {
  const [of, place = ""] = after.split(":");
  const from = Number(place);
  if (of !== edition || !/^\d+$/.test(place) || from >= entries) throw new MalformedCursor();
  return from;
}
