import { costsTheRecord, REJECT_REASON_NAMES, type Reject } from "../../domain/records/reject.ts";
import { longDay } from "../../domain/calendar/long-day.ts";
import { counted, number } from "../../domain/text/counted.ts";
import { grouped } from "../../domain/text/grouped.ts";
import { checkInWords } from "../../reports/state-errors/state-errors-sheet.ts";
import type { StateErrorReport } from "../../pipeline/state-reports/state-errors.ts";
import { columns } from "../arguments/text-columns.ts";

/** What `ilp report errors` prints: the errors by rule. It names no student and repeats no cell but ids of rules. */
export function stateErrorsText(report: StateErrorReport): string {
  const { profile, kept, rules, errors } = report;
  const unmatched = errors.filter(({ match }) => match.kind === "unmatched").length;
  const rows = rules.map((rule) => [
    rule.severity,
    rule.ruleId,
    number(rule.errors),
    number(rule.students),
    number(rule.unmatched),
    checkInWords(rule.check),
    rule.note,
  ]);
  return [
    `${profile.title} (${profile.id}): ${counted(errors.length, "error")} in ${counted(report.records, "record")}\n`,
    ...(profile.status === "recalled" ? [RECALLED] : []),
    ...(rows.length === 0 ? [] : [columns(HEADER, rows)]),
    ...(unmatched === 0
      ? []
      : [`${counted(unmatched, "error")} without a student of the district: the list says why\n`]),
    notReadText(report),
    `The list of students is in the formats csv, xlsx and json. The report is kept until ${longDay(kept.keptUntil)}.\n`,
  ].join("");
}

const RECALLED =
  "This profile was written without a file of the state: compare some errors with the state's own page.\n";

const HEADER = [
  ...["severity", "rule", "errors", "students", "not matched"],
  ...["our check that would have found it", "note"],
];

/** What could not be read, by reason, with the numbers of the records; empty where all was. */
export function notReadText({ rejects, isCutShort }: StateErrorReport): string {
  const byReason = grouped(
    rejects,
    (reject) => `${String(costsTheRecord(reject))} ${reject.column} ${reject.reason}`,
  );
  const reasons = [...byReason.values()].map(reasonText);
  const cut = "The report breaks off there: the records after it are not read.\n";
  return [...reasons, ...(isCutShort ? [cut] : [])].join("");
}

/** Of many records only the first are named. */
const MOST_NUMBERS = 20;

function reasonText(rejects: readonly Reject[]): string {
  const [first] = rejects;
  if (first === undefined) return "";
  const named = rejects.slice(0, MOST_NUMBERS).map(({ record }) => String(record));
  const more = rejects.length > MOST_NUMBERS ? " …" : "";
  const column = first.column === "" ? "" : ` (${first.column})`;
  const cost = costsTheRecord(first) ? "not read" : "read without the value";
  return `${counted(rejects.length, "record")} ${cost}: ${REJECT_REASON_NAMES[first.reason]}${column}: ${rejects.length === 1 ? "record" : "records"} ${named.join(", ")}${more}\n`;
}

/** How many records could not be read. */
export const recordsNotRead = ({ rejects }: StateErrorReport): number =>
  new Set(rejects.filter(costsTheRecord).map(({ record }) => record)).size;
