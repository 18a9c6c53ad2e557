import type { Day } from "../../domain/calendar/day.ts";
import type { MandateProfile } from "../../mandates/rules/mandate-profile.ts";
import { standingInReviews } from "./requirement-answers.ts";
import { hasClock, isShownByCoverage, requirementsWithBar } from "./requirement-questions.ts";
import { ALL_TOGETHER, PLAN_COVERAGE, STANDINGS, STATUSES, statisticText } from "./statistic.ts";

/** Where the public edition reads a question that another one asks of the same students already. */
export interface ReadAs {
  readonly statistic: string;
  /** Which parts of the other question a part is; none where the other cannot tell it. */
  readonly parts: (part: string) => readonly string[];
}

/**
 * One set of students and one question has one bar: two bars of the same students, each shifted by
 * itself, would show two figures for one fact. A review with a clock is read from its statuses, and the
 * composite of one from that one. A transition has the transition's bar alone. A requirement that a
 * plan be open is met where one is, which plan coverage shows; who misses it, it does not tell, since
 * whose due day has not come, or who is exempt, does not.
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
