import type { Day } from "../../../functions/domain/calendar/day.ts";
import type { WaitingStudent } from "../../../functions/reports/week/waiting-student.ts";
import type { StudentRow } from "../../../functions/reports/students/students-table.ts";

/** A student with a plan, of grade 7 at school A, of whom nothing is to be done. */
export const row = (
  student: string,
  given: { readonly [column: string]: string | boolean | null } = {},
): StudentRow => ({
  ...{ student, familyName: `Family ${student}`, givenName: "Given", grade: "07" },
  ...{ school: "A", schoolName: "North", counselor: "K-1", caseload: "K-1" },
  ...{ isEnrolled: true, isUnderMandate: true, hasOpenPlan: true },
  ...{ requirements: "met", reviews: "on-time" },
  ...{ nextStep: "", nextStepNeed: "", nextStepDueOn: null, whoActs: "", lastReviewOn: null },
  ...{ onTrack: "no-steps", actionStepDueOn: null, actionStepArea: "", actionStepOwner: "" },
  ...{ conversation: "", lastTouchedOn: null, daysBetweenTouches: null, sharedTexts: "" },
  ...{ enrolledDays: 120, absentDays: 0, isChronicallyAbsent: false, raceEthnicity: "", sex: "" },
  ...{
    englishLearner: "",
    disability: "",
    economicStatus: "",
    homeless: "",
    section504: "",
    recordProblems: "",
  },
  ...given,
});

/** The columns of one requirement that waits. */
export const waits = (requirement: string, need: string, dueOn: string | null) => ({
  [`${requirement}.status`]: need === "due-soon" ? "pending" : "not-held",
  [`${requirement}.dueOn`]: dueOn,
  [`${requirement}.need`]: need,
  [`${requirement}.because`]: "",
});

/** Somebody who waits, as far as the pace asks. */
export const waiting = (
  student: string,
  nextDueOn: string | null,
  dueOn: string | null = nextDueOn,
): WaitingStudent => ({
  row: row(student),
  group: nextDueOn === dueOn ? "due" : "overdue",
  because: "",
  dueOn: dueOn as Day | null,
  nextDueOn: nextDueOn as Day | null,
  needs: [],
});

/** As many of them. */
export const many = (count: number, nextDueOn: string | null): readonly WaitingStudent[] =>
  Array.from({ length: count }, (_, place) =>
    waiting(`${nextDueOn ?? "overdue"}-${String(place).padStart(3, "0")}`, nextDueOn, "2022-01-06"),
  );
