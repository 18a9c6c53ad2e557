import { byText } from "../../domain/text/compare-text.ts";
import type { RecordOwner } from "../../metrics/cube/record-problem.ts";
import type { WorklistEntry } from "./worklist-entries.ts";
import {
  isPastDue,
  WORKLIST_NEEDS,
  type WorklistNeed,
} from "../../metrics/questions/worklist-needs.ts";

/** Something to be done about a student, as far as its place in a list asks. */
export interface Urgent {
  readonly requirement: string;
  readonly need: WorklistNeed;
  readonly dueOn: string | null;
  readonly sinceOn: string | null;
  readonly owner: RecordOwner;
}

/** What a list is sorted by: past its due day first, then due soon, without a plan, records to fix; the earliest day first. */
export const urgency = ({
  need,
  dueOn,
  sinceOn,
}: Pick<Urgent, "need" | "dueOn" | "sinceOn">): string =>
  // What was due in an earlier school year, on a day that no record gives, comes first.
  `${rankOf(need)}#${dueOn ?? sinceOn ?? (isPastDue(need) ? "0000" : "9999")}`;

const rankOf = (need: WorklistNeed): number =>
  isPastDue(need) ? 0 : WORKLIST_NEEDS.indexOf(need) - WORKLIST_NEEDS.indexOf("due-soon") + 1;

/** Most urgent first over several schools. */
export const byUrgency = (entries: readonly WorklistEntry[]): readonly WorklistEntry[] =>
  entries
    .map((entry) => ({ entry, key: keyOf(entry) }))
    .sort(byText(({ key }) => key))
    .map(({ entry }) => entry);

const keyOf = (entry: WorklistEntry): string =>
  [urgency(entry), entry.school, entry.student, entry.requirement].join("#");
