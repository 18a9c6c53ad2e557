import { longDay } from "../../domain/calendar/long-day.ts";
import { counted, number } from "../../domain/text/counted.ts";
import { CONFORMED } from "../../domain/record-types/conformed-tables.ts";
import { REJECT_REASON_NAMES } from "../../domain/records/reject.ts";
import type { SharedAttendance } from "../../join/attendance-books.ts";
import type { IngestReport } from "../steps/ingest.ts";
import { printable } from "../arguments/printable.ts";
import type { PublishReport } from "../steps/publish-release.ts";
import type { QuarantinedFile, ShownRejects } from "../../pipeline/conform/quarantine-list.ts";
import type { Replayed } from "../steps/quarantine.ts";
import { columns } from "../arguments/text-columns.ts";

/** What an ingest prints: one line per file. */
export function ingestText(report: IngestReport): string {
  const { files, isNew, version, absencesOutside, undatedEnrollments, gradeLevels } = report;
  const rows = files.map((file) => [
    printable(file.file),
    file.outcome,
    file.isKnown ? "known" : "new",
    number(file.records),
    number(file.accepted),
    number(file.rejected),
    number(file.notCounted),
    number(file.leftOut),
    number(file.setAside),
  ]);
  const header = [
    ...["file", "outcome", "", "records", "accepted", "rejected", "not counted"],
    ...["left out", "set aside"],
  ];
  const table = columns(header, rows);
  const end =
    version === null
      ? ""
      : isNew
        ? `conformed version ${version}\n`
        : `nothing new: conformed version ${version} is still in use\n`;
  const notes = files
    .filter(({ message }) => message !== "")
    .map(({ file, message }) => `${printable(file)}: ${printable(message)}\n`);
  const rejects = files.some(({ rejected }) => rejected > 0)
    ? "ilp quarantine list shows which records were rejected, why, and what to do\n"
    : "";
  const outside =
    absencesOutside === 0
      ? ""
      : `${counted(absencesOutside, "absence")} on days when the student was not enrolled, or the student's school was not in session: kept, but not counted\n`;
  const shared = report.sharedAttendance === null ? "" : sharedText(report.sharedAttendance);
  const undated =
    undatedEnrollments === 0
      ? ""
      : `${counted(undatedEnrollments, "enrollment")} without a start date in any file: the student counts as enrolled all year; send roles.csv with beginDate, or enrollments with dates\n`;
  const ungraded =
    gradeLevels.unknown === 0
      ? ""
      : `${number(gradeLevels.unknown)} of ${counted(gradeLevels.students, "student")} without a grade level in any file: no requirement can be checked for them; fill in the grade level and send the export again\n`;
  const district = outside + shared + undated + ungraded;
  return table + notes.join("") + rejects + district + changesText(report) + end;
}

/** What is counted of days that two files have: an absence that only the older one has stays. */
function sharedText({ files, days, different }: SharedAttendance): string {
  const [first = "", second = "", ...more] = files.map(printable);
  const names = `${first} and ${second}${more.length === 0 ? "" : ` and ${counted(more.length, "more file")}`}`;
  const marks =
    different === 0
      ? "with the same marks"
      : `${number(different)} of them with different marks: the file that came later counts, or of files that came together the shorter absence`;
  return `${counted(days, "day")} of students ${days === 1 ? "is" : "are"} in more than one attendance file (${names}), ${marks}. An absence that only one of the files has counts. If one file is to replace another, send it under the same name. If their names differ by the day alone, a profile of mode bulk does that\n`;
}

/** How the records differ from those before, and what did not come: no figure is to move without a word. */
function changesText(report: IngestReport): string {
  const { changes, schoolsGone, notSent } = report;
  const lines = changes.map(({ table, added, changed, withdrawn }) => {
    const counts = [
      [added, "added"],
      [changed, "changed"],
      [withdrawn, "removed"],
    ] as const;
    const words = counts
      .filter(([count]) => count > 0)
      .map(([count, how]) => `${number(count)} ${how}`);
    return `  ${CONFORMED[table].title}: ${words.join(", ")}\n`;
  });
  const head = lines.length === 0 ? "" : "compared with the records before this ingest:\n";
  const gone = schoolsGone.map(
    (name) => `  the school ${printable(name)} is not in the records any more\n`,
  );
  const missing =
    notSent.length === 0
      ? ""
      : `not sent this time, so the last version of each is still used: ${notSent.map(printable).join(", ")}\n`;
  return missing + damageText(report) + head + lines.join("") + gone.join("");
}

/** What of the stored records was damaged, and what cannot be said because of it. */
function damageText({ madeAgain, notCompared }: IngestReport): string {
  const again =
    madeAgain === 0
      ? ""
      : `${counted(madeAgain, "file")} of stored records ${madeAgain === 1 ? "was" : "were"} damaged or missing, and ${madeAgain === 1 ? "was" : "were"} made again from the files as they were sent\n`;
  const lines = notCompared.map(
    ({ table, month, records }) =>
      `${CONFORMED[table].title}${month === null ? "" : ` of ${month}`}: nobody can say what was added, changed or removed, since the records before this ingest are damaged and the files as they were sent do not give them any more; the ${counted(records, "record")} now in use ${records === 1 ? "comes" : "come"} from the files as they were sent\n`,
  );
  return again + lines.join("");
}

/** The files with rejects, and under each its reasons with what to do. */
export function quarantineText(files: readonly QuarantinedFile[]): string {
  if (files.length === 0) return "nothing is in quarantine: every record of every file is used\n";
  return files
    .map(({ file, kind, sha256, outcome, records, rejected, remedy, reasons, ...more }) => {
      const counts = [
        `${number(rejected)} of ${counted(records, "record")} rejected`,
        ...(more.repeated === 0 ? [] : [`${number(more.repeated)} repeated`]),
        ...(more.contradicted === 0 ? [] : [`${number(more.contradicted)} contradicted`]),
        ...(more.setAside === 0 ? [] : [counted(more.setAside, "value") + " set aside"]),
      ].join(", ");
      const head = `${printable(file)} (${kind}, ${sha256.slice(0, 12)}): ${outcome}, ${counts}\n`;
      const lines = reasons.map(
        ({ column, reasonName, records: many, remedy }) =>
          `  ${number(many)} × ${column === "" ? "" : `${printable(column)}: `}${reasonName}. ${remedy}\n`,
      );
      return head + (remedy === "" ? "" : `  ${remedy}\n`) + lines.join("");
    })
    .join("");
}

/**
 * One line per reject, without a value: its number says where the record is in the file as sent.
 */
export function rejectsText(shown: ShownRejects): string {
  const { rejects, onlyCounted } = shown;
  if (rejects.length === 0)
    return "no single record of this file is rejected; ilp quarantine list shows whether the file as a whole is used\n";
  const rows = rejects.map(({ record, column, reason, remedy }) => [
    String(record),
    printable(column),
    REJECT_REASON_NAMES[reason],
    remedy,
  ]);
  const others = onlyCounted === 0 ? "" : onlyCountedText(shown);
  return columns(["record", "column", "reason", "what to do"], rows) + others;
}

export const onlyCountedText = ({ onlyCounted }: ShownRejects): string =>
  `and ${number(onlyCounted)} more, which are counted but not listed: ilp quarantine list shows how many there are of each kind\n`;

export function replayText({ files, version }: Replayed): string {
  const rows = files.map(({ file, kind, outcome, rejectedBefore, rejected }) => [
    printable(file),
    kind,
    outcome,
    rejectedBefore === null ? "" : number(rejectedBefore),
    number(rejected),
  ]);
  const table =
    rows.length === 0
      ? "nothing changed: every file gives the same records as before\n"
      : columns(["file", "kind", "outcome", "rejected before", "now"], rows);
  return version === null ? table : `${table}conformed version ${version} is now in use\n`;
}

export function publishText(report: PublishReport): string {
  const { edition, isNew, isCurrent, schoolsMeasured, publicRelease, nextPublicOn } = report;
  const { takenOut, notMade } = report;
  const lines = [
    ...(takenOut.length === 0
      ? []
      : [
          `releases made by the old method were removed from the public folder, since counts could be worked out from them: ${takenOut.join(", ")}; dates that the records cover were published again for staff`,
        ]),
    ...(notMade.length === 0
      ? []
      : [
          `not published again, since the records have no student and no instructional day on these dates: ${notMade.join(", ")}`,
        ]),
    isNew
      ? `staff edition ${edition} (${counted(schoolsMeasured, "school")} measured)`
      : `staff edition ${edition} already exists; nothing changed`,
    ...(report.replaces === null
      ? []
      : [
          `it replaces edition ${report.replaces} of the same day, which had other records, rules or earlier editions`,
        ]),
    isCurrent
      ? "it is the current staff edition"
      : "an edition with a later date is still the current one",
    publicRelease === null
      ? "no public release is due; the public figures are unchanged"
      : report.isPublicNew
        ? `published release ${publicRelease}`
        : `public release ${publicRelease} already exists`,
    nextPublicOn === null
      ? "public releases are made by hand: ilp publish --public"
      : `the next public release is due on ${longDay(nextPublicOn)}`,
    ...notCollectedLines(report),
  ];
  return `${lines.join("\n")}\n`;
}

/** Requirements that no record of the district can decide, each with the column that would. */
function notCollectedLines({ notCollected }: PublishReport): readonly string[] {
  if (notCollected.length === 0) return [];
  return [
    "no record shows what these requirements ask for; the file and column in parentheses would:",
    ...notCollected.map(
      ({ requirementName, what, file, column }) =>
        `  ${requirementName}: ${what} (${file}, ${column})`,
    ),
  ];
}
