import type { Day } from "../../domain/calendar/day.ts";
import { schoolYearOf } from "../../domain/calendar/school-year.ts";
import type { ComponentEntry, PlanComponent } from "../../domain/plans/plan-component.ts";
import { documentsOf, moreOf, type ClockCase } from "../clock/clock-case.ts";
import { spanStart } from "../clock/span.ts";
import type { MandateProfile } from "../rules/mandate-profile.ts";
import type { ContentRequirement } from "../rules/requirement.ts";
import { componentsInPlan, type ComponentInPlan } from "./components-in-plan.ts";
import { whyNot, type ConsideredRecord } from "./considered-record.ts";
import type { ContentDay } from "./goals-in-plan.ts";
import { carriedOnFor } from "./plan-records.ts";

/**
 * Every entry of a component that the requirement asks for, from the entries of components and from
 * the plans themselves.
 */
export function consideredComponents(
  mandate: MandateProfile,
  requirement: Pick<ContentRequirement, "span">,
  components: readonly PlanComponent[],
  student: ClockCase,
  contentOn: ContentDay,
  asOf: Day,
): readonly ConsideredRecord[] {
  const asked = new Set(components);
  const since = spanStart(requirement.span, student, asOf);
  const entered = (moreOf(student).components ?? []).map((entry): ComponentInPlan => ({
    ...{ component: entry.component, on: entry.enteredOn, what: entryWords(entry), why: null },
  }));
  const documents = documentsOf(student);
  const carried = carriedOnFor(mandate, documents, contentOn, asOf);
  const inPlans = documents.flatMap((document) =>
    componentsInPlan(mandate, document, carried, contentOn, asOf),
  );
  return [...entered, ...inPlans]
    .filter(({ component }) => asked.has(component))
    .map(({ component: name, on, what, why }): ConsideredRecord => {
      const isInSpan = on !== null && on <= asOf && (since === null || on >= since);
      const whyNotCounted = why ?? (isInSpan ? null : whyNot(on, since, asOf));
      return {
        ...{ record: "component", name, on, schoolYear: schoolYearOf(on ?? asOf) },
        isCounted: whyNotCounted === null,
        note: whyNotCounted === null ? what : `${what}; ${whyNotCounted}`,
      };
    });
}

/** Every component that a requirement names. */
export const componentsAsked = ({
  all,
  atLeast,
  whereApplicable,
  tally,
}: ContentRequirement): readonly PlanComponent[] => [
  ...all.map(({ component }) => component),
  ...(atLeast?.of ?? []),
  ...(whereApplicable ?? []),
  ...(tally === undefined ? [] : [tally.component]),
];

const entryWords = ({ quantity, strand, marks }: ComponentEntry): string =>
  [
    "entered",
    ...(quantity === 1 ? [] : [`quantity ${quantity}`]),
    ...(strand === "" ? [] : [`strand ${strand}`]),
    ...(marks.length === 0 ? [] : [`marks ${marks.join(" and ")}`]),
  ].join(", ");
