/**
 * The publication registry: every statistic about students that a release publishes. A figure that is
 * not here cannot be shown. What a reader knows of how they add up is in `known-equations.ts`.
 */
import type {
  PublicationRegistry,
  PublishedStatistic,
} from "../disclosure/publication-registry.ts";
import { REQUIREMENT_STANDINGS } from "../domain/requirement-standing.ts";
import { REVIEW_STATUSES } from "../domain/review-status.ts";
import type { MandateProfile } from "../mandates/mandate-profile.ts";
import { isReview, type ReviewRequirement } from "../mandates/requirement.ts";
import { arrivalGrade } from "../metrics/transition.ts";
import type { Metric } from "../metrics/metric.ts";
import { METRICS } from "../metrics/metrics.ts";
import { RECORD_PROBLEMS } from "../metrics/record-problem.ts";
import { inclusionsOf, linksOf } from "./known-equations.ts";
import {
  isBySchool,
  partitionsOf,
  publishedDivisions,
  type Divisions,
  type PublishedDivisions,
} from "./published-divisions.ts";
import { ALL_REVIEWS, statisticIds as id } from "./statistic-ids.ts";

const HANDOVER = "transition-handover";
const COUNTED = ["counted", "not-counted"] as const;

/**
 * @param plain see `plainReviews`
 * @param toldOf see `divisionsToldOf`
 */
export function publicationRegistry(
  { requirements }: MandateProfile,
  plain: ReadonlySet<string>,
  toldOf: readonly string[],
): PublicationRegistry {
  const by = publishedDivisions(toldOf);
  const reviews = requirements.filter(isReview);
  const reviewIds = reviews.map(({ id: requirement }) => requirement);
  const rules = requirements.map(({ id: requirement }) => requirement);
  return {
    partitions: partitionsOf(toldOf),
    statistics: [
      ...METRICS.flatMap((metric) => rates(metric, reviews, by)),
      ...parents(by),
      statuses(ALL_REVIEWS, by.byGrade),
      ...reviewIds.flatMap((requirement) => [
        statuses(requirement, by.whole),
        dueSoon(requirement, by.whole),
      ]),
      ...[ALL_REVIEWS, ...rules].map((requirement) => standings(requirement, by.whole)),
      ...RECORD_PROBLEMS.map((name) => problem(name, by.whole)),
    ],
    links: linksOf(reviews, plain),
    nestings: [],
    inclusions: inclusionsOf(requirements),
  };
}

const rate = (
  statistic: string,
  table: string,
  divisions: Divisions,
  of: PublishedStatistic["of"] = null,
): PublishedStatistic => ({
  id: statistic,
  table,
  shows: "banded",
  parts: COUNTED,
  published: ["counted"],
  divisions,
  of,
});

/** A measure of transitions is a statistic for each of them: its students are those of one grade. */
function rates(
  { id: measure, breakdowns }: Metric,
  reviews: readonly ReviewRequirement[],
  { whole, ofTransitions, ofDistrict, ofSchools }: PublishedDivisions,
) {
  if (measure === HANDOVER) return reviews.flatMap((review) => handover(review, whole));
  if (breakdowns.includes("transition")) {
    return reviews
      .filter(({ kind }) => kind === "transition-review")
      .map((requirement) => rate(id.ofTransition(measure, requirement.id), "rates", ofTransitions));
  }
  const divisions = isBySchool(measure) ? ofSchools : ofDistrict;
  return [rate(measure, "rates", divisions, OF[measure])];
}

/** Who arrived with a plan is no more public than who has one: the handover is a share of that. */
function handover(review: ReviewRequirement, divisions: Divisions): readonly PublishedStatistic[] {
  const grade = review.kind === "transition-review" ? arrivalGrade(review) : null;
  const own = id.ofTransition(HANDOVER, review.id);
  if (grade === null) {
    return review.kind === "transition-review" ? [rate(own, "rates", divisions)] : [];
  }
  const told = id.handoverTold(review.id, grade);
  return [
    hiddenParent(told, divisions),
    rate(own, "rates", divisions, { statistic: told, part: "some" }),
  ];
}

/** The measures whose students nobody can count from outside, and the part of another statistic that they are. */
const OF: { readonly [measure: string]: PublishedStatistic["of"] } = {
  "review-timeliness": { statistic: id.reviewsDue, part: "some" },
  "student-participation": { statistic: id.reviewsHeld, part: "some" },
  "family-participation": { statistic: id.reviewsHeld, part: "some" },
  "counselor-participation": { statistic: id.reviewsHeld, part: "some" },
  "component-completeness": { statistic: id.componentsTold, part: "some" },
  "goal-domains": { statistic: "plan-coverage", part: "counted" },
};

const parents = ({ ofSchools, ofDistrict }: PublishedDivisions): readonly PublishedStatistic[] => [
  hiddenParent(id.reviewsDue, ofSchools),
  hiddenParent(id.reviewsHeld, ofDistrict),
  hiddenParent(id.componentsTold, ofDistrict),
];

const hiddenParent = (statistic: string, divisions: Divisions): PublishedStatistic => ({
  id: statistic,
  table: "rates",
  shows: "hidden",
  parts: ["some", "none"],
  published: [],
  divisions,
  of: null,
});

const statuses = (requirement: string, divisions: Divisions): PublishedStatistic => ({
  id: id.statuses(requirement),
  table: "statuses",
  shows: "banded",
  parts: REVIEW_STATUSES,
  published: REVIEW_STATUSES,
  divisions,
  of: null,
});

const standings = (requirement: string, divisions: Divisions): PublishedStatistic => ({
  id: id.standings(requirement),
  table: "standings",
  shows: "banded",
  parts: REQUIREMENT_STANDINGS,
  published: REQUIREMENT_STANDINGS,
  divisions,
  of: null,
});

const dueSoon = (requirement: string, divisions: Divisions): PublishedStatistic => ({
  id: id.dueSoon(requirement),
  table: "next-steps",
  shows: "banded",
  parts: ["due-soon", "due-later", "not-pending"],
  published: ["due-soon"],
  divisions,
  of: null,
});

const problem = (name: string, divisions: Divisions): PublishedStatistic =>
  rate(id.problem(name), "reconciliation", divisions);
