import type { Caseload } from "../../reports/worklist/caseloads.ts";
import { longDay } from "../../domain/calendar/long-day.ts";
import { counted, number } from "../../domain/text/counted.ts";
import type { WorklistEntry } from "../../reports/worklist/worklist-entries.ts";
import { WORKLIST_NEEDS, type WorklistNeed } from "../../reports/worklist/worklist-entries.ts";
import { columns } from "../arguments/text-columns.ts";

/**
 * The worklist as a table, and below it each rule once in plain words with its source.
 * @param all how many entries there are, of which these are the most urgent
 * @param whose whose list it is, such as " of counselor K-71"; empty for everybody's
 */
export function worklistText(
  entries: readonly WorklistEntry[],
  all: number,
  whose: string,
): string {
  const [first] = entries;
  if (first === undefined) {
    return `the list${whose} is empty: nothing is overdue or due within 30 days, and no record needs fixing. If no plans were sent, this says nothing about reviews.\n`;
  }
  const header = [
    ...["need", "due", "days left", "student", "name", "grade", "school", "counselor"],
    ...["requirement", "status", "who acts"],
  ];
  const rows = entries.map((entry) => [
    entry.need,
    dueText(entry),
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
      ? counted(all, "entry", "entries")
      : `the ${number(entries.length)} most urgent of ${number(all)} entries`;
  return `${columns(header, rows)}${many} as of ${longDay(first.asOf)}\n\n${[...rules.values()].join("")}`;
}

function dueText({ dueOn, sinceOn }: WorklistEntry): string {
  if (dueOn !== null) return longDay(dueOn);
  return sinceOn === null ? "" : `since ${longDay(sinceOn)}`;
}

/**
 * How a list names the missing counselor of students for whom no plan names one, and how
 * `--counselor` asks for them.
 */
export const NONE_NAMED = "(none named)";

/** How many students and entries wait for each counselor. */
export function caseloadsText(caseloads: readonly Caseload[], whose: string): string {
  if (caseloads.length === 0)
    return `the list${whose} is empty: no student waits for a counselor. If no plans were sent, this says nothing about reviews.\n`;
  // A need that no student has gets no column.
  const needs = WORKLIST_NEEDS.filter((need) => caseloads.some(({ entries }) => entries[need] > 0));
  const header = [
    ...["school", "counselor", "students"],
    ...needs.map((need) => NEED_HEADS[need]),
    "next due",
  ];
  return columns(
    header,
    caseloads.map(({ schoolName, counselor, students, entries, nextDueOn }) => [
      schoolName,
      counselor === "" ? NONE_NAMED : counselor,
      number(students),
      ...needs.map((need) => number(entries[need])),
      nextDueOn === null ? "" : longDay(nextDueOn),
    ]),
  );
}

const NEED_HEADS: { readonly [need in WorklistNeed]: string } = {
  overdue: "review overdue",
  "plan-missing": "plan missing",
  "content-missing": "content missing",
  "signature-missing": "signature missing",
  "record-missing": "record missing",
  "due-soon": "due soon",
  "no-plan": "no plan",
  "fix-record": "records to fix",
};
