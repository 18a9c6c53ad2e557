import { counted } from "../../domain/text/counted.ts";
import type { ReadingNotes } from "../manifest/manifest.ts";

/** What was left out of the files, and what is kept and not counted. */
export const dataQualitySentence = (
  {
    files,
    rejects,
  }: {
    readonly files: readonly { readonly outcome: string }[];
    readonly rejects: readonly unknown[];
  },
  reading: ReadingNotes,
): string =>
  [
    rejects.length === 0
      ? "Every record of the files in use could be used."
      : `Some records or values could not be used, for ${counted(rejects.length, "different reason")} or ${rejects.length === 1 ? "column" : "columns"}.`,
    files.some(({ outcome }) => outcome !== "used" && outcome !== "ignored")
      ? "A file was left out as a whole."
      : "",
    outsideSentence(reading),
    reading.hasUndatedEnrollments
      ? "Some enrollments have no start date in any file: their students count as enrolled all year."
      : "",
    notCollectedSentence(reading),
  ]
    .filter((text) => text !== "")
    .join(" ");

/** Not collected is not "not done": how many requirements nobody can judge, and what would change that. */
function notCollectedSentence({ notCollected = [] }: ReadingNotes): string {
  const requirements = new Set(notCollected.map(({ requirement }) => requirement)).size;
  if (requirements === 0) return "";
  return `No record shows what ${counted(requirements, "requirement")} ${requirements === 1 ? "asks" : "ask"} for: the list of what is not collected names the file and column that would decide it.`;
}

function outsideSentence({ absencesOutside }: ReadingNotes): string {
  if (absencesOutside === null) return "";
  const [first = "", ...rest] = absencesOutside;
  return `${first.toUpperCase()}${rest.join("")} absences are on days when the student was not enrolled or the student's school was not in session: they are kept, but not counted. Check the calendar and the dates of entry and withdrawal.`;
}
