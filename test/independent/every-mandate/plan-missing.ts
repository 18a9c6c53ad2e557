import { askedBy } from "./asked-by.ts";
import { LAST_DAY, yearBegins } from "./days.ts";
import { isExempt } from "./exempt.ts";
import {
  gradesOf,
  LADDER,
  mayConvict,
  type PlainMandate,
  type PlainRule,
} from "./plain-mandates.ts";
import type { PlainStudent } from "./plain-records.ts";
import { isOpen } from "./plans.ts";
import { speaksTo } from "./speaks-to.ts";

/** Whether a student without an open plan should have one on the day. */
export interface PlanDue {
  readonly is: "not asked" | "to come" | "due";
  /** Fell due on a day of this school year. */
  readonly isThisYear: boolean;
  /** One that is asked of the student's grade falls due on a day still to come. */
  readonly isDayToCome: boolean;
  /** By a rule that may be held against somebody. */
  readonly convicts: boolean;
}

/** Those requirements that speak to the student now decide; where there are none, those of other grades. */
export function planDue(mandate: PlainMandate, student: PlainStudent, asOf: string): PlanDue {
  const plans = mandate.requirements.filter(
    ({ kind, modality }) => kind === "plan" && modality !== "encouraged",
  );
  const isNow = (rule: PlainRule): boolean => gradesOf(mandate, rule).includes(student.grade ?? "");
  const told = (rules: readonly PlainRule[]): readonly PlanDue[] =>
    rules
      .map((rule) =>
        isNow(rule)
          ? dueNow(mandate, rule, student, asOf)
          : dueElsewhere(mandate, rule, student, asOf),
      )
      .filter(({ is }) => is !== "not asked");
  const now = told(plans.filter(isNow));
  const deciding = now.length > 0 ? now : told(plans.filter((rule) => !isNow(rule)));
  const due = deciding.filter(({ is }) => is === "due");
  if (deciding.length === 0) return NOT_ASKED;
  // Of several the one that was due first speaks.
  const earlier = due.filter(({ isThisYear }) => !isThisYear);
  return {
    is: due.length === 0 ? "to come" : "due",
    isThisYear: earlier.length === 0 && due.length > 0,
    convicts: (earlier.length === 0 ? due : earlier).some(({ convicts }) => convicts),
    isDayToCome: now.some(({ isDayToCome }) => isDayToCome),
  };
}

const TO_COME: PlanDue = {
  ...{ is: "to come", isThisYear: false, isDayToCome: false, convicts: false },
};
const NOT_ASKED: PlanDue = { ...TO_COME, is: "not asked" };

/** An open IEP or Section 504 plan may stand in for the plan that is asked. */
const mayStandIn = ({ alternatives }: PlainRule, { plans }: PlainStudent, asOf: string): boolean =>
  plans.some((plan) => plan.type === alternatives?.substitute?.plan && isOpen(plan, asOf));

const offersOnly = ({ modality }: PlainRule): boolean =>
  modality === "must-offer" || modality === "on-request";

function dueNow(
  mandate: PlainMandate,
  rule: PlainRule,
  student: PlainStudent,
  asOf: string,
): PlanDue {
  if (speaksTo(mandate, rule, student, asOf) !== "yes") return NOT_ASKED;
  if (isExempt(rule, student, asOf)) return NOT_ASKED;
  const { term } = askedBy(mandate, rule, student, asOf);
  const { effectiveFrom = "", effectiveUntil = LAST_DAY } = rule;
  if (term.ruleDay < effectiveFrom || term.ruleDay > effectiveUntil) return NOT_ASKED;
  if (mayStandIn(rule, student, asOf)) return TO_COME;
  if (term.kind === "coming" || (term.kind === "named" && asOf <= term.over)) {
    return { ...TO_COME, isDayToCome: true };
  }
  if (offersOnly(rule) || term.kind !== "named") return TO_COME;
  const isThisYear = term.over >= yearBegins(student.year);
  return { ...TO_COME, is: "due", isThisYear, convicts: mayConvict(rule.status) };
}

/**
 * Of grades that the student has left it was due in an earlier school year; of grades to come it is not yet.
 * Whether it spoke to the student then is not asked, but of some school years' students only it may not have.
 */
function dueElsewhere(
  mandate: PlainMandate,
  rule: PlainRule,
  student: PlainStudent,
  asOf: string,
): PlanDue {
  if (rule.appliesTo?.cohort !== undefined) return NOT_ASKED;
  const place = LADDER.indexOf(student.grade ?? "");
  const hasLeft = gradesOf(mandate, rule).every((grade) => LADDER.indexOf(grade) < place);
  if (!hasLeft || offersOnly(rule) || mayStandIn(rule, student, asOf)) return TO_COME;
  return { ...TO_COME, is: "due", convicts: mayConvict(rule.status) };
}
