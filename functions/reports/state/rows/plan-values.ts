import {
  GOAL_DOMAINS,
  isListed,
  isSetBy,
  type GoalDomain,
  type Participant,
} from "../../../domain/plans/plan.ts";
import { documentsOf } from "../../../mandates/clock/clock-case.ts";
import { openPlans, reviewsHeld, undatedReviews } from "../../../mandates/evidence/plan-records.ts";
import { goalsOfYear } from "../../../metrics/plans/goals-of-year.ts";
import { focusAreasBy } from "../../../metrics/measures/transition.ts";
import type { AssessedStudent } from "../../../metrics/students/assessed-student.ts";
import type { ReportContext, RowValue, ValueSource } from "./report-row.ts";

const ofCounselor = (column: string): ValueSource => ({
  ...{ owner: "counselor", system: "plan platform", column },
});

/** What a row says of a student's plan, reviews and exemptions. Lists have `;` between their items. */
export const PLAN_SOURCES: { readonly [name: string]: ValueSource } = {
  "plan.type": ofCounselor("plan type"),
  "plan.openedOn": ofCounselor("date opened"),
  "plan.counselor": ofCounselor("counselor"),
  "goals.academic": ofCounselor("goal domain"),
  "goals.career": ofCounselor("goal domain"),
  "goals.personal": ofCounselor("goal domain"),
  "goals.all": ofCounselor("goal"),
  "reviews.count": ofCounselor("review"),
  "reviews.days": ofCounselor("review date"),
  "reviews.lastHeldOn": ofCounselor("review date"),
  "participants.student": ofCounselor("participants"),
  "participants.family": ofCounselor("participants"),
  "participants.counselor": ofCounselor("participants"),
  focusAreas: ofCounselor("focus areas"),
  exemptions: ofCounselor("exemption"),
};

const NOT_SENT: RowValue = { text: "", because: "the district sent no plans" };
const UNDATED: RowValue = {
  text: "",
  because: "a review may have been held on a day that no record gives for certain",
};

/** @throws on a name that is not in `PLAN_SOURCES` */
export function planValue(
  name: string,
  { record }: AssessedStudent,
  { mandate, asOf, availability }: ReportContext,
): RowValue {
  if (name === "exemptions") return exemptionsOn(record.more.exemptions, asOf);
  if (!availability.plans) return NOT_SENT;
  const documents = documentsOf(record);
  const [open] = openPlans(mandate, documents, asOf);
  const held = reviewsHeld(mandate, documents, asOf);
  const isAnyUndated = undatedReviews(mandate, documents, asOf).length > 0;
  const days = [...new Set(held.map(({ heldOn }) => heldOn))].sort();
  switch (name) {
    case "plan.type":
      return open?.planType ?? "";
    case "plan.openedOn":
      return open?.openedOn ?? "";
    case "plan.counselor":
      return open?.counselor ?? "";
    case "goals.all":
      return String(goalsBy(null));
    case "reviews.count":
      return isAnyUndated ? UNDATED : String(days.length);
    case "reviews.days":
      return days.join(";");
    case "reviews.lastHeldOn":
      return days.at(-1) ?? "";
    case "focusAreas":
      return [...focusAreasBy(mandate, documents, asOf)].sort().join(";");
    default:
      return namedPart(name);
  }

  function namedPart(of: string): RowValue {
    const [list, item] = of.split(".");
    const domain = GOAL_DOMAINS.find((listed) => listed === item);
    if (list === "goals" && domain !== undefined) return String(goalsBy(domain));
    if (list !== "participants") throw new Error(`a plan has no value ${of}`);
    return tookPart(item as Participant);
  }

  /** Goals of the school year's plans, or of one that is carried on, that were set by the count day. */
  function goalsBy(domain: GoalDomain | null): number {
    return goalsOfYear(mandate, record, asOf).filter(
      (goal) => isSetBy(goal, asOf) && (domain === null || goal.domain === domain),
    ).length;
  }

  /** Whether a participant took part in a review held; empty where no review says who did, or one leaves it open. */
  function tookPart(role: Participant): string {
    const said = held.flatMap(({ participants }) => participants);
    if (said.includes(role)) return "yes";
    return said.length > 0 && said.every(isListed) && !isAnyUndated ? "no" : "";
  }
}

function exemptionsOn(
  exemptions: AssessedStudent["record"]["more"]["exemptions"],
  asOf: string,
): string {
  return exemptions
    .filter(({ from, until }) => from <= asOf && (until === null || asOf < until))
    .map(({ requirement, reason }) => `${requirement}:${reason}`)
    .sort()
    .join(";");
}
