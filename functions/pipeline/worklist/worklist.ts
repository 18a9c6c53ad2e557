import type { WorklistEntry } from "../../reports/worklist/worklist-entries.ts";
import type { SchoolStudents, SchoolWorklist } from "../../reports/worklist/school-worklist.ts";
import type { Day } from "../../domain/calendar/day.ts";
import type { DistrictId } from "../../domain/ids.ts";
import { tableKeys } from "../../layout.ts";
import { entriesAsked, type CaseloadAsked } from "../../reports/worklist/caseload-asked.ts";
import { MalformedCursor, type Places } from "../ports.ts";
import { readStudents } from "../../reports/students/read-students.ts";
import { staffManifest } from "../release/staff-editions.ts";

type Stored = Pick<Places, "records" | "table">;

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

/** Entries that a page shows, where there are as many. */
export const PAGE_ENTRIES = 50;

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
