import { byText } from "../../domain/text/compare-text.ts";
import type { Day } from "../../domain/calendar/day.ts";
import { schoolYearOf } from "../../domain/calendar/school-year.ts";
import type { PlanId } from "../../domain/ids.ts";
import type { PlanComponent } from "../../domain/plans/plan-component.ts";
import { isSetBy, UNLISTED, type GoalDomain } from "../../domain/plans/plan.ts";
import type { Evidence } from "../clock/answer.ts";
import { documentsOf, moreOf, type ClockCase } from "../clock/clock-case.ts";
import {
  doubtWords,
  enteredComponents,
  OF_DOMAIN,
  OF_FOCUS_AREA,
  type Entry,
} from "./component-entries.ts";
import type { DueFor } from "../clock/due-for.ts";
import { contentDay, isInPlan, type ContentDay } from "./goals-in-plan.ts";
import {
  absent,
  done,
  someOf,
  unknown,
  type SearchResult,
  type Part,
} from "../clock/search-result.ts";
import type { MandateProfile } from "../rules/mandate-profile.ts";
import type { ContentRequirement, Tally } from "../rules/requirement.ts";
import { acceptedPlansOf, carriedOnFor } from "./plan-records.ts";
import { isAbsenceKnown, spanStart } from "../clock/span.ts";

/**
 * What the plan must contain, one part for each thing, from its goals, steps and reviews and from
 * the entries of components.
 */
export function findContent(
  mandate: MandateProfile,
  requirement: ContentRequirement,
  student: ClockCase,
  dueOf: DueFor,
  asOf: Day,
): readonly Part[] {
  const { all, atLeast, tally, span } = requirement;
  const part = (result: SearchResult, status = requirement.status): Part => ({ result, status });
  const contentOn = contentDay(dueOf.due, asOf);
  const since = spanStart(span, student, asOf);
  const shown = enteredComponents(mandate, student, since, contentOn, asOf);
  const entries = shown.filter(({ doubt }) => doubt === undefined);
  const isWhole = isAbsenceKnown(mandate, requirement, span, student, dueOf, asOf);
  const lacks = lacking(mandate, requirement, student, contentOn, asOf);
  const isCollected = collecting(mandate, student, contentOn, asOf);
  const resultFor = (component: PlanComponent): SearchResult => {
    const own = entries.filter((entry) => entry.component === component);
    const doubt = shown.find((entry) => entry.component === component && entry.doubt)?.doubt;
    return earliest(own, {
      isWhole: isWhole && isCollected(component) && doubt === undefined,
      otherwise: () => {
        if (doubt !== undefined) return unknown(doubtWords(doubt, component));
        return isCollected(component)
          ? absent(lacks(words(component)), isWhole)
          : unknown(`The exports have no record of ${words(component)}.`);
      },
    });
  };
  const parts = all.map(({ component, status }) => part(resultFor(component), status));
  if (atLeast !== undefined) {
    const fewer = (count: number): string =>
      `Of the things of which it must have at least ${atLeast.count}, ${count === 0 ? "none is" : `${count} are`} on record.`;
    parts.push(part(someOf(atLeast.count, atLeast.of.map(resultFor), fewer), atLeast.status));
  }
  if (tally !== undefined) {
    const own = shown.filter(({ component }) => component === tally.component);
    parts.push(part(amountOf(tally, own, isWhole, isCollected(tally.component))));
  }
  return parts;
}

/** An amount that is reached is reached, though more of it may not be on record. */
function amountOf(
  tally: Tally,
  entries: readonly Entry[],
  isWhole: boolean,
  isHeld: boolean,
): SearchResult {
  const sure = entries.filter(({ doubt }) => doubt === undefined);
  const last = reachedBy(tally, sure);
  if (last !== null) {
    const isFirst = isWhole && isHeld && sure.length === entries.length;
    return done(last.enteredOn, [evidenceOf(last)], isFirst);
  }
  if (!isHeld) {
    const lack = entries.length === 0 ? "no entries" : "not all entries";
    return unknown(`The exports have ${lack} of ${words(tally.component)}.`);
  }
  const [doubted] = entries.flatMap(({ doubt }) => doubt ?? []);
  return doubted !== undefined && isReached(tally, entries)
    ? unknown(doubtWords(doubted, tally.component))
    : absent(
        `The plan does not reach the amount of ${words(tally.component)}: at least ${tally.atLeast}.`,
        isWhole,
      );
}

/**
 * The sentence for missing content: in the plan, without a plan that counts, or without any plan.
 */
function lacking(
  mandate: MandateProfile,
  { span }: ContentRequirement,
  student: ClockCase,
  contentOn: ContentDay,
  asOf: Day,
): (what: string) => string {
  const documents = documentsOf(student);
  const accepted = acceptedPlansOf(mandate, documents, asOf);
  if (accepted.length > 0) {
    const year = schoolYearOf(asOf);
    const isThisYears =
      accepted.some(({ schoolYear }) => schoolYear >= year) ||
      carriedOnFor(mandate, documents, contentOn, asOf).size > 0;
    return isThisYears || span !== "school-year"
      ? (what) => `The plan has no ${what}.`
      : (what) => `No plan of this school year is on record, nor any ${what} of it.`;
  }
  // A draft, or a plan of a type that the mandate does not accept, may have content that does not
  // count.
  return documents.some(({ plans }) => plans.some(({ openedOn }) => openedOn <= asOf))
    ? (what) => `No plan that the mandate accepts is open, so no ${what} counts.`
    : (what) => `No plan is on record, nor any ${what}.`;
}

const words = (component: PlanComponent): string => component.replaceAll("-", " ");

/** The goal domains that components stand for. */
const DOMAINS: ReadonlyMap<PlanComponent, GoalDomain> = new Map(
  Object.entries(OF_DOMAIN).map(([domain, component]) => [component, domain as GoalDomain]),
);

/** Components of which a review speaks. */
const OF_REVIEWS: ReadonlySet<PlanComponent> = new Set(Object.values(OF_FOCUS_AREA));

/** Whether any student's records have such a component, so that its absence means something. */
function collecting(
  mandate: MandateProfile,
  student: ClockCase,
  contentOn: ContentDay,
  asOf: Day,
): (component: PlanComponent) => boolean {
  const { components, collected } = moreOf(student);
  const { isDomainUnsaid, isAreaUnlisted } = leftOpen(mandate, student, contentOn, asOf);
  return (component) => {
    const domain = DOMAINS.get(component);
    if (domain !== undefined && isDomainUnsaid) return false;
    if (isAreaUnlisted && OF_REVIEWS.has(component)) return false;
    if (collected === undefined) {
      return components !== null || domain !== undefined || component === "action-steps-benchmarks";
    }
    return (
      collected.components.has(component) ||
      (domain !== undefined && collected.goalDomains.has(domain)) ||
      (component === "action-steps-benchmarks" && collected.actionSteps)
    );
  };
}

/** What the goals and reviews of a student's accepted plans leave open of their components. */
interface LeftOpen {
  /** A goal without a domain on record may be the one that is asked for. */
  readonly isDomainUnsaid: boolean;
  /** A focus area that a review names by a word that is not listed, or that has no day, may be the one that is asked for. */
  readonly isAreaUnlisted: boolean;
}

function leftOpen(
  mandate: MandateProfile,
  student: ClockCase,
  contentOn: ContentDay,
  asOf: Day,
): LeftOpen {
  const documents = documentsOf(student);
  const accepted = acceptedPlansOf(mandate, documents, asOf);
  const isOfAccepted = (id: PlanId): boolean => accepted.some(({ plan }) => plan === id);
  return {
    isDomainUnsaid: documents.some(({ goals }) =>
      goals.some(
        (goal) =>
          goal.domain === null &&
          isInPlan(goal, contentOn) !== "no" &&
          isSetBy(goal, asOf) &&
          isOfAccepted(goal.plan),
      ),
    ),
    isAreaUnlisted: documents.some(({ reviews }) =>
      reviews.some(
        ({ plan, state, heldOn, focusAreas }) =>
          isOfAccepted(plan) &&
          (state === "held"
            ? focusAreas.includes(UNLISTED) || (heldOn === null && focusAreas.length > 0)
            : heldOn !== null && heldOn <= asOf && focusAreas.length > 0),
      ),
    ),
  };
}

/** @param isWhole whether every entry would be on record @param otherwise what is said if there is none */
function earliest(
  entries: readonly Entry[],
  { isWhole, otherwise }: { readonly isWhole: boolean; readonly otherwise: () => SearchResult },
): SearchResult {
  let first: Entry | null = null;
  for (const entry of entries) {
    // An entry whose day no record gives comes first only if there is no other.
    if (first === null || isEarlier(entry, first)) first = entry;
  }
  if (first !== null) {
    // An entry without a day, or of a component that is not collected, may not be the first.
    const isFirst = isWhole && entries.every(({ enteredOn }) => enteredOn !== null);
    return done(first.enteredOn, [evidenceOf(first)], isFirst);
  }
  return otherwise();
}

const isEarlier = (a: Entry, b: Entry): boolean =>
  a.enteredOn !== null && (b.enteredOn === null || a.enteredOn < b.enteredOn);

const evidenceOf = ({ component, enteredOn, seenOn }: Entry): Evidence => ({
  record: "component",
  name: component,
  on: enteredOn ?? seenOn,
});

/** The entry with which the amount, the strands and the marked entries are all reached; null if they are not. */
function reachedBy(tally: Tally, entries: readonly Entry[]): Entry | null {
  const inOrder = [...entries].sort(byText(({ seenOn }) => seenOn));
  const reached = inOrder.findIndex((_, index) => isReached(tally, inOrder.slice(0, index + 1)));
  return inOrder[reached] ?? null;
}

function isReached(tally: Tally, entries: readonly Entry[]): boolean {
  const each =
    tally.counts === "entries" ? entries.map(() => 1) : entries.map(({ quantity }) => quantity);
  const amount = each.reduce((sum, quantity) => sum + quantity, 0);
  const strands = new Set(entries.map(({ strand }) => strand).filter((strand) => strand !== ""));
  return (
    amount >= tally.atLeast &&
    strands.size >= (tally.strands ?? 0) &&
    (tally.marked ?? []).every(
      ({ mark, atLeast }) => entries.filter(({ marks }) => marks.includes(mark)).length >= atLeast,
    )
  );
}
