import { standingInReviews } from "../metrics/questions/requirement-answers.ts";
import {
  ALL_TOGETHER,
  PARTICIPATION,
  PLAN_COVERAGE,
  STANDINGS,
  STATUSES,
  statisticText,
  type Statistic,
} from "../metrics/questions/statistic.ts";
import { readStatistic } from "../metrics/cube/statistics.ts";
import type { RequirementSummary } from "../releases/manifest/mandate-summary.ts";
import {
  atMost,
  equal,
  together,
  unionOf,
  usually,
  type AnswerTerms,
  type Relation,
} from "./relation.ts";
import { isTransition } from "./same-bars.ts";
import type { SeenBar } from "./seen-bars.ts";

/**
 * The answers of a student under several reviews, the one that takes precedence first; then the
 * standings.
 */
const REVIEWS_FIRST = "no-plan not-held not-determinable held-late on-time not-due".split(" ");
const STANDINGS_FIRST = "not-met not-determinable met not-applicable".split(" ");

/** What holds between the bars of one group at one place: composites and requirements, reviews and plans, who took part. */
export function requirementRelations(
  rules: readonly RequirementSummary[],
  bars: readonly SeenBar[],
): readonly Relation[] {
  const find = (statistic: string): readonly SeenBar[] =>
    bars.filter(({ key }) => key.statistic === statistic);
  const each = ({ id }: Pick<Statistic, "id">): readonly SeenBar[] =>
    bars.filter(({ key }) => {
      const { statistic, about } = readStatistic(key.statistic);
      return statistic.id === id && about !== ALL_TOGETHER;
    });
  const reviews = each(STATUSES);
  const allReviews = find(statisticText(STATUSES, ALL_TOGETHER));
  const allStandings = find(statisticText(STANDINGS, ALL_TOGETHER));
  const plans = find(statisticText(PLAN_COVERAGE));
  // A transition has no bar of its statuses or standings; nor has a plan that need only be open, and
  // until one is due nobody without one misses the requirement.
  const isEachSeen = !rules.some(isTransition);
  const standings = [...reviews.map(asStanding), ...each(STANDINGS).map(asItIs)];
  return [
    ...allReviews.flatMap((all) =>
      unionOf(asItIs(all), reviews.map(asItIs), REVIEWS_FIRST, isEachSeen),
    ),
    ...allStandings.flatMap((all) => {
      const isWhole = isEachSeen && standings.length === rules.length;
      return [
        ...unionOf(asItIs(all), standings, STANDINGS_FIRST, isWhole),
        ...allReviews.flatMap((review) => [
          atMost(asStanding(review)("not-met"), together(all, ["not-met"])),
          atMost(together(all, ["not-applicable"]), together(review, ["not-due"])),
        ]),
      ];
    }),
    ...plans.flatMap((plan) => [
      ...[...reviews, ...allReviews].map((review) =>
        atMost(together(review, ["no-plan"]), together(plan, ["none"])),
      ),
      ...reviews.map((review) =>
        usually(atMost(together(review, ["not-held"]), together(plan, ["open"]))),
      ),
    ]),
    ...reviews.flatMap((review) => secondReviews(review, find)),
    ...participationRelations(each(PARTICIPATION), reviews),
  ];
}

const asItIs =
  (bar: SeenBar): AnswerTerms =>
  (part) =>
    together(bar, [part]);
const asStanding =
  (review: SeenBar): AnswerTerms =>
  (standing) =>
    together(review, standingInReviews(standing));
/**
 * Students whose first review was not held have no second one. Students who entered late may be
 * exempt from the first and have the second.
 */
function secondReviews(
  review: SeenBar,
  find: (statistic: string) => readonly SeenBar[],
): readonly Relation[] {
  const { about } = readStatistic(review.key.statistic);
  const numbered = /^(.*\D)(\d+)$/.exec(about ?? "");
  if (numbered === null) return [];
  const [, stem = "", nth] = numbered;
  return find(statisticText(STATUSES, `${stem}${Number(nth) + 1}`)).map((next) =>
    usually(
      atMost(
        together(review, ["not-held", "no-plan"]),
        together(next, ["not-held", "no-plan", "not-determinable", "not-due"]),
      ),
    ),
  );
}

/**
 * Whether a review was held is one fact for every role. Whether it names anybody is one as well, unless
 * the district never names one of the roles.
 */
function participationRelations(
  roles: readonly SeenBar[],
  reviews: readonly SeenBar[],
): readonly Relation[] {
  const [first] = roles;
  if (first === undefined) return [];
  return [
    ...roles.slice(1).flatMap((role) => {
      const same = (part: string): Relation =>
        equal(together(role, [part]), together(first, [part]));
      return [same("no-review-held"), usually(same("not-recorded"))];
    }),
    ...reviews.map((review) =>
      usually(
        atMost(
          together(review, ["on-time", "held-late"]),
          together(first, ["took-part", "did-not", "not-recorded"]),
        ),
      ),
    ),
  ];
}
