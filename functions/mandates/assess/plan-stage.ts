import type { Day } from "../../domain/calendar/day.ts";
import { longDay } from "../../domain/calendar/long-day.ts";
import { GRADES } from "../../domain/people/grade.ts";
import { firstDayOf, schoolYear, schoolYearOf } from "../../domain/calendar/school-year.ts";
import { applies, gradesOf } from "../clock/applies.ts";
import { documentsOf, isSentSince, type ClockCase } from "../clock/clock-case.ts";
import { cameDuringYear, dayOfRule, dueFor } from "../clock/due-for.ts";
import { unchecked } from "../clock/search-result.ts";
import type { MandateProfile } from "../rules/mandate-profile.ts";
import { acceptedPlansOf, openPlansOfTypes } from "../evidence/plan-records.ts";
import type { PlanRequirement } from "../rules/requirement.ts";
import { isSetAside } from "../clock/set-aside.ts";

/** Whether a student who has no plan should have one by now: a plan is missing only once it is due. */
export type PlanStage =
  /** The mandate requires no plan of this student. */
  | { readonly kind: "not-asked" }
  | {
      readonly kind: "not-due";
      readonly because: string;
      /** Whether a plan that is asked of this student now falls due on a later day. */
      readonly isToCome: boolean;
    }
  | {
      readonly kind: "due";
      /**
       * Whether it was due on a day of the date of the data's school year; otherwise in an earlier one.
       */
      readonly isOfThisYear: boolean;
      /** The text that must be read before this can give "not met"; null where it was read. */
      readonly unchecked: string | null;
    };

export function planStage(mandate: MandateProfile, student: ClockCase, asOf: Day): PlanStage {
  const stages = mandate.requirements
    .filter((requirement) => requirement.kind === "plan")
    .map((requirement) => stageOf(mandate, requirement, student, asOf));
  const now = stages.filter(({ isNow }) => isNow).map(({ stage }) => stage);
  const others = stages.filter(({ isNow }) => !isNow).map(({ stage }) => stage);
  for (const ofOneTime of [now, others]) {
    const first = DUE_FIRST.map((is) => ofOneTime.find(is)).find((stage) => stage !== undefined);
    if (first !== undefined) return first;
  }
  return { kind: "not-asked" };
}

/**
 * Which of several plans decides: the one that was due first and, among those, one whose text was
 * read.
 */
const DUE_FIRST: readonly ((stage: PlanStage) => boolean)[] = [
  (stage) => stage.kind === "due" && !stage.isOfThisYear && stage.unchecked === null,
  (stage) => stage.kind === "due" && !stage.isOfThisYear,
  (stage) => stage.kind === "due" && stage.unchecked === null,
  (stage) => stage.kind === "due",
  (stage) => stage.kind === "not-due" && stage.isToCome,
  (stage) => stage.kind === "not-due",
];

function stageOf(
  mandate: MandateProfile,
  requirement: PlanRequirement,
  student: ClockCase,
  asOf: Day,
): { readonly isNow: boolean; readonly stage: PlanStage } {
  const stage = (kind: PlanStage, isNow = true) => ({ isNow, stage: kind });
  const notDue = (because: string, isToCome = false): PlanStage => ({
    kind: "not-due",
    because,
    isToCome,
  });
  const { modality, citation, status } = requirement;
  if (modality === "encouraged" || student.grade === null) return stage({ kind: "not-asked" });
  const due = (isOfThisYear: boolean): PlanStage =>
    modality === "must" || modality === "counted"
      ? { kind: "due", isOfThisYear, unchecked: unchecked(citation, status) }
      : notDue("A plan must be offered, and none is open.");
  const substitute = requirement.alternatives?.substitute;
  const mayStandIn =
    substitute !== undefined &&
    openPlansOfTypes([substitute.plan], documentsOf(student), asOf).length > 0;
  const standsIn = notDue("Another open plan may replace the required plan.");
  const askedGrades = gradesOf(mandate, requirement).map((grade) => GRADES.indexOf(grade));
  const ownGrade = GRADES.indexOf(student.grade);
  if (!askedGrades.includes(ownGrade)) {
    if (requirement.appliesTo?.cohort !== undefined) return stage({ kind: "not-asked" }, false);
    return ownGrade > Math.max(...askedGrades)
      ? stage(mayStandIn ? standsIn : due(false), false)
      : stage(notDue("A plan is required only in a later grade."), false);
  }
  if (applies(mandate, requirement, student, asOf).kind !== "yes") {
    return stage({ kind: "not-asked" });
  }
  if (isSetAside(requirement, student, asOf)) return stage({ kind: "not-asked" });
  const { due: by } = dueFor(mandate, requirement, student, asOf);
  const ruleDay = dayOfRule(by, asOf);
  const { effectiveFrom = "", effectiveUntil = "9999" } = requirement;
  if (ruleDay < effectiveFrom || ruleDay > effectiveUntil) return stage({ kind: "not-asked" });
  if (mayStandIn) return stage(standsIn);
  switch (by.kind) {
    case "day":
      return stage(
        asOf <= by.latest
          ? notDue(`No plan is due before ${longDay(by.latest)}.`, true)
          : due(by.latest >= firstDayOf(schoolYearOf(asOf))),
      );
    case "past":
      return stage(due(false));
    case "later":
      return stage(notDue(`No plan is due before ${longDay(by.notBefore)}.`, true));
    case "unknown":
    case "open":
      return stage(notDue(`The due date of a plan cannot be determined. ${by.because}`));
  }
}

/** The sentences for a student whose first plan opens in the school year of the date of the data, or may. */
export const FIRST_YEAR = "No review is due in the school year in which the first plan opens.";
export const OLDER_PLAN =
  "The plan opened this school year. Whether there was an earlier one is unknown, since last year's plans were not sent.";

/**
 * Whether no yearly review is due, since the first plan is made in this school year; `unclear`
 * where that is unknown.
 */
export function isFirstYear(
  mandate: MandateProfile,
  student: ClockCase,
  asOf: Day,
): boolean | "unclear" {
  const first = firstPlanYear(mandate, student, asOf);
  if (first === "unclear") return first;
  if (first !== "none") return first === "this";
  const stage = planStage(mandate, student, asOf);
  return stage.kind === "not-due" || (stage.kind === "due" && stage.isOfThisYear);
}

/**
 * Whether the student's first plan opens in the school year of the date of the data. `unclear` where the year
 * before was not sent, so that an older plan may be there.
 */
export function firstPlanYear(
  mandate: MandateProfile,
  student: ClockCase,
  asOf: Day,
): "this" | "earlier" | "none" | "unclear" {
  const year = schoolYearOf(asOf);
  const [first] = acceptedPlansOf(mandate, documentsOf(student), asOf);
  if (first === undefined) return "none";
  if (first.openedOn < firstDayOf(year) || first.schoolYear < year) return "earlier";
  return cameDuringYear(student) || isSentSince(student, schoolYear(year - 1), asOf)
    ? "this"
    : "unclear";
}
