import type { DistrictId } from "../domain/ids.ts";
import type { Table } from "./ports.ts";
import type { WorklistEntry, WorklistNeed } from "./worklist-entries.ts";
import { worklistPage, type WorklistPage } from "./worklist.ts";

/** Entries that a page shows at least, where there are as many. */
export const PAGE_ENTRIES = 50;

/** Whose part of a school's worklist: of a counselor (the empty text is nobody named), of a need, or of all. */
export interface CaseloadAsked {
  readonly counselor: string | null;
  readonly need: WorklistNeed | null;
  /** The `next` of the page before; null for the first. */
  readonly after: string | null;
}

/**
 * One page of a school's worklist, most urgent first. Without a counselor it is one query however
 * large the district is. The index has no counselor, so for a caseload the school's part is read on
 * until the page is full: it may be somewhat longer, and costs no more than the school's part does.
 */
export async function caseloadPage(
  table: Table,
  district: DistrictId,
  school: string,
  { counselor, need, after }: CaseloadAsked,
): Promise<WorklistPage> {
  const entries: WorklistEntry[] = [];
  let next = after;
  do {
    const page: WorklistPage = await worklistPage(table, district, school, {
      need: need ?? undefined,
      after: next,
      limit: PAGE_ENTRIES,
    });
    entries.push(
      ...page.entries.filter((entry) => counselor === null || entry.counselor === counselor),
    );
    next = page.next;
  } while (next !== null && entries.length < PAGE_ENTRIES);
  return { entries, next };
}
