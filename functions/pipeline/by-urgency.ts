import { WORKLIST_NEEDS, type WorklistEntry } from "./worklist-entries.ts";

/** Most urgent first over several schools: overdue by the days, due soon, without a plan, records to mend. */
export const byUrgency = (entries: readonly WorklistEntry[]): readonly WorklistEntry[] =>
  entries
    .map((entry) => ({ entry, key: keyOf(entry) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ entry }) => entry);

/** What was due in an earlier school year, on a day that no record gives, comes before what was due in this one. */
export const urgentSince = ({
  need,
  dueOn,
  sinceOn,
}: Pick<WorklistEntry, "need" | "dueOn" | "sinceOn">): string =>
  dueOn ?? sinceOn ?? (need === "overdue" ? "0000" : "9999");

const keyOf = ({ need, dueOn, sinceOn, school, student, requirement }: WorklistEntry): string =>
  [
    WORKLIST_NEEDS.indexOf(need),
    urgentSince({ need, dueOn, sinceOn }),
    school,
    student,
    requirement,
  ].join("#");
