import { ofSchool, permit } from "../../../access/permit.ts";
import type { ConsoleAnswer, ConsoleRequest } from "../../../console/answers.ts";
import { listPage } from "../../../console/list-page.ts";
import { json, words } from "../../../console/plain-answers.ts";
import type { SharedGoalsAnswer } from "../../../console/plans/plan-answers.ts";
import { reasonsOf, type SeenStudent } from "../../../console/seen-as.ts";
import { sharedGoals } from "../../../console/plans/shared-goals.ts";
import { sharedTextsOfRow } from "../../../reports/students/shared-texts.ts";
import type { ConsoleCase } from "../console-case.ts";
import { noteLook } from "../note-look.ts";
import { noteShown } from "../note-shown.ts";
import { seenCaseloads, type SeenCaseloads } from "../seen-caseloads.ts";

/** Texts on one page of the list. */
const PAGE_TEXTS = 10;

/**
 * Answers `/console/shared-goals`: the goals that three or more students of the district share, counted
 * among the students whose plans the reader sees. It names no student; a text is masked, and is in no
 * address and no log.
 */
export async function sharedGoalsAnswer(
  of: ConsoleCase,
  { query, after }: ConsoleRequest,
): Promise<ConsoleAnswer> {
  const caseloads = await seenCaseloads(of, WHAT, query.get("school"));
  if ("status" in caseloads) return caseloads;
  const { students, school, meant, seen } = caseloads;
  const rows = seen.map(({ row }) => row);
  const byCounselor = schoolsByCounselor(of, meant);
  const goals = sharedGoals(rows, byCounselor, of.counselorName);
  const page = listPage(goals, after, PAGE_TEXTS);
  if (page === null) return words(400, "a page goes on from where one of the same list ended");
  const sharing = seen.filter(({ row }) => sharedTextsOfRow(row).length > 0);
  await noteCounted(of, meant, sharing, byCounselor);
  return json({
    ...{ asked: { school }, asOf: students.asOf },
    isNoted: students.rows.length === 0 || students.rows[0]?.sharedTexts !== null,
    ...{ texts: goals.length, students: sharing.length, goals: page.shown, next: page.next },
    because: reasonsOf(sharing.length === 0 ? seen : sharing),
  } satisfies SharedGoalsAnswer);
}

const WHAT = "shared-goals";

/** The schools whose shared goals the reader may see by counselor. */
const schoolsByCounselor = (
  { reader, schools }: ConsoleCase,
  meant: SeenCaseloads["meant"],
): ReadonlySet<string> =>
  new Set(
    meant.flatMap(({ id }) =>
      permit(reader, "see-shared-by-counselor", ofSchool(id), schools).isAllowed ? [id] : [],
    ),
  );

/** Logs that goals of students were counted, and that by counselor; the entries name no student. */
async function noteCounted(
  of: ConsoleCase,
  meant: SeenCaseloads["meant"],
  [first]: readonly SeenStudent[],
  byCounselor: ReadonlySet<string>,
): Promise<void> {
  const schools = meant.map(({ id }) => id);
  if (first === undefined) return noteShown(of, WHAT, meant, []);
  await noteLook(of, { kind: "see-student", what: WHAT, permit: first.permit, schools });
  const [school] = byCounselor;
  if (school === undefined) return;
  await noteLook(of, {
    ...{ kind: "see-shared-by-counselor", what: WHAT, schools: [...byCounselor] },
    permit: permit(of.reader, "see-shared-by-counselor", ofSchool(school), of.schools),
  });
}
