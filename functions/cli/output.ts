import type { WorklistEntry } from "../pipeline/worklist-entries.ts";
import type { Explanation } from "./explain.ts";
import type { IngestReport } from "./ingest.ts";
import type { PublishReport } from "./publish-release.ts";

/** What people read after an ingest: a line a file. */
export function ingestText({ files, isNew, version }: IngestReport): string {
  const rows = files.map(({ file, outcome, isKnown, records, accepted, rejected, message }) => [
    file,
    message === "" ? outcome : `${outcome}: ${message}`,
    isKnown ? "known" : "new",
    count(records),
    count(accepted),
    count(rejected),
  ]);
  const table = columns(["file", "outcome", "", "records", "accepted", "rejected"], rows);
  const end =
    version === null
      ? ""
      : isNew
        ? `conformed version ${version}\n`
        : `nothing new: conformed version ${version} stays in force\n`;
  return table + end;
}

export function publishText({ release, isNew, isCurrent, schoolsMeasured }: PublishReport): string {
  const what = isNew
    ? `published release ${release} (${schoolsMeasured} schools measured)`
    : `release ${release} was published before; nothing changed`;
  const current = isCurrent
    ? "it is the current release"
    : "a release of a later day, or a later one of the same day, stays the current one";
  return `${what}\n${current}\n`;
}

export function worklistText(entries: readonly WorklistEntry[]): string {
  if (entries.length === 0) return "nobody waits: no review is overdue or due within 30 days\n";
  const rows = entries.map((entry) => [
    entry.need,
    entry.dueOn ?? "",
    entry.daysLeft === null ? "" : String(entry.daysLeft),
    entry.student,
    `${entry.familyName}, ${entry.givenName}`,
    entry.grade,
    entry.schoolName,
    entry.requirementName,
    entry.status,
  ]);
  const header = [
    "need",
    "due",
    "days left",
    "student",
    "name",
    "grade",
    "school",
    "requirement",
    "status",
  ];
  return `${columns(header, rows)}${count(entries.length)} entries as of ${entries[0]?.asOf ?? ""}\n`;
}

/** A student's requirements in sentences that a counselor can hold against the records. */
export function explanationText(explanation: Explanation): string {
  const { givenName, familyName, student, grade, schoolName, asOf, mandate } = explanation;
  const lines = [
    `${givenName} ${familyName} (${student}), grade ${grade ?? "unknown"}, ${schoolName ?? "in no school"} as of ${asOf}`,
    `Rule: ${mandate}`,
    ...explanation.plans.map(
      ({ plan, planType, status, openedOn, closedOn }) =>
        `Plan ${plan}: ${planType}, ${status}, open from ${openedOn}${closedOn === null ? "" : ` until ${closedOn}`}`,
    ),
  ];
  if (explanation.plans.length === 0) lines.push("No plan of this school year.");
  for (const {
    name,
    rule,
    because,
    status,
    opensOn,
    dueOn,
    review,
    citation,
  } of explanation.requirements) {
    lines.push("", `${name}: ${status}`, `  ${because}`, `  Rule: ${rule}`);
    if (opensOn !== null) lines.push(`  Counts from ${opensOn}.`);
    if (dueOn !== null) lines.push(`  Due on ${dueOn}.`);
    if (review !== null) lines.push(`  The review that counts is ${review}.`);
    lines.push(`  Source: ${citation}`);
  }
  if (explanation.note !== "") lines.push("", explanation.note);
  return `${lines.join("\n")}\n`;
}

const count = (value: number): string => value.toLocaleString("en-US");

function columns(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [header, ...rows];
  const widths = header.map((_, index) => Math.max(...all.map((row) => row[index]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join("");
}
