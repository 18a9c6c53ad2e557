import type { Inclusion, Link, PartIn } from "../disclosure/publication-registry.ts";
import {
  isReview,
  type Requirement,
  type ReviewRequirement,
  type TransitionReview,
} from "../mandates/requirement.ts";
import { arrivalGrade } from "../metrics/transition.ts";
import { ALL_REVIEWS, DUE_STATUSES, statisticIds as id } from "./statistic-ids.ts";

/**
 * The same students in two statistics.
 * @param plain see `plainReviews`
 */
export const linksOf = (
  reviews: readonly ReviewRequirement[],
  plain: ReadonlySet<string>,
): readonly Link[] => [
  ...dueLinks(),
  ...reviews.map(dueSoonLink),
  ...reviews
    .map(({ id: requirement }) => requirement)
    .filter((requirement) => plain.has(requirement))
    .flatMap(standingIsStatus),
];

/** Students of one statistic who all are among those of another. */
export function inclusionsOf(requirements: readonly Requirement[]): readonly Inclusion[] {
  const reviews = requirements.filter(isReview);
  const rules = requirements.map(({ id: requirement }) => requirement);
  const contents = requirements.filter(({ kind }) => kind === "content");
  return [
    ...plans(),
    ...reviewsHeld(reviews),
    ...reviews.flatMap(withinAll),
    ...(reviews.length > 0 ? acrossAll(reviews) : []),
    ...rules.map(standingWithinAll),
    ...(rules.length > 0 ? [standingAcrossAll(rules)] : []),
    ...[ALL_REVIEWS, ...reviews.map(({ id: requirement }) => requirement)].flatMap(
      standingOfReview,
    ),
    ...inPlans(reviews),
    ...completeContents(contents.map(({ id: requirement }) => requirement)),
    ...reviews.flatMap((requirement) =>
      requirement.kind === "transition-review" ? transition(requirement) : [],
    ),
  ];
}

/** The statuses of a review that was not kept, the least favourable first. */
const FROM_WORST = ["plan-missing", "not-held", "held-late"] as const;
const COUNTED = ["counted", "not-counted"] as const;

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

/** Who is at a transition, with an open plan or without, is one of all students so, in each group of them. */
const inPlans = (reviews: readonly ReviewRequirement[]): readonly Inclusion[] => {
  const transitions = reviews.filter(({ kind }) => kind === "transition-review");
  if (transitions.length === 0) return [];
  return COUNTED.map((part) => ({
    whole: of("plan-coverage", part),
    parts: transitions.flatMap((requirement) =>
      of(id.ofTransition("transition-plan", requirement.id), part),
    ),
  }));
};

/** A plan is complete where no rule on its content is broken. */
const completeContents = (rules: readonly string[]): readonly Inclusion[] =>
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
function transition(review: TransitionReview) {
  const { id: requirement, grade } = review;
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
    ...handover(review),
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

/** Whoever could be handed over has an open plan in the grade of arrival; whoever was not, a plan at another school. */
function handover(review: TransitionReview): readonly Inclusion[] {
  const grade = arrivalGrade(review);
  if (grade === null) return [];
  const statistic = id.ofTransition("transition-handover", review.id);
  return [
    {
      whole: [{ statistic: "plan-coverage", part: "counted", group: `grade/${grade}` }],
      parts: [{ statistic: id.handoverTold(review.id, grade), part: "some", group: "all/all" }],
    },
    {
      whole: of(id.problem("wrong-school"), "counted"),
      parts: of(statistic, "not-counted"),
    },
  ];
}
