import type { ConsoleAnswer, ConsoleRequest } from "../../console/answers.ts";
import { conversation, namedStudent } from "../../console/conversations.ts";
import type { WeekAnswer, WeekStudent } from "../../console/counselor-answers.ts";
import { json, words } from "../../console/plain-answers.ts";
import { reasonsOf, seenAmong } from "../../console/seen-as.ts";
import { counted } from "../../domain/text/counted.ts";
import { numbersOf } from "../../reports/counselors/counselor-numbers.ts";
import { plansToDiscuss } from "../../reports/students/plans-to-discuss.ts";
import { daysAhead } from "../../reports/week/days-ahead.ts";
import { waitingStudents, type WaitingStudent } from "../../reports/week/waiting-student.ts";
import { weekPlan, type WeekPlan } from "../../reports/week/week-plan.ts";
import { weekInWords } from "../../reports/week/week-words.ts";
import type { ConsoleCase } from "./console-case.ts";
import { noteShown } from "./note-shown.ts";
import { schoolDaysAhead } from "./school-days-ahead.ts";
import { askedCaseload, seenCaseloads, type SeenCaseloads } from "./seen-caseloads.ts";

/**
 * Answers `/console/week`: the students of one counselor whom to see this week. A counselor is answered
 * her own caseload; anybody else chooses whose.
 */
export async function weekAnswer(
  of: ConsoleCase,
  { query }: ConsoleRequest,
): Promise<ConsoleAnswer> {
  const perDay = perDayOf(query.get("perDay"));
  if (perDay === undefined) return words(400, "perDay is a whole number of students, 1 to 200");
  const caseloads = await seenCaseloads(of, "week", query.get("school"));
  if ("status" in caseloads) return caseloads;
  const { students, school, schools, meant, counselors } = caseloads;
  const asked = askedCaseload(caseloads, query.get("counselor"));
  if ("status" in asked) return asked;
  const { counselor, ids, own } = asked;
  const { asOf, requirements } = students;
  const rows = own.map(({ row }) => row);
  const waiting = waitingStudents(rows, requirements, asOf);
  const ahead = daysAhead(
    await schoolDaysAhead(of),
    rows.length === 0 ? meant.map(({ id }) => id) : rows.map((row) => row.school),
    asOf,
  );
  const plan = weekPlan(waiting, ahead, perDay);
  const inWeek = plan.perDay === null ? waiting : plan.days.flatMap((planned) => planned.students);
  const toDiscuss = plansToDiscuss(rows);
  const shown = [...inWeek, ...toDiscuss];
  await noteShown(of, "week", meant, seenAmong(own, shown));
  return json({
    asked: { school, counselor, perDay: perDay === null ? null : (plan.perDay ?? perDay) },
    ...{ asOf, schools, counselors },
    ...(ids.length === 0 ? NOBODY_CHOSEN : whoseWeek(of, caseloads, ids, waiting, plan)),
    conversations: toDiscuss.map((each) => conversation(of.keys, each)),
    because: reasonsOf(seenAmong(own, shown)),
  } satisfies WeekAnswer);
}

/**
 * Null where the request has no number; undefined where what it has is not a number of students.
 */
function perDayOf(text: string | null): number | null | undefined {
  if (text === null || text === "") return null;
  const number = Number(text);
  return /^\d{1,3}$/.test(text) && number >= 1 && number <= 200 ? number : undefined;
}

const NOBODY_CHOSEN = {
  ...{ whose: null, needed: null, later: 0 },
  ...{ words: [], days: [], numbers: [] },
} as const;

function whoseWeek(
  of: ConsoleCase,
  { students, school, seen }: SeenCaseloads,
  ids: readonly string[],
  waiting: readonly WaitingStudent[],
  plan: WeekPlan,
) {
  const { asOf, requirements } = students;
  const rows = seen.map(({ row }) => row);
  const listed = (own: readonly WaitingStudent[]) => own.map((student) => weekStudent(of, student));
  return {
    whose: [...new Set(ids.map(of.counselorName))].join(", "),
    words: weekInWords(plan, waiting, asOf),
    needed: plan.pace.perDay,
    days:
      plan.perDay === null
        ? [{ on: null, students: listed(waiting) }]
        : plan.days.map(({ on, students: own }) => ({ on, students: listed(own) })),
    later: plan.perDay === null ? 0 : plan.later,
    numbers: ids
      .flatMap((caseload) => numbersOf(rows, { school, caseload }, requirements, asOf))
      .map(({ name, count, query }) => ({ name, count, query })),
  };
}

const weekStudent = (of: ConsoleCase, { row, because, needs }: WaitingStudent): WeekStudent => ({
  ...namedStudent(of.keys, row),
  because,
  needs: needsInWords(needs),
});

/** What a student needs. Where a plan is needed, the reviews that wait for it are one line. */
function needsInWords(needs: WaitingStudent["needs"]): WeekStudent["needs"] {
  const waiting = needs.filter(({ waitsForPlan }) => waitsForPlan).length;
  const isOneLine = waiting > 0 && waiting < needs.length;
  return [
    ...needs
      .filter(({ waitsForPlan }) => !isOneLine || !waitsForPlan)
      .map(({ name, needName, dueOn }) => ({ name, needName, dueOn })),
    ...(isOneLine
      ? [{ name: counted(waiting, "review"), needName: "Cannot start without a plan", dueOn: null }]
      : []),
  ];
}
