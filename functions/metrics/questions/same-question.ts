import type { Day } from "../../domain/calendar/day.ts";
import type { MandateProfile } from "../../mandates/rules/mandate-profile.ts";
import { standingInReviews } from "./requirement-answers.ts";
import { hasClock, isShownByCoverage, requirementsWithBar } from "./requirement-questions.ts";
import { ALL_TOGETHER, PLAN_COVERAGE, STANDINGS, STATUSES, statisticText } from "./statistic.ts";

/**
 * How the public edition reads a question from another one that asks the same of the same students.
 */
export interface ReadAs {
  readonly statistic: string;
  /**
   * The parts of the other question that make up a part; none if the other question cannot show it.
   */
  readonly parts: (part: string) => readonly string[];
}

/**
 * One question about one set of students has one bar: two bars of the same students, each with its
 * own shift, would show two figures for one fact. A review with a clock is read from its statuses,
 * and the composite of a single requirement from that requirement. A transition has only the
 * transition's bar. A requirement for an open plan is met if one is open, which plan coverage
 * shows. It does not show who misses the requirement, since the due day may not have come, or the
 * student may be exempt.
 */
export function sameQuestions(mandate: MandateProfile, asOf: Day): ReadonlyMap<string, ReadAs> {
  const rules = requirementsWithBar(mandate, asOf);
  const reviews = rules.filter(hasClock);
  const same = new Map<string, ReadAs>();
  for (const rule of rules) {
    const standings = statisticText(STANDINGS, rule.id);
    if (isShownByCoverage(rule)) {
      same.set(standings, {
        statistic: statisticText(PLAN_COVERAGE),
        parts: (part) => (part === "met" ? ["open"] : []),
      });
    }
    if (hasClock(rule) && rule.kind === "recurring-review") {
      same.set(standings, {
        statistic: statisticText(STATUSES, rule.id),
        parts: standingInReviews,
      });
    }
  }
  const [review] = reviews;
  if (reviews.length === 1 && review?.kind === "recurring-review") {
    same.set(statisticText(STATUSES, ALL_TOGETHER), as(statisticText(STATUSES, review.id)));
  }
  const [rule] = rules;
  if (rules.length === 1 && rule !== undefined && rule.kind !== "transition-review") {
    const own = statisticText(STANDINGS, rule.id);
    same.set(statisticText(STANDINGS, ALL_TOGETHER), same.get(own) ?? as(own));
  }
  return same;
}

/** The same parts under another name. */
const as = (other: string): ReadAs => ({
  statistic: other,
  parts: (part) => [part],
});
