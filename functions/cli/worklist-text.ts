import type { Caseload } from "../exports/caseloads.ts";
import type { WorklistEntry } from "../exports/worklist-entries.ts";
import { columns } from "./text-columns.ts";

/**
 * The worklist as a table, and below it each rule once in plain words with where it is written.
 * @param all how many entries there are, of which these are the most urgent
 * @param whose whose list it is, such as " of counselor K-71"; empty for everybody's
 */
export function worklistText(
  entries: readonly WorklistEntry[],
  all: number,
  whose: string,
): string {
  if (entries.length === 0) {
    return `the list${whose} is empty: no record shows anything overdue or due within 30 days, and none is to be fixed. Where no plans were sent, nothing can be said about reviews.\n`;
  }
  const header = [
    ...["need", "due", "days left", "student", "name", "grade", "school", "counselor"],
    ...["requirement", "status", "who acts"],
  ];
  const rows = entries.map((entry) => [
    entry.need,
    entry.dueOn ?? (entry.sinceOn === null ? "" : `since ${entry.sinceOn}`),
    entry.daysLeft === null ? "" : String(entry.daysLeft),
    entry.student,
    `${entry.familyName}, ${entry.givenName}`,
    entry.grade,
    entry.schoolName,
    entry.counselor,
    entry.requirementName,
    entry.status,
    entry.owner,
  ]);
  const rules = new Map(
    entries.map(({ requirement, requirementName, rule, citation }) => [
      requirement,
      `${requirementName}: ${rule}${citation === "" ? "" : ` (${citation})`}\n`,
    ]),
  );
  const many =
    all === entries.length
      ? `${count(all)} entries`
      : `the ${count(entries.length)} most urgent of ${count(all)} entries`;
  return `${columns(header, rows)}${many} as of ${entries[0]?.asOf ?? ""}\n\n${[...rules.values()].join("")}`;
}

/** How much waits for each counselor. */
export function caseloadsText(caseloads: readonly Caseload[], whose: string): string {
  if (caseloads.length === 0)
    return `the list${whose} is empty: no record shows anybody who waits for a counselor. Where no plans were sent, nothing can be said about reviews.\n`;
  const header = [
    ...["school", "counselor", "students", "overdue", "due soon", "no plan"],
    ...["records to fix", "next due"],
  ];
  return columns(
    header,
    caseloads.map(({ schoolName, counselor, students, entries, nextDueOn }) => [
      schoolName,
      counselor === "" ? "(none named)" : counselor,
      count(students),
      count(entries.overdue),
      count(entries["due-soon"]),
      count(entries["no-plan"]),
      count(entries["fix-record"]),
      nextDueOn ?? "",
    ]),
  );
}

const count = (value: number): string => value.toLocaleString("en-US");
