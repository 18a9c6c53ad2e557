import { barKeyText, divisionAndGroup, EVERYBODY, type GroupKey } from "../domain/bar-key.ts";
import type { StandingPart } from "../domain/parts.ts";
import { STANDING_IN_REVIEWS } from "../metrics/requirement-answers.ts";
import { statistic as named } from "../metrics/statistic.ts";
import type { Range } from "./linear-solver.ts";
import type { RequirementSummary } from "../releases/mandate-summary.ts";
import type { ReadRelease } from "./read-release.ts";
import { isTransition, rulesOf } from "./same-bars.ts";
import type { SeenBar } from "./seen-bars.ts";

/** A part of a bar by its place, times a factor. */
export type PartTerm = readonly [bar: SeenBar, part: number, factor: number];

/** What holds between true counts of one day. */
export interface Relation extends Range {
  readonly terms: readonly PartTerm[];
  /** Whether it holds but for rare students, such as one with an attestation in place of a record. */
  readonly isUsual: boolean;
}

/** The students of a bar who are in none of some other bars of the same question: what a subtraction isolates. */
export interface Leftover {
  readonly text: string;
  readonly whole: SeenBar;
  readonly groups: readonly SeenBar[];
}

export interface Relations {
  readonly relations: readonly Relation[];
  readonly leftovers: readonly Leftover[];
}

/** Everything that a reader knows of how the bars of a release hang together. */
export function relationsOf(release: ReadRelease, bars: readonly SeenBar[]): Relations {
  const relations: Relation[] = [];
  const leftovers: Leftover[] = [];
  const places = grouped(bars, ({ key }) => `${key.school ?? ""} ${key.group}`);
  for (const whole of bars) {
    const { statistic, school, group } = whole.key;
    const others = bars.filter(({ key }) => key.statistic === statistic);
    const schools = others.filter(({ key }) => school === null && key.school !== null && key.group === group);
    if (schools.length > 0) {
      // The district is the sum of the schools that have figures; of one grade or group a school may have none.
      if (group === EVERYBODY && !statistic.startsWith("transition/")) {
        relations.push(...whole.parts.map((_, part) => equal([[whole, part, 1]], schools.map((one) => [one, part, 1]))));
      } else leftovers.push({ text: `${barKeyText(whole.key)} less its schools`, whole, groups: schools });
    }
    if (group !== EVERYBODY) continue;
    const divided = others.filter(({ key }) => key.school === school && key.group !== EVERYBODY);
    for (const [division, groups] of grouped(divided, ({ key }) => divisionAndGroup(key.group).division)) {
      leftovers.push({ text: `${barKeyText(whole.key)} less ${division}`, whole, groups });
    }
  }
  for (const here of places.values()) relations.push(...requirementRelations(rulesOf(release), here));
  relations.push(...transitionRelations(release, bars));
  return { relations, leftovers };
}

/** From the answer that speaks first for a student under several reviews to the last. */
const REVIEWS_FIRST = ["no-plan", "not-held", "not-determinable", "held-late", "on-time", "not-due"];
const STANDINGS_FIRST = ["not-met", "not-determinable", "met", "not-applicable"];

/** Of one group at one place: composites and their requirements, plans and reviews, who took part. */
function requirementRelations(
  rules: readonly RequirementSummary[],
  here: readonly SeenBar[],
): readonly Relation[] {
  const find = (statistic: string) => here.find(({ key }) => key.statistic === statistic);
  const like = (prefix: string) =>
    here.filter(({ key }) => key.statistic.startsWith(prefix) && !key.statistic.endsWith("/all"));
  const reviews = like(named.statuses(""));
  const allReviews = find(named.statuses("all"));
  const allStandings = find(named.standings("all"));
  const plans = find(named.planCoverage);
  const held = like("participation/");
  // A transition has no bar of its statuses or standings.
  const isEachSeen = !rules.some(isTransition);
  const relations: Relation[] = [];

  if (allReviews !== undefined) {
    const members = reviews.map((bar) => (part: string) => terms(bar, [part]));
    relations.push(...unionOf((part) => terms(allReviews, [part]), members, REVIEWS_FIRST, isEachSeen));
  }
  if (allStandings !== undefined) {
    const inReviews = (bar: SeenBar) => (part: string) =>
      terms(bar, STANDING_IN_REVIEWS[part as StandingPart]);
    const members = [
      ...reviews.map(inReviews),
      ...like(named.standings("")).map((bar) => (part: string) => terms(bar, [part])),
      ...rules
        .filter(({ id, kind }) => kind === "plan" && find(named.standings(id)) === undefined)
        .flatMap(() => (plans === undefined ? [] : [openPlan(plans)])),
    ];
    const isWhole = isEachSeen && members.length === rules.length;
    relations.push(...unionOf((part) => terms(allStandings, [part]), members, STANDINGS_FIRST, isWhole));
    if (allReviews !== undefined) {
      relations.push(atMost(inReviews(allReviews)("not-met"), terms(allStandings, ["not-met"])));
      relations.push(atMost(terms(allStandings, ["not-applicable"]), terms(allReviews, ["not-due"])));
    }
  }
  for (const bar of plans === undefined ? [] : [...reviews, ...(allReviews === undefined ? [] : [allReviews])]) {
    relations.push(atMost(terms(bar, ["no-plan"]), terms(plans, ["none"])));
  }
  for (const review of reviews) {
    if (plans !== undefined) relations.push(usual(atMost(terms(review, ["not-held"]), terms(plans, ["open"]))));
    for (const role of held) {
      const reviewed = terms(role, ["took-part", "did-not", "not-recorded"]);
      relations.push(usual(atMost(terms(review, ["on-time", "held-late"]), reviewed)));
    }
    const [, stem = "", nth] = /^(.*\D)(\d+)$/.exec(review.key.statistic) ?? [];
    const next = find(`${stem}${Number(nth) + 1}`);
    // Whose first review was not held has no second one.
    if (next === undefined) continue;
    const without = terms(next, ["not-held", "no-plan", "not-determinable", "not-due"]);
    relations.push(usual(atMost(terms(review, ["not-held", "no-plan"]), without)));
  }
  held.slice(1).forEach((bar) => {
    for (const part of ["not-recorded", "no-review-held"]) {
      relations.push(equal(terms(bar, [part]), terms(held[0] ?? bar, [part])));
    }
  });
  return relations;
}

/** Who is ready for a transition has a plan open, at the place and in the grade. */
function transitionRelations(release: ReadRelease, bars: readonly SeenBar[]): readonly Relation[] {
  return rulesOf(release)
    .filter(isTransition)
    .flatMap(({ id, grades }) =>
      bars
        .filter(({ key }) => key.statistic === named.ofTransition("transition", id))
        .flatMap((bar) =>
          bars
            .filter(
              ({ key }) =>
                key.statistic === named.planCoverage &&
                key.school === bar.key.school &&
                (key.group === EVERYBODY || key.group === (`grade/${grades[0] ?? ""}` as GroupKey)),
            )
            .map((plans) => usual(atMost(terms(bar, ["ready"]), terms(plans, ["open"])))),
        ),
    );
}

/**
 * A composite has for each student the first answer that any of its requirements gives: nobody who has
 * one of the first answers anywhere is missing there, and where all requirements are seen nobody else is in it.
 */
function unionOf(
  composite: (part: string) => readonly PartTerm[],
  members: readonly ((part: string) => readonly PartTerm[])[],
  first: readonly string[],
  isWhole: boolean,
): readonly Relation[] {
  const upTo = first.map((_, at) => first.slice(0, at + 1)).slice(0, -1);
  return [
    ...upTo.flatMap((parts) =>
      members.map((member) => atMost(parts.flatMap(member), parts.flatMap(composite))),
    ),
    ...(isWhole && members.length > 0
      ? [...upTo, ...first.map((part) => [part])].map((parts) =>
          atMost(parts.flatMap(composite), members.flatMap((member) => parts.flatMap(member))),
        )
      : []),
  ];
}

/** A requirement that only asks for an open plan. */
const openPlan = (plans: SeenBar) => (part: string) =>
  terms(plans, part === "met" ? ["open"] : part === "not-met" ? ["none"] : []);

const terms = (bar: SeenBar, parts: readonly string[]): readonly PartTerm[] =>
  parts.map((part) => [bar, bar.parts.indexOf(part), 1]);

const negative = (all: readonly PartTerm[]): readonly PartTerm[] =>
  all.map(([bar, part, factor]) => [bar, part, -factor]);

const atMost = (less: readonly PartTerm[], more: readonly PartTerm[]): Relation => ({
  terms: [...less, ...negative(more)],
  low: -Infinity,
  high: 0,
  isUsual: false,
});

const equal = (one: readonly PartTerm[], other: readonly PartTerm[]): Relation => ({
  ...atMost(one, other),
  low: 0,
});

const usual = (relation: Relation): Relation => ({ ...relation, isUsual: true });

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}
