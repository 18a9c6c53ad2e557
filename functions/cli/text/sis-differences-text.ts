import { costsTheRecord, REJECT_REASON_NAMES } from "../../domain/records/reject.ts";
import { counted, number } from "../../domain/text/counted.ts";
import { grouped } from "../../domain/text/grouped.ts";
import type { ComparedWithSis } from "../../reports/sis-values/compare-with-sis.ts";
import { DIFFERENCES } from "../../reports/sis-values/sis-differences-sheet.ts";
import { columns } from "../arguments/text-columns.ts";

/** What `ilp report compare` prints: differences by kind and field. It names no student and repeats no cell. */
export function sisDifferencesText(compared: ComparedWithSis): string {
  const { profile, differences, fields, students, matched, listed, lacking } = compared;
  const titles = new Map(fields.map(({ id, title }) => [id, title]));
  const kinds = [...grouped(differences, ({ kind, field }) => `${kind} ${field}`).values()];
  const rows = kinds.flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { words, remedy } = DIFFERENCES[first.kind];
    return [[number(group.length), words, titles.get(first.field) ?? "", remedy]];
  });
  return [
    `${profile.title}: ${number(matched)} of ${counted(students, "student")} are in the list of ${counted(listed, "record")}\n`,
    ...(profile.status === "recalled" ? [RECALLED] : []),
    ...(lacking.length === 0 ? [] : [`The list has no column ${lacking.join(", ")}.\n`]),
    rows.length === 0 ? "Nothing differs.\n" : columns(HEADER, rows),
    sisNotReadText(compared),
    ...(rows.length === 0 ? [] : ["The students are in the formats csv, xlsx and json.\n"]),
  ].join("");
}

const RECALLED =
  "This profile was written without a list of the system: compare some students by hand.\n";

const HEADER = ["students", "difference", "field", "what to do"];

/** What could not be read, by column and reason; empty where all was. */
export function sisNotReadText({
  rejects,
  isCutShort,
}: Pick<ComparedWithSis, "rejects" | "isCutShort">): string {
  const reasons = [...grouped(rejects, ({ column, reason }) => `${column} ${reason}`).values()];
  const lines = reasons.flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [
          `${counted(others.length + 1, "record")} not read: ${REJECT_REASON_NAMES[first.reason]}${first.column === "" ? "" : ` (${first.column})`}: from record ${first.record} on\n`,
        ],
  );
  return [
    ...lines,
    ...(isCutShort ? ["The list breaks off there: the records after it are not read.\n"] : []),
  ].join("");
}

/** How many records could not be read. */
export const sisRecordsNotRead = ({ rejects }: Pick<ComparedWithSis, "rejects">): number =>
  rejects.filter(costsTheRecord).length;
