import type { RecordOwner } from "../metrics/record-problem.ts";
import { WORKLIST_NEEDS, type WorklistEntry, type WorklistNeed } from "./worklist-entries.ts";

/** Something to be done about a student, as far as its place in a list asks. */
export interface Urgent {
  readonly requirement: string;
  readonly need: WorklistNeed;
  readonly dueOn: string | null;
  readonly sinceOn: string | null;
  readonly owner: RecordOwner;
}

/** What a list is sorted by: overdue first, then due soon, without a plan, records to fix; the earliest day first. */
export const urgency = ({
  need,
  dueOn,
  sinceOn,
}: Pick<Urgent, "need" | "dueOn" | "sinceOn">): string =>
  // What was due in an earlier school year, on a day that no record gives, comes first.
  `${WORKLIST_NEEDS.indexOf(need)}#${dueOn ?? sinceOn ?? (need === "overdue" ? "0000" : "9999")}`;

/** Most urgent first over several schools. */
export const byUrgency = (entries: readonly WorklistEntry[]): readonly WorklistEntry[] =>
  entries
    .map((entry) => ({ entry, key: keyOf(entry) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ entry }) => entry);

const keyOf = (entry: WorklistEntry): string =>
  [urgency(entry), entry.school, entry.student, entry.requirement].join("#");
