import { YES_NO_PARTS, type YesNoPart } from "../../domain/figures/parts.ts";
import type { PlanComponent } from "../../domain/plans/plan-component.ts";
import { documentsOf } from "../../mandates/clock/clock-case.ts";
import { hasActivePlan } from "../../mandates/evidence/plan-records.ts";
import type { RuleContext } from "../students/measure-context.ts";
import type { StudentRecord } from "../students/school-records.ts";
import { oneQuestion } from "./measure-bars.ts";
import type { Metric } from "./metric.ts";

const PLAN_CONTENT = { id: "plan-content", parts: YES_NO_PARTS } as const;

/** One thing that a plan says of the student beyond goals, and the components that show it. */
interface Content {
  readonly id: string;
  readonly name: string;
  /** What the plan says, as the end of a sentence. */
  readonly what: string;
  readonly shownBy: readonly PlanComponent[];
}

const CONTENTS: readonly Content[] = [
  {
    id: "strengths",
    name: "Strengths in the plan",
    what: "the student's strengths",
    shownBy: ["strengths", "skills-aptitude-assessment"],
  },
  {
    id: "interests",
    name: "Interests in the plan",
    what: "the student's interests",
    shownBy: ["interests", "career-interest-inventory"],
  },
  {
    id: "learning-preferences",
    name: "Learning preferences in the plan",
    what: "how the student learns best",
    shownBy: ["learning-preferences"],
  },
  {
    id: "barriers",
    name: "Barriers and adjustments in the plan",
    what: "what stands in the student's way, or what is adjusted for it",
    shownBy: ["barriers-adjustments", "remediation-intervention", "resources-supports"],
  },
];

/** Whether plans look at the student and not at goals alone: one measure for each content. */
export const PLAN_CONTENTS: readonly Metric[] = CONTENTS.map(
  ({ id, name, what, shownBy }): Metric => ({
    id: `plan-${id}`,
    name,
    isHigherBetter: true,
    definition: `Students with an open plan in which somebody has entered ${what}.`,
    numerator: `Students with an entry of ${shownBy.join(", or ")} by the date of the data, whenever it was made.`,
    denominator: "Students enrolled on the date of the data in a grade the mandate covers.",
    exclusions:
      "Nobody. Students without an open plan, everybody where no record of the district has such an entry, and students whose only entry has no date, are counted as not asked; once one record has it, it is taken as collected by the whole district. That an entry is there says nothing of what it says.",
    source: "Components of plans, as the export gives them (plan_components.csv).",
    version: 2,
    isPublic: false,
    isInExtract: false,
    needs: "plans",
    counted: ["yes"],
    against: ["no"],
    ...oneQuestion(
      PLAN_CONTENT,
      {
        population: { kind: "mandate" },
        needs: "plans",
        isPublic: false,
        afterDue: [],
        answer: ({ record }, context) => isEntered(shownBy, record, context),
      },
      id,
    ),
  }),
);

function isEntered(
  shownBy: readonly PlanComponent[],
  { document, more }: Pick<StudentRecord, "document" | "more">,
  { mandate, asOf }: RuleContext,
): YesNoPart {
  const { components, collected } = more;
  const isCollected =
    components !== null &&
    (collected === undefined || shownBy.some((component) => collected.components.has(component)));
  if (!isCollected || !hasActivePlan(mandate, documentsOf({ document, more }), asOf)) {
    return "not-asked";
  }
  const own = components.filter(({ component }) => shownBy.includes(component));
  if (own.some(({ enteredOn }) => enteredOn !== null && enteredOn <= asOf)) return "yes";
  return own.some(({ enteredOn }) => enteredOn === null) ? "not-asked" : "no";
}
