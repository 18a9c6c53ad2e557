import { ofSchool, permit } from "../../../access/permit.ts";
import type { ConsoleAnswer, ConsoleRequest } from "../../../console/answers.ts";
import { conversation } from "../../../console/conversations.ts";
import { json } from "../../../console/plain-answers.ts";
import type { PlanQuestion, PlansAnswer } from "../../../console/plans/plan-answers.ts";
import { planQuestions } from "../../../console/plans/plan-questions.ts";
import { reasonsOf, seenAmong } from "../../../console/seen-as.ts";
import { recordsKeys } from "../../../layout.ts";
import { fromArrow } from "../../../releases/files/arrow-rows.ts";
import { EXACT_PLAN_PATTERNS } from "../../../releases/tables/tables.ts";
import { plansToDiscuss } from "../../../reports/students/plans-to-discuss.ts";
import type { ConsoleCase } from "../console-case.ts";
import { noteLook } from "../note-look.ts";
import { noteShown } from "../note-shown.ts";
import { askedCaseload, seenCaseloads, type SeenCaseloads } from "../seen-caseloads.ts";

/**
 * Answers `/console/plans`: the plans of a caseload that most need a conversation, and the patterns
 * of the schools that the reader sees exactly, as questions.
 */
export async function plansAnswer(
  of: ConsoleCase,
  { query }: ConsoleRequest,
): Promise<ConsoleAnswer> {
  const caseloads = await seenCaseloads(of, "plans", query.get("school"));
  if ("status" in caseloads) return caseloads;
  const asked = askedCaseload(caseloads, query.get("counselor"));
  if ("status" in asked) return asked;
  const { students, school, schools, meant, counselors } = caseloads;
  const { counselor, ids, own } = asked;
  const toDiscuss = plansToDiscuss(own.map(({ row }) => row));
  const shown = seenAmong(own, toDiscuss);
  await noteShown(of, "plans", meant, shown);
  return json({
    asked: { school, counselor },
    ...{ asOf: students.asOf, schools, counselors },
    whose: ids.length === 0 ? null : [...new Set(ids.map(of.counselorName))].join(", "),
    conversations: toDiscuss.map((each) => conversation(of.keys, each)),
    questions: await questionsOf(of, caseloads),
    because: reasonsOf(shown.length === 0 ? own : shown),
  } satisfies PlansAnswer);
}

/** Notes the look at exact figures before it is shown. */
async function questionsOf(
  of: ConsoleCase,
  { students, meant }: SeenCaseloads,
): Promise<readonly PlanQuestion[] | null> {
  const { places, who, exact, reader } = of;
  const schools = meant.filter(({ id }) => exact.schools.includes(id));
  const [first] = schools;
  if (first === undefined) return [];
  const folder = recordsKeys.staffEdition(who.district, students.edition);
  const bytes = await places.records.get(`${folder}${EXACT_PLAN_PATTERNS.name}.arrow`);
  if (bytes === null) return null;
  await noteLook(of, {
    ...{ kind: "see-figures", what: EXACT_PLAN_PATTERNS.name },
    permit: permit(reader, "see-figures", ofSchool(first.id), of.schools),
    schools: schools.map(({ id }) => id),
  });
  return planQuestions(fromArrow(EXACT_PLAN_PATTERNS, bytes), schools);
}
