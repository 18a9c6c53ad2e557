import { byKey, byText } from "../../domain/text/compare-text.ts";
import { counted } from "../../domain/text/counted.ts";
import { grouped } from "../../domain/text/grouped.ts";
import { calendarOf, escaped, eventDays } from "./calendar-lines.ts";
import type { WorklistEntry } from "./worklist-entries.ts";

/** What a due day is made from: an entry of the worklist has it all. */
export type DueEntry = Pick<
  WorklistEntry,
  "school" | "schoolName" | "counselor" | "student" | "requirementName" | "need" | "dueOn"
>;

/**
 * The due days ahead of each counselor as a calendar (RFC 5545): one event of a whole day per school,
 * counselor and due day, with how many students have what due. It names no student. The identifier of
 * an event is the same in every version, so that a calendar that takes the file in again changes an
 * event instead of doubling it.
 * @param asOf the day that the counts are true for
 * @param hash a short hash of a text, for the identifiers
 * @param nameOf the name of a counselor
 */
export function caseloadsIcs(
  entries: readonly DueEntry[],
  asOf: string,
  hash: (text: string) => string,
  nameOf: (counselor: string) => string = (counselor) => counselor,
): string {
  const ahead = entries.filter(({ need, dueOn }) => need === "due-soon" && dueOn !== null);
  const keyOf = ({ school, counselor, dueOn }: DueEntry): string =>
    [school, counselor, dueOn].join("\u0000");
  return calendarOf(
    [...grouped(ahead, keyOf)].sort(byKey).flatMap(([key, own]) => {
      const [first] = own;
      return first === undefined
        ? []
        : eventOf(first, own, { asOf, id: hash(key), whom: nameOf(first.counselor) });
    }),
  );
}

function eventOf(
  { schoolName, dueOn }: DueEntry,
  entries: readonly DueEntry[],
  { asOf, id, whom }: { readonly asOf: string; readonly id: string; readonly whom: string },
): readonly string[] {
  const students = new Set(entries.map(({ student }) => student)).size;
  const things = [...grouped(entries, ({ requirementName }) => requirementName)]
    .map(([name, own]) => ({ name, count: own.length }))
    .sort(byText(({ name }) => name))
    .map(({ name, count }) => `${name}: ${counted(count, "student")}`);
  return [
    "BEGIN:VEVENT",
    `UID:${id}@caseloads.ilp-observatory`,
    ...eventDays(asOf, dueOn ?? asOf),
    `SUMMARY:${escaped(`Due for ${counted(students, "student")}: ${whom === "" ? "students without a counselor" : whom}`)}`,
    `LOCATION:${escaped(schoolName)}`,
    `DESCRIPTION:${escaped(things.join("\n"))}`,
    "CLASS:CONFIDENTIAL",
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}
