import type { ConsoleAnswer, ConsoleRequest } from "../../console/answers.ts";
import { file, words } from "../../console/plain-answers.ts";
import { contentHash } from "../../hashing/content-hash.ts";
import { caseloadOf } from "../../reports/students/student-filter.ts";
import { caseloadsIcs } from "../../reports/worklist/caseloads-ics.ts";
import { worklistEntries } from "../../reports/worklist/worklist-entries.ts";
import type { ConsoleCase } from "./console-case.ts";
import { noteShown } from "./note-shown.ts";
import { seenCaseloads } from "./seen-caseloads.ts";

/** Answers `/console/calendar.ics?counselor=`: the due days of a caseload with counts, which name no student. */
export async function calendarAnswer(
  of: ConsoleCase,
  { query }: ConsoleRequest,
): Promise<ConsoleAnswer> {
  const caseloads = await seenCaseloads(of, "calendar.ics", query.get("school"));
  if ("status" in caseloads) return caseloads;
  const { students, meant, seen, counselors, own } = caseloads;
  const asked = query.get("counselor");
  const ids = asked === null || asked === "" ? own : [asked];
  if (!ids.some((id) => counselors.some((counselor) => counselor.id === id))) {
    return words(404, "there is no such counselor among those whose students you may see");
  }
  const { asOf, requirements } = students;
  const entries = ids.flatMap((counselor) => {
    const rows = seen.flatMap(({ row }) => (caseloadOf(row).includes(counselor) ? [row] : []));
    return worklistEntries(rows, requirements, asOf).map((entry) => ({ ...entry, counselor }));
  });
  // It counts and names nobody.
  await noteShown(of, "calendar.ics", meant, []);
  const calendar = caseloadsIcs(entries, asOf, contentHash, of.counselorName);
  return file("text/calendar; charset=utf-8", calendar, "due-days.ics");
}
