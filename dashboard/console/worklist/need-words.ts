import type { WorklistEntry } from "../../../functions/reports/worklist/worklist-entries.ts";
import type { WorklistNeed } from "../../../functions/reports/worklist/worklist-entries.ts";
import { dayInWords } from "../words/days.js";
import { counted } from "../words/numbers.js";

/** What is to be done, in the order of urgency. */
export const NEED_NAMES: { readonly [need in WorklistNeed]: string } = {
  overdue: "Review overdue",
  "plan-missing": "Plan missing",
  "content-missing": "Content missing",
  "signature-missing": "Signature or participation missing",
  "record-missing": "Record missing",
  "due-soon": "Due within 30 days",
  "no-plan": "No plan",
  "fix-record": "Record to fix",
};

/** "55 days overdue", "due today", "due in 22 days"; for a record, since when. */
export function urgencyInWords({ need, daysLeft, sinceOn }: WorklistEntry): string {
  if (need === "fix-record") {
    return sinceOn === null ? "To be fixed" : `Since ${dayInWords(sinceOn)}`;
  }
  if (daysLeft === null) return isPastDue(need) ? "Due in an earlier year" : NEED_NAMES[need];
  if (daysLeft < 0) return `${counted(-daysLeft, "day")} overdue`;
  return daysLeft === 0 ? "Due today" : `Due in ${counted(daysLeft, "day")}`;
}

const isPastDue = (need: WorklistNeed): boolean => need === "overdue" || isMissing(need);

/** A plan, its content, a signature or a record: the name of the need says which. */
export const isMissing = (need: WorklistNeed): boolean => need.endsWith("-missing");
