import { urgency } from "../exports/by-urgency.ts";
import type { StudentRow } from "../exports/students-table.ts";
import { studentsTable } from "../exports/students-table.ts";
import {
  worklistEntries,
  type WorklistEntry,
  type WorklistNeed,
} from "../exports/worklist-entries.ts";
import type { Day } from "../domain/day.ts";
import type { DistrictId } from "../domain/ids.ts";
import { tableKeys } from "../layout.ts";
import { fromArrow } from "../releases/arrow-rows.ts";
import { MalformedCursor, type Places } from "./ports.ts";
import { staffManifest } from "./staff-editions.ts";

type Stored = Pick<Places, "records" | "table">;

/** The students of one school in the staff edition that its item points at. */
interface StudentsOfSchool {
  readonly edition: string;
  readonly asOf: Day;
  readonly entries: readonly WorklistEntry[];
}

/**
 * The worklist of one school, most urgent first: overdue, then due soon, then without a plan, then
 * records to fix, each by due day. Empty where the current staff edition has no such school.
 */
export const worklist = async (
  places: Stored,
  district: DistrictId,
  school: string,
): Promise<readonly WorklistEntry[]> => (await studentsOf(places, district, school))?.entries ?? [];

async function studentsOf(
  { records, table }: Stored,
  district: DistrictId,
  school: string,
): Promise<StudentsOfSchool | null> {
  const item = await table.get(tableKeys.worklist(district, school));
  if (item === null) return null;
  const [edition, file] = [String(item["edition"]), String(item["file"])];
  const { mandate, asOf } = await staffManifest(records, district, edition);
  const bytes = await records.get(file);
  if (bytes === null) throw new Error(`no students under ${file}`);
  const definition = studentsTable(mandate.requirements.map(({ id }) => id));
  const rows = fromArrow(definition, bytes, [Number(item["from"]), Number(item["until"])]);
  const entries = worklistEntries(
    rows as unknown as readonly StudentRow[],
    mandate.requirements,
    asOf as Day,
  );
  return { edition, asOf: asOf as Day, entries: mostUrgentFirst(entries) };
}

const mostUrgentFirst = (entries: readonly WorklistEntry[]): readonly WorklistEntry[] =>
  entries
    .map((entry) => ({
      entry,
      key: `${urgency(entry)}#${entry.student}#${entry.requirement}`,
    }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ entry }) => entry);

/** Entries that a page shows, where there are as many. */
export const PAGE_ENTRIES = 50;

/** Whose part of a school's worklist: of a counselor (the empty text is nobody named), of a need, or of all. */
export interface CaseloadAsked {
  readonly counselor: string | null;
  readonly need: WorklistNeed | null;
  /** The `next` of the page before; null for the first. */
  readonly after: string | null;
}

export interface WorklistPage {
  readonly entries: readonly WorklistEntry[];
  /** Hand it to the next page to go on; null at the end. */
  readonly next: string | null;
}

/**
 * One page of a school's worklist, most urgent first. A page goes on within the edition in which the
 * one before it ended, so that a night in between repeats and skips nobody.
 * @throws MalformedCursor when `after` is of another edition or of no page
 */
export async function caseloadPage(
  places: Stored,
  district: DistrictId,
  school: string,
  { counselor, need, after }: CaseloadAsked,
): Promise<WorklistPage> {
  const students = await studentsOf(places, district, school);
  if (students === null) return { entries: [], next: null };
  const asked = students.entries.filter(
    (entry) =>
      (counselor === null || entry.counselor === counselor) &&
      (need === null || entry.need === need),
  );
  const from = after === null ? 0 : placeAfter(after, students.edition, asked.length);
  const until = from + PAGE_ENTRIES;
  return {
    entries: asked.slice(from, until),
    next: until < asked.length ? `${students.edition}:${until}` : null,
  };
}

function placeAfter(after: string, edition: string, entries: number): number {
  const [of, place = ""] = after.split(":");
  const from = Number(place);
  if (of !== edition || !/^\d+$/.test(place) || from >= entries) throw new MalformedCursor();
  return from;
}
