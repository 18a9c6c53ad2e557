import { YES_NO_PARTS, type YesNoPart } from "../../domain/figures/parts.ts";
import { firstDayOf, schoolYearOf } from "../../domain/calendar/school-year.ts";
import type { PlanType } from "../../domain/plans/plan.ts";
import { documentsOf } from "../../mandates/clock/clock-case.ts";
import {
  anyReviewsHeldSince,
  hasActivePlan,
  openPlansOfTypes,
  reviewsHeld,
} from "../../mandates/evidence/plan-records.ts";
import type { RuleContext } from "../students/measure-context.ts";
import type { StudentRecord } from "../students/school-records.ts";
import { groupIn, section504 } from "../students/student-groups.ts";
import { oneQuestion } from "./measure-bars.ts";
import type { Metric } from "./metric.ts";

const PROGRAM_PLANS: readonly PlanType[] = ["IEP", "504"];

/** Whether the plan of a student with an IEP or a 504 plan was coordinated with it this school year. */
export const programCoordination: Metric = {
  id: "program-coordination",
  name: "Coordinated with the IEP or 504 plan",
  isHigherBetter: true,
  definition:
    "Students with an IEP or a 504 plan whose own plan was coordinated with it this school year.",
  numerator:
    "Students with an entry of program-coordination this school year, or a review of both plans on one day.",
  denominator: "Students enrolled on the date of the data in a grade the mandate covers.",
  exclusions:
    "Nobody. Students without an IEP or a 504 plan, by their programs and by the types of their plans, and students without an open plan of their own are counted as not asked; so are students without such a day where no record of the district has such an entry, since plans can be coordinated without one, and those with an entry without a date. Once one record has it, it is taken as collected by the whole district.",
  source:
    "Components of plans (plan_components.csv), days of reviews, programs and plan types, as exports give them.",
  version: 2,
  isPublic: false,
  isInExtract: false,
  needs: "plans",
  counted: ["yes"],
  against: ["no"],
  ...oneQuestion(
    { id: "program-coordination", parts: YES_NO_PARTS },
    {
      population: { kind: "mandate" },
      needs: "plans",
      isPublic: false,
      afterDue: [],
      answer: ({ record }, context) => coordination(record, context),
    },
  ),
};

function coordination(record: StudentRecord, context: RuleContext): YesNoPart {
  const { mandate, asOf } = context;
  const { components, collected } = record.more;
  const documents = documentsOf(record);
  if (!hasProgramPlan(record, context) || !hasActivePlan(mandate, documents, asOf)) {
    return "not-asked";
  }
  const since = firstDayOf(schoolYearOf(asOf));
  const own = (components ?? []).filter(({ component }) => component === "program-coordination");
  const isEntered = own.some(
    ({ enteredOn }) => enteredOn !== null && enteredOn >= since && enteredOn <= asOf,
  );
  if (isEntered || isReviewedTogether(record, context)) return "yes";
  const isCollected =
    components !== null && collected?.components.has("program-coordination") !== false;
  const isUndated = own.some(({ enteredOn }) => enteredOn === null);
  return isCollected && !isUndated ? "no" : "not-asked";
}

const hasProgramPlan = (record: StudentRecord, { asOf }: RuleContext): boolean =>
  groupIn(record, "disability", asOf) === "yes" ||
  section504(record, asOf) === "yes" ||
  openPlansOfTypes(PROGRAM_PLANS, documentsOf(record), asOf).length > 0;

/** Whether a review of the student's plan and one of an IEP or a 504 plan were held on one day of this school year. */
function isReviewedTogether(record: StudentRecord, { mandate, asOf }: RuleContext): boolean {
  const documents = documentsOf(record);
  const own = new Set(reviewsHeld(mandate, documents, asOf).map(({ heldOn }) => heldOn));
  const since = firstDayOf(schoolYearOf(asOf));
  return documents.some((document) => {
    const plans = document.plans.filter(({ planType }) => PROGRAM_PLANS.includes(planType));
    const ids = new Set(plans.map(({ plan }) => plan));
    return anyReviewsHeldSince(document, since, asOf).some(
      ({ plan, heldOn }) => ids.has(plan) && own.has(heldOn),
    );
  });
}
