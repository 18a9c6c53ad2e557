/**
 * The publication registry: every statistic about students that a release publishes, and all that a
 * reader knows of how they add up. A figure that is not here cannot be shown.
 */
import type {
  Inclusion,
  Level,
  Link,
  PartIn,
  PublicationRegistry,
  PublishedStatistic,
} from "../disclosure/publication-registry.ts";
import { GRADES } from "../domain/grade.ts";
import { REQUIREMENT_STANDINGS } from "../domain/requirement-standing.ts";
import { REVIEW_STATUSES } from "../domain/review-status.ts";
import type { MandateProfile } from "../mandates/mandate-profile.ts";
import { isReview, type ReviewRequirement } from "../mandates/requirement.ts";
import type { Metric } from "../metrics/metric.ts";
import { METRICS } from "../metrics/metrics.ts";
import { RECORD_PROBLEMS } from "../metrics/record-problem.ts";
import { ALL_REVIEWS, DUE_STATUSES, statisticIds as id } from "./statistic-ids.ts";

type Divisions = { readonly [level in Level]?: readonly (readonly string[])[] };

/** A school divides the district already: grades are of the district, so that no small cell is published twice over. */
const BY_GRADE: Divisions = { district: [[], ["grade"]], school: [[]] };
const WHOLE: Divisions = { district: [[]], school: [[]] };

/** The statuses of a review that was not kept, the least favourable first. */
const FROM_WORST = ["plan-missing", "not-held", "held-late"] as const;
const COUNTED = ["counted", "not-counted"] as const;

/** @param plain see `plainReviews` */
export function publicationRegistry(
  { requirements }: MandateProfile,
  plain: ReadonlySet<string>,
): PublicationRegistry {
  const reviews = requirements.filter(isReview);
  const reviewIds = reviews.map(({ id: requirement }) => requirement);
  const rules = requirements.map(({ id: requirement }) => requirement);
  return {
    partitions: [{ id: "grade", groups: GRADES }],
    statistics: [
      ...METRICS.flatMap((metric) => rates(metric, reviews)),
      ...parents(),
      statuses(ALL_REVIEWS, BY_GRADE),
      ...reviewIds.flatMap((requirement) => [statuses(requirement, WHOLE), dueSoon(requirement)]),
      ...[ALL_REVIEWS, ...rules].map(standings),
      ...RECORD_PROBLEMS.map(problem),
    ],
    links: [
      ...dueLinks(),
      ...reviews.map(dueSoonLink),
      ...reviewIds.filter((requirement) => plain.has(requirement)).flatMap(standingIsStatus),
    ],
    nestings: [],
    inclusions: [
      ...plans(),
      ...reviewsHeld(reviews),
      ...reviews.flatMap(withinAll),
      ...(reviews.length > 0 ? acrossAll(reviews) : []),
      ...rules.map(standingWithinAll),
      standingAcrossAll(rules),
      ...[ALL_REVIEWS, ...reviewIds].flatMap(standingOfReview),
      ...contents(requirements.filter(({ kind }) => kind === "content").map((one) => one.id)),
      ...reviews.flatMap((requirement) =>
        requirement.kind === "transition-review" ? transition(requirement) : [],
      ),
    ],
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
function rates({ id: measure, breakdowns }: Metric, reviews: readonly ReviewRequirement[]) {
  if (breakdowns.includes("transition")) {
    return reviews
      .filter(({ kind }) => kind === "transition-review")
      .map((requirement) => rate(id.ofTransition(measure, requirement.id), "rates", WHOLE));
  }
  return [rate(measure, "rates", breakdowns.includes("grade") ? BY_GRADE : WHOLE, OF[measure])];
}

/** The measures whose students nobody can count from outside, and the part of another statistic that they are. */
const OF: { readonly [measure: string]: PublishedStatistic["of"] } = {
  "review-timeliness": { statistic: id.reviewsDue, part: "some" },
  "student-participation": { statistic: id.reviewsHeld, part: "some" },
  "family-participation": { statistic: id.reviewsHeld, part: "some" },
  "counselor-participation": { statistic: id.reviewsHeld, part: "some" },
  "goal-domains": { statistic: "plan-coverage", part: "counted" },
};

const parents = (): readonly PublishedStatistic[] =>
  [id.reviewsDue, id.reviewsHeld].map((statistic) => ({
    id: statistic,
    table: "rates",
    shows: "hidden",
    parts: ["some", "none"],
    published: [],
    divisions: BY_GRADE,
    of: null,
  }));

const statuses = (requirement: string, divisions: Divisions): PublishedStatistic => ({
  id: id.statuses(requirement),
  table: "statuses",
  shows: "banded",
  parts: REVIEW_STATUSES,
  published: REVIEW_STATUSES,
  divisions,
  of: null,
});

const standings = (requirement: string): PublishedStatistic => ({
  id: id.standings(requirement),
  table: "standings",
  shows: "banded",
  parts: REQUIREMENT_STANDINGS,
  published: REQUIREMENT_STANDINGS,
  divisions: WHOLE,
  of: null,
});

const dueSoon = (requirement: string): PublishedStatistic => ({
  id: id.dueSoon(requirement),
  table: "next-steps",
  shows: "banded",
  parts: ["due-soon", "due-later", "not-pending"],
  published: ["due-soon"],
  divisions: WHOLE,
  of: null,
});

const problem = (name: string): PublishedStatistic =>
  rate(id.problem(name), "reconciliation", WHOLE);

const of = (statistic: string, ...parts: readonly string[]): readonly PartIn[] =>
  parts.map((part) => ({ statistic, part }));

/** Who is timely in all is on time by the measure, and whoever has a review due is in one of four statuses. */
const dueLinks = (): readonly Link[] => [
  {
    total: { statistic: id.reviewsDue, part: "some" },
    parts: of(id.statuses(ALL_REVIEWS), ...DUE_STATUSES),
  },
  {
    total: { statistic: "review-timeliness", part: "counted" },
    parts: of(id.statuses(ALL_REVIEWS), "timely"),
  },
];

const dueSoonLink = ({ id: requirement }: ReviewRequirement): Link => ({
  total: { statistic: id.statuses(requirement), part: "pending" },
  parts: of(id.dueSoon(requirement), "due-soon", "due-later"),
});

/** Who has the status "no plan", or the problem, has no open plan. */
const plans = (): readonly Inclusion[] => [
  {
    whole: of("plan-coverage", "not-counted"),
    parts: of(id.statuses(ALL_REVIEWS), "plan-missing"),
  },
  {
    whole: of("plan-coverage", "not-counted"),
    parts: of(id.problem("enrolled-without-plan"), "counted"),
  },
];

/** A review held for a requirement was held this year, unless the requirement looks back further. */
const reviewsHeld = (reviews: readonly ReviewRequirement[]): readonly Inclusion[] =>
  reviews.some((review) => review.kind === "recurring-review" && review.span !== "school-year")
    ? []
    : [
        {
          whole: of(id.reviewsHeld, "some"),
          parts: of(id.statuses(ALL_REVIEWS), "timely", "held-late"),
        },
      ];

/** A student is no better in all than in any one requirement. */
const untilWorst = FROM_WORST.map((_, at) => FROM_WORST.slice(0, at + 1));

const withinAll = ({ id: requirement }: ReviewRequirement): readonly Inclusion[] =>
  untilWorst.map((parts) => ({
    whole: of(id.statuses(ALL_REVIEWS), ...parts),
    parts: of(id.statuses(requirement), ...parts),
  }));

/** And as bad in one of them at least. */
const acrossAll = (reviews: readonly ReviewRequirement[]): readonly Inclusion[] =>
  untilWorst.map((parts) => ({
    whole: reviews.flatMap((requirement) => of(id.statuses(requirement.id), ...parts)),
    parts: of(id.statuses(ALL_REVIEWS), ...parts),
  }));

const standingIsStatus = (requirement: string): readonly Link[] => [
  {
    total: { statistic: id.standings(requirement), part: "met" },
    parts: of(id.statuses(requirement), "timely"),
  },
  {
    total: { statistic: id.standings(requirement), part: "not-met" },
    parts: of(id.statuses(requirement), ...FROM_WORST),
  },
];

const standingWithinAll = (requirement: string): Inclusion => ({
  whole: of(id.standings(ALL_REVIEWS), "not-met"),
  parts: of(id.standings(requirement), "not-met"),
});

const standingAcrossAll = (rules: readonly string[]): Inclusion => ({
  whole: rules.flatMap((requirement) => of(id.standings(requirement), "not-met")),
  parts: of(id.standings(ALL_REVIEWS), "not-met"),
});

/** Whoever's review was held late, or not, or has no plan, does not meet it; whoever's was timely does. */
const standingOfReview = (requirement: string): readonly Inclusion[] => [
  {
    whole: of(id.standings(requirement), "not-met"),
    parts: of(id.statuses(requirement), ...FROM_WORST),
  },
  ...(requirement === ALL_REVIEWS
    ? []
    : [
        {
          whole: of(id.standings(requirement), "met"),
          parts: of(id.statuses(requirement), "timely"),
        },
        {
          whole: of(id.standings(requirement), "not-applicable", "not-determinable"),
          parts: of(id.statuses(requirement), "pending", "exempt", "not-yet-assessable"),
        },
      ]),
];

/** A plan is complete where no rule on its content is broken. */
const contents = (rules: readonly string[]): readonly Inclusion[] =>
  rules.length === 0
    ? []
    : [
        ...rules.map((requirement) => ({
          whole: of("component-completeness", "not-counted"),
          parts: of(id.standings(requirement), "not-met"),
        })),
        {
          whole: rules.flatMap((requirement) => of(id.standings(requirement), "not-met")),
          parts: of("component-completeness", "not-counted"),
        },
      ];

/** A covered transition has plan, review and focus areas; one that is not lacks one of them. */
function transition({ id: requirement, grade }: ReviewRequirement & { readonly grade: string }) {
  const part = (measure: string, name: string): readonly PartIn[] =>
    of(id.ofTransition(measure, requirement), name);
  const covered = (name: string) => part("transition-coverage", name);
  const milestones = ["transition-plan", "transition-review", "transition-focus-areas"];
  const inGrade = COUNTED.map((name): Inclusion => ({
    whole: [{ statistic: "plan-coverage", part: name, group: `grade/${grade}` }],
    parts: part("transition-plan", name).map((one) => ({ ...one, group: "all/all" })),
  }));
  return [
    ...inGrade,
    ...milestones.map((measure): Inclusion => ({
      whole: part(measure, "counted"),
      parts: covered("counted"),
    })),
    {
      whole: milestones.flatMap((measure) => part(measure, "not-counted")),
      parts: covered("not-counted"),
    },
    {
      whole: part("transition-review", "counted"),
      parts: of(id.statuses(requirement), "timely", "held-late"),
    },
  ];
}
