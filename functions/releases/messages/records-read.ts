import type { ReadingNotes } from "../manifest/manifest.ts";
import { say, type Message } from "../words/message.ts";

/** What was left out of the files, and what is kept but not counted. */
export function recordMessages(
  {
    files,
    rejects,
  }: {
    readonly files: readonly { readonly outcome: string }[];
    readonly rejects: readonly unknown[];
  },
  { absencesOutside, hasUndatedEnrollments, calendarsInPart = [], notCollected = [] }: ReadingNotes,
): readonly Message[] {
  // Not collected is not "not done": how many requirements nobody can judge.
  const requirements = new Set(notCollected.map(({ requirement }) => requirement)).size;
  const isLeftOut = files.some(({ outcome }) => outcome !== "used" && outcome !== "ignored");
  return [
    rejects.length === 0
      ? say("all-records-used", {})
      : say("records-not-used", { reasons: rejects.length }),
    ...(isLeftOut ? [say("file-left-out", {})] : []),
    ...(absencesOutside === null ? [] : [say("absences-outside", { records: absencesOutside })]),
    ...(hasUndatedEnrollments ? [say("enrollments-undated", {})] : []),
    ...(calendarsInPart.length === 0
      ? []
      : [say("calendars-in-part", { schools: calendarsInPart.map(({ name }) => name) })]),
    ...(requirements === 0 ? [] : [say("not-collected", { requirements })]),
  ];
}
