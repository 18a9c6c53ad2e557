import { standingInReviews } from "../metrics/questions/requirement-answers.ts";
import {
  ALL_TOGETHER,
  PLAN_COVERAGE,
  STANDINGS,
  STATUSES,
  statisticText,
} from "../metrics/questions/statistic.ts";
import { readStatistic } from "../metrics/cube/statistics.ts";
import type { RequirementSummary } from "../releases/manifest/mandate-summary.ts";
import type { ReadRelease } from "./reading/read-release.ts";

/** Where a part of a bar is drawn: under its own name, or as parts of another bar of the same students. */
export type ReadAs = (
  statistic: string,
  part: string,
) => { readonly statistic: string; readonly parts: readonly string[] };

const WITH_A_BAR = /^(recurring-review|transition-review|plan|content|assent|record)$/;
const ASKED = /^(must|counted|must-offer)$/;

/** The requirements in force that each of their students must meet. */
export const rulesOf = ({ manifest }: Pick<ReadRelease, "manifest">) =>
  manifest.mandate.requirements.filter(
    ({ kind, modality, isInForce }) => isInForce && WITH_A_BAR.test(kind) && ASKED.test(modality),
  );

export const isTransition = ({ kind }: RequirementSummary): boolean => kind === "transition-review";

/**
 * Which bars are one: a reader knows that a review's standings are read from its statuses, that of a
 * plan that need only be open from plan coverage, which tells who meets it alone, and the composite of
 * one requirement from that one. It is decided by which rows exist.
 */
export function readAs(release: ReadRelease): ReadAs {
  const { statuses = [], standings = [] } = release.tables;
  const parted = new Set(
    standings.filter((row) => row["standing"] === "not-met").map((row) => row["requirement"]),
  );
  const rules = rulesOf(release);
  const reviews = new Set(statuses.map((row) => row["requirement"]));
  reviews.delete(ALL_TOGETHER);
  const [onlyReview] = reviews;
  const [onlyRule] = rules;
  const isOneReview = reviews.size === 1 && !rules.some(isTransition);
  const isOneRule = rules.length === 1 && onlyRule !== undefined && !isTransition(onlyRule);
  const read: ReadAs = (statistic, part) => {
    const { statistic: asked, about: requirement } = readStatistic(statistic);
    if (statistic === statisticText(STATUSES, ALL_TOGETHER) && isOneReview) {
      return { statistic: statisticText(STATUSES, String(onlyReview)), parts: [part] };
    }
    if (asked.id !== STANDINGS.id) return { statistic, parts: [part] };
    if (requirement === ALL_TOGETHER && isOneRule) {
      return read(statisticText(STANDINGS, onlyRule.id), part);
    }
    if (reviews.has(requirement)) {
      return { statistic: statisticText(STATUSES, requirement), parts: standingInReviews(part) };
    }
    const isOfCoverage = rules.some(({ id, kind }) => id === requirement && kind === "plan");
    return isOfCoverage && !parted.has(requirement)
      ? { statistic: statisticText(PLAN_COVERAGE), parts: part === "met" ? ["open"] : [] }
      : { statistic, parts: [part] };
  };
  return read;
}
