import type { Day } from "../domain/day.ts";
import { attestationOn } from "../domain/attestation.ts";
import { EXEMPTION_REASON_NAMES, exemptionOn } from "../domain/exemption.ts";
import { firstDayOf, schoolYearOf } from "../domain/school-year.ts";
import type { RequirementAnswer, StandingAnswer } from "./answer.ts";
import type { FactStatus } from "./cited.ts";
import { standingOf } from "./answer.ts";
import { applies } from "./applies.ts";
import { documentsOf, moreOf, type ClockCase } from "./clock-case.ts";
import { dayOfRule, dueFor, type DueFor } from "./due-for.ts";
import { findAssent } from "./find-assent.ts";
import { findContent } from "./find-content.ts";
import { findOffer } from "./find-offer.ts";
import { findPlan } from "./find-plan.ts";
import { findRecord } from "./find-record.ts";
import { unchecked, unknown, type Part } from "./found.ts";
import type { MandateProfile } from "./mandate-profile.ts";
import { acceptedPlansOf, openPlansOfTypes } from "./plan-records.ts";
import { planStage } from "./plan-stage.ts";
import { isReview, type Requirement, type ReviewRequirement } from "./requirement.ts";
import { reviewAnswer } from "./review-clock.ts";
import { clockedStanding, plainStanding } from "./standing-clock.ts";
import { lastEvent } from "./student-events.ts";

/**
 * The one interpreter of rules: for a student as of a day, an answer for each requirement of the
 * mandate, those that do not apply among them. Records dated after the as-of day are not seen, so
 * any day in the past gives the answer that was true then.
 */
export const assess = (
  mandate: MandateProfile,
  student: ClockCase,
  asOf: Day,
): readonly RequirementAnswer[] =>
  mandate.requirements.map((requirement) => answerOf(mandate, requirement, student, asOf));

function answerOf(
  mandate: MandateProfile,
  requirement: Requirement,
  student: ClockCase,
  asOf: Day,
): RequirementAnswer {
  const standing = (status: StandingAnswer["status"], because: string): StandingAnswer =>
    plainStanding(requirement, student, status, because);
  const applicable = applies(mandate, requirement, student, asOf);
  if (applicable.kind === "no") return standing("not-applicable", applicable.because);
  if (requirement.modality === "encouraged") {
    return standing("not-applicable", "It is encouraged, and asked of nobody.");
  }
  const dueOf = dueFor(mandate, requirement, student, asOf);
  const { effectiveFrom, effectiveUntil } = requirement;
  const ruleDay = dayOfRule(dueOf.due, asOf);
  if (effectiveFrom !== undefined && ruleDay < effectiveFrom) {
    return standing("not-applicable", `The rule is in force from ${effectiveFrom} on.`);
  }
  if (effectiveUntil !== undefined && ruleDay > effectiveUntil) {
    return standing("not-applicable", `The rule was in force until ${effectiveUntil}.`);
  }
  const aside = setAside(requirement, student, asOf);
  if (aside !== null) return aside;
  const answer =
    applicable.kind === "unknown"
      ? standing("not-determinable", applicable.because)
      : isReview(requirement)
        ? reviewAnswer(mandate, requirement, student, dueOf, asOf)
        : clockedStanding(
            requirement,
            student,
            find(mandate, requirement, student, dueOf, asOf),
            dueOf.due,
            asOf,
          );
  const honest = heldToText(
    offered(mandate, withoutPlan(mandate, answer, student, asOf), student, asOf),
  );
  return attested(substituted(honest, student, asOf), student, asOf);
}

/** What the records say of each thing that a requirement asks for. */
function find(
  mandate: MandateProfile,
  requirement: Exclude<Requirement, ReviewRequirement>,
  student: ClockCase,
  dueOf: DueFor,
  asOf: Day,
): readonly Part[] {
  const { status } = requirement;
  switch (requirement.kind) {
    case "plan":
      return [{ found: findPlan(mandate, requirement, student, dueOf, asOf), status }];
    case "content":
      return findContent(mandate, requirement, student, dueOf, asOf);
    case "assent":
      return findAssent(mandate, requirement, student, dueOf, asOf);
    case "record":
      return [{ found: findRecord(mandate, requirement, student, dueOf, asOf), status }];
    case "judged":
      return [{ found: unknown(`No record shows whether ${requirement.question}.`), status }];
  }
}

/** What a plan must contain, and who must agree to it, is not asked before a plan is due. */
function withoutPlan(
  mandate: MandateProfile,
  answer: RequirementAnswer,
  student: ClockCase,
  asOf: Day,
): RequirementAnswer {
  const { requirement } = answer;
  if (requirement.kind !== "content" && requirement.kind !== "assent") return answer;
  if (standingOf(answer) !== "not-met") return answer;
  if (acceptedPlansOf(mandate, documentsOf(student), asOf).length > 0) return answer;
  const stage = planStage(mandate, student, asOf);
  return stage.kind === "not-due" && stage.isToCome
    ? plainStanding(requirement, student, "not-applicable", stage.because)
    : answer;
}

/** A review whose rule nobody checked is held against nobody; of other requirements the parts are looked at. */
function heldToText(answer: RequirementAnswer): RequirementAnswer {
  const { requirement, because, evidence, dueOn } = answer;
  const isOfParts = requirement.kind === "content" || requirement.kind === "assent";
  const mustRead = unchecked(requirement.citation, requirement.status);
  if (mustRead === null || isOfParts || standingOf(answer) !== "not-met") return answer;
  return undetermined(answer, `${because} ${mustRead}`, { evidence, dueOn });
}

const undetermined = (
  { requirement, owner }: RequirementAnswer,
  because: string,
  rest: Pick<StandingAnswer, "evidence" | "dueOn">,
): StandingAnswer => ({
  ...{ kind: "standing", requirement, owner, because, status: "not-determinable" },
  ...{ daysLeft: null, ...rest },
});

/**
 * What must only be offered is met by the offer. Without one on record nobody knows whether it was
 * made: what was not taken up is held against nobody.
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
    const because = `It was offered on ${offer.on}, which is what the rule asks.`;
    return { ...plainStanding(requirement, student, "met", because), evidence: [offer] };
  }
  if (standingOf(answer) !== "not-met") return answer;
  const because = `${answer.because} It must be offered, and no record says whether it was.`;
  return undetermined(answer, because, { evidence: [], dueOn: answer.dueOn });
}

/** An exemption, or an event by which the text lets somebody decline: it leaves the denominator with its reason. */
function setAside(
  requirement: Requirement,
  student: ClockCase,
  asOf: Day,
): RequirementAnswer | null {
  const { exemptions, events } = moreOf(student);
  const exemption = exemptionOn(exemptions, requirement.id, asOf);
  const waivedBy = requirement.alternatives?.waivedBy;
  const since = waivedBy?.for === "school-year" ? firstDayOf(schoolYearOf(asOf)) : null;
  const waiver = waivedBy === undefined ? null : lastEvent(events, waivedBy.event, since, asOf);
  if (exemption === null && waiver === null) return null;
  const because =
    exemption === null
      ? `It was declined or waived on ${waiver?.occurredOn ?? asOf}.`
      : `Exempt from ${exemption.from}${exemption.until === null ? "" : ` until ${exemption.until}`}: ${EXEMPTION_REASON_NAMES[exemption.reason]}, decided by ${exemption.decidedBy}.`;
  const evidence = [
    exemption === null
      ? { record: "event" as const, name: waivedBy?.event ?? "", on: waiver?.occurredOn ?? asOf }
      : { record: "exemption" as const, name: exemption.reason, on: exemption.from },
  ];
  const plain = plainStanding(requirement, student, "not-applicable", because);
  return isReview(requirement)
    ? {
        ...plain,
        kind: "review",
        requirement,
        status: "exempt",
        opensOn: null,
        heldOn: null,
        review: null,
        evidence,
      }
    : { ...plain, evidence };
}

/** Where the text lets an IEP or a Section 504 plan stand in and the student has one open. */
function substituted(answer: RequirementAnswer, student: ClockCase, asOf: Day): RequirementAnswer {
  const substitute = answer.requirement.alternatives?.substitute;
  const standing = standingOf(answer);
  if (substitute === undefined || standing === "met" || standing === "not-applicable")
    return answer;
  const [plan] = openPlansOfTypes([substitute.plan], documentsOf(student), asOf);
  if (plan === undefined) return answer;
  const name = substitute.plan === "IEP" ? "An IEP" : "A Section 504 plan";
  const evidence = [{ record: "plan" as const, name: plan.plan, on: plan.openedOn }];
  const { requirement } = answer;
  return substitute.tests.length === 0
    ? { ...plainStanding(requirement, student, "met", `${name} stands in for it.`), evidence }
    : {
        ...plainStanding(
          requirement,
          student,
          "not-determinable",
          `${name} may stand in for it, which somebody must attest: ${substitute.tests.join("; ")}.`,
        ),
        evidence,
      };
}

/** Where nothing else decides, what a named person states; nobody's statement makes an unread rule convict. */
function attested(answer: RequirementAnswer, student: ClockCase, asOf: Day): RequirementAnswer {
  if (standingOf(answer) !== "not-determinable") return answer;
  const { requirement, dueOn } = answer;
  const found = attestationOn(moreOf(student).attestations, requirement.id, asOf);
  if (found === null) return answer;
  const because = `${found.attestedBy} attests on ${found.from}: ${found.reason}`;
  const evidence = [
    ...answer.evidence,
    { record: "attestation" as const, name: found.attestedBy, on: found.from },
  ];
  const mustRead = statusesOf(requirement)
    .map((status) => unchecked(requirement.citation, status))
    .find((one) => one !== null);
  if (!found.isMet && mustRead !== undefined) {
    return undetermined(answer, `${because} ${mustRead}`, { evidence, dueOn });
  }
  const stated = undetermined(answer, because, { evidence, dueOn });
  return { ...stated, status: found.isMet ? "met" : "not-met" };
}

/** How far a requirement and each of its lines was checked. */
function statusesOf(requirement: Requirement): readonly FactStatus[] {
  const lines =
    requirement.kind === "content"
      ? [...requirement.all, ...(requirement.atLeast === undefined ? [] : [requirement.atLeast])]
      : requirement.kind === "assent"
        ? requirement.of
        : [];
  return [requirement.status, ...lines.flatMap(({ status }) => status ?? [])];
}
