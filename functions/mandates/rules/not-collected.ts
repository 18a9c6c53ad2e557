import type { Day } from "../../domain/calendar/day.ts";
import { grouped } from "../../domain/text/grouped.ts";
import { isAtLeast, type AssentDegree } from "../../domain/plans/plan-assent.ts";
import type { PlanComponent } from "../../domain/plans/plan-component.ts";
import type { GoalDomain, Participant } from "../../domain/plans/plan.ts";
import type { StudentEventKind } from "../../domain/people/student-event.ts";
import { assentWords } from "./assent-words.ts";
import type { Collected } from "./collected.ts";
import type { Due } from "./due.ts";
import type { MandateProfile } from "./mandate-profile.ts";
import type { Assent, ContentRequirement, RecordRequirement, Requirement } from "./requirement.ts";

/**
 * What a requirement asks for and no record of the district has, and which column would have it.
 */
export interface NotCollected {
  readonly requirement: string;
  readonly requirementName: string;
  /** In words: "resume, financial aid". */
  readonly what: string;
  /** The file and the column of the plain format for it. */
  readonly file: string;
  readonly column: string;
}

type Missing = Pick<NotCollected, "what" | "file" | "column">;

/**
 * The requirements that cannot be determined because nobody collects what they ask for: one line
 * per requirement and column. Requirements that only encourage something, or are not in force on
 * the day, are left out. So is what would waive or reopen a requirement, since many districts have
 * no such case.
 */
export const notCollected = (
  { requirements }: Pick<MandateProfile, "requirements">,
  collected: Collected,
  asOf: Day,
): readonly NotCollected[] =>
  requirements
    .filter(
      ({ modality, effectiveFrom = "", effectiveUntil = "9999" }) =>
        modality !== "encouraged" && effectiveFrom <= asOf && asOf <= effectiveUntil,
    )
    .flatMap((requirement) =>
      byColumn([...missingOf(requirement, collected), ...eventsOf(requirement, collected)]).map(
        (missing) => ({
          requirement: requirement.id,
          requirementName: requirement.name,
          ...missing,
        }),
      ),
    );

function missingOf(requirement: Requirement, collected: Collected): readonly Missing[] {
  switch (requirement.kind) {
    case "content":
      return componentsOf(requirement)
        .filter((component) => !isComponentCarried(component, collected))
        .map(placeOfComponent);
    case "assent":
      return requirement.of
        .filter((asked) => !isAssentCarried(asked, collected))
        .map(placeOfAssent);
    case "record":
      return event(requirement.record, collected);
    case "plan":
      return requirement.modality === "must-offer" ? event("plan-offered", collected) : [];
    case "recurring-review":
      return requirement.meeting === undefined || collected.meetings.has(requirement.meeting)
        ? []
        : [{ what: `${requirement.meeting} meetings`, file: "reviews.csv", column: "meeting" }];
    case "transition-review":
    case "judged":
      return [];
  }

  /**
   * The components of a list that are not collected; none if the list asks for only some of them
   * and enough are collected.
   */
  function componentsOf({ all, atLeast, tally }: ContentRequirement): readonly PlanComponent[] {
    const carried = (atLeast?.of ?? []).filter((component) =>
      isComponentCarried(component, collected),
    );
    const isEnough = atLeast === undefined || carried.length >= atLeast.count;
    return [
      ...all.map(({ component }) => component),
      ...(isEnough ? [] : atLeast.of),
      ...(tally === undefined ? [] : [tally.component]),
    ];
  }
}

const DOMAIN_OF: { readonly [component in PlanComponent]?: GoalDomain } = {
  "academic-goal": "academic",
  "career-goal": "career",
  "personal-social-goal": "personal",
};
const STEPS: PlanComponent = "action-steps-benchmarks";

function isComponentCarried(component: PlanComponent, collected: Collected): boolean {
  const domain = DOMAIN_OF[component];
  return (
    collected.components.has(component) ||
    (domain !== undefined && collected.goalDomains.has(domain)) ||
    (component === STEPS && collected.actionSteps)
  );
}

function placeOfComponent(component: PlanComponent): Missing {
  const domain = DOMAIN_OF[component];
  if (domain !== undefined) {
    return { what: `${domain} goals`, file: "goals.csv", column: "domain" };
  }
  return component === STEPS
    ? { what: "action steps", file: "action_steps.csv", column: "action_step_id" }
    : { what: words(component), file: "plan_components.csv", column: "component" };
}

/**
 * Whoever is among the participants of a review has taken part, which shows every lesser degree
 * too.
 */
const isShownByReviews = (degree: AssentDegree): boolean => isAtLeast("participation", degree);

const isAssentCarried = ({ anyOf, degree }: Assent, collected: Collected): boolean =>
  anyOf.some(
    (role) =>
      (isShownByReviews(degree) && collected.participants.has(role)) ||
      [...collected.assents].some((carried) => isGiven(carried, role, degree)),
  );

function isGiven(carried: string, role: Participant, degree: AssentDegree): boolean {
  const [givenBy, given] = carried.split(" ") as [Participant, AssentDegree];
  return givenBy === role && isAtLeast(given, degree);
}

const placeOfAssent = (asked: Assent): Missing => ({
  what: assentWords(asked),
  ...(isShownByReviews(asked.degree)
    ? { file: "reviews.csv", column: "participants" }
    : { file: "plan_assents.csv", column: "degree" }),
});

/** The events that trigger a requirement, and those from which its due day or its span counts. */
function eventsOf(requirement: Requirement, collected: Collected): readonly Missing[] {
  const { appliesTo, due, entrantDue } = requirement;
  const after = appliesTo?.after?.event;
  return [
    ...(after === undefined ? [] : [after]),
    ...[due, ...(entrantDue === undefined ? [] : [entrantDue])].flatMap(eventsOfDue),
    ...(requirement.kind === "record" ? spanEvent(requirement) : []),
  ].flatMap((kind) => event(kind, collected));
}

const spanEvent = ({ span }: RecordRequirement): readonly StudentEventKind[] =>
  typeof span === "object" && "after" in span ? [span.after] : [];

function eventsOfDue(due: Due): readonly StudentEventKind[] {
  if (due.kind === "either") return due.of.flatMap(eventsOfDue);
  return due.kind === "days-after-event" ? [due.event] : [];
}

const event = (kind: StudentEventKind, collected: Collected): readonly Missing[] =>
  collected.events.has(kind)
    ? []
    : [{ what: words(kind), file: "student_events.csv", column: "event" }];

const words = (code: string): string => code.replaceAll("-", " ");

/** Each column once, with everything that it would show. */
const byColumn = (missing: readonly Missing[]): readonly Missing[] =>
  [...grouped(missing, ({ file, column }) => `${file} ${column}`).values()].flatMap((all) => {
    const [first] = all;
    const what = [...new Set(all.map(({ what: name }) => name))].join(", ");
    return first === undefined ? [] : [{ ...first, what }];
  });
