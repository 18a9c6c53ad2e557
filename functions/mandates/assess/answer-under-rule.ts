import type { Day } from "../../domain/calendar/day.ts";
import { longDay } from "../../domain/calendar/long-day.ts";
import { standingOf, type RequirementAnswer, type StandingAnswer } from "../clock/answer.ts";
import { documentsOf, type ClockCase } from "../clock/clock-case.ts";
import { findOffer } from "../evidence/find-offer.ts";
import { unchecked } from "../clock/search-result.ts";
import type { MandateProfile } from "../rules/mandate-profile.ts";
import { acceptedPlansOf } from "../evidence/plan-records.ts";
import { FIRST_YEAR, isFirstYear, OLDER_PLAN, planStage } from "./plan-stage.ts";
import { plainStanding } from "../clock/standing-clock.ts";

/**
 * Limits the answer to what the rule supports: not before the rule asks, not more firmly than it
 * asks, and not "not met" if its text was not checked.
 */
export const answerUnderRule = (
  mandate: MandateProfile,
  answer: RequirementAnswer,
  student: ClockCase,
  asOf: Day,
): RequirementAnswer =>
  answerUnderText(offered(mandate, withoutPlan(mandate, answer, student, asOf), student, asOf));

/**
 * The content of a plan, and assent to it, are not asked before a plan is due; assent to the yearly
 * review is not asked in the school year of the first plan.
 */
function withoutPlan(
  mandate: MandateProfile,
  answer: RequirementAnswer,
  student: ClockCase,
  asOf: Day,
): RequirementAnswer {
  const { requirement } = answer;
  if (requirement.kind !== "content" && requirement.kind !== "assent") return answer;
  if (standingOf(answer) !== "not-met") return answer;
  if (requirement.kind === "assent" && requirement.isOfYearlyReview === true) {
    const isFirst = isFirstYear(mandate, student, asOf);
    if (isFirst === "unclear") {
      const because = `${answer.because} ${FIRST_YEAR} ${OLDER_PLAN}`;
      return undetermined(answer, because, { evidence: [], dueOn: answer.dueOn });
    }
    if (isFirst) return plainStanding(requirement, student, "not-applicable", FIRST_YEAR);
  }
  if (acceptedPlansOf(mandate, documentsOf(student), asOf).length > 0) return answer;
  const stage = planStage(mandate, student, asOf);
  return stage.kind === "not-due" && stage.isToCome
    ? plainStanding(requirement, student, "not-applicable", stage.because)
    : answer;
}

/**
 * A review whose rule nobody checked is never "not met". For other requirements, each line is
 * checked by itself.
 */
function answerUnderText(answer: RequirementAnswer): RequirementAnswer {
  const { requirement, because, evidence, dueOn } = answer;
  const isOfParts = requirement.kind === "content" || requirement.kind === "assent";
  const mustRead = unchecked(requirement.citation, requirement.status);
  if (mustRead === null || isOfParts || standingOf(answer) !== "not-met") return answer;
  return undetermined(answer, `${because} ${mustRead}`, { evidence, dueOn });
}

/** The answer if nothing decides, with the reason. */
export const undetermined = (
  { requirement, owner }: RequirementAnswer,
  because: string,
  rest: Pick<StandingAnswer, "evidence" | "dueOn">,
): StandingAnswer => ({
  ...{ kind: "standing", requirement, owner, because, status: "not-determinable" },
  ...{ daysLeft: null, ...rest },
});

/**
 * What must only be offered is met by the offer. Without one on record nobody knows whether it was
 * made, so a student who did not accept the offer is never "not met".
 */
function offered(
  mandate: MandateProfile,
  answer: RequirementAnswer,
  student: ClockCase,
  asOf: Day,
): RequirementAnswer {
  const { requirement } = answer;
  const { modality, appliesTo } = requirement;
  const isOnly =
    modality === "must-offer" || (modality === "on-request" && appliesTo?.after === undefined);
  if (!isOnly || standingOf(answer) === "met") return answer;
  const offer = findOffer(mandate, requirement, student, asOf);
  if (offer !== null) {
    const because = `It was offered on ${longDay(offer.on)}, which is what the rule asks.`;
    return { ...plainStanding(requirement, student, "met", because), evidence: [offer] };
  }
  if (standingOf(answer) !== "not-met") return answer;
  const because = `${answer.because} It must be offered, and no record says whether it was.`;
  return undetermined(answer, because, { evidence: [], dueOn: answer.dueOn });
}
