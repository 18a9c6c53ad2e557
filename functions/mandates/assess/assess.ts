import type { Day } from "../../domain/calendar/day.ts";
import type { Grade } from "../../domain/people/grade.ts";
import { longDay } from "../../domain/calendar/long-day.ts";
import { attestationOn } from "../../domain/plans/attestation.ts";
import { EXEMPTION_REASON_NAMES } from "../../domain/plans/exemption.ts";
import type { RequirementAnswer, StandingAnswer } from "../clock/answer.ts";
import type { FactStatus } from "../rules/cited.ts";
import { standingOf } from "../clock/answer.ts";
import { applies, gradesOf } from "../clock/applies.ts";
import { documentsOf, moreOf, type ClockCase } from "../clock/clock-case.ts";
import { dayOfRule, dueForEach, type DueFor } from "../clock/due-for.ts";
import { findAssent } from "../evidence/find-assent.ts";
import { findContent } from "../evidence/find-content.ts";
import { findPlan } from "../evidence/find-plan.ts";
import { findRecord } from "../evidence/find-record.ts";
import { unchecked, unknown, type Part } from "../clock/search-result.ts";
import type { MandateProfile } from "../rules/mandate-profile.ts";
import { answerUnderRule, undetermined } from "./answer-under-rule.ts";
import { openPlansOfTypes } from "../evidence/plan-records.ts";
import { isReview, type Requirement, type ReviewRequirement } from "../rules/requirement.ts";
import { reviewAnswer } from "./review-clock.ts";
import { settingAside } from "../clock/set-aside.ts";
import { clockedStanding, plainStanding } from "../clock/standing-clock.ts";

/**
 * The one interpreter of rules: an answer for each requirement of the mandate, for a student as of
 * a day, including those that do not apply. Records dated after the date of the data are ignored, so any
 * day in the past gives the answer that was true then.
 */
export const assess = (
  mandate: MandateProfile,
  student: ClockCase,
  asOf: Day,
): readonly RequirementAnswer[] => assessor(mandate, asOf)(student);

/**
 * Assesses student after student of a school as of one day. What follows from the mandate, the grade or
 * the calendar is worked out once, and students who share it share the answer.
 */
export function assessor(
  mandate: MandateProfile,
  asOf: Day,
): (student: ClockCase) => readonly RequirementAnswer[] {
  const rules = mandate.requirements.map((requirement): Rule => ({
    requirement,
    grades: new Set(gradesOf(mandate, requirement)),
    ofOtherGrades: new Map(),
    dueOf: dueForEach(mandate, requirement, asOf),
  }));
  return (student) => rules.map((rule) => answerTo(mandate, rule, student, asOf));
}

/** A requirement with what is worked out of it once. */
interface Rule {
  readonly requirement: Requirement;
  /** The grades that it speaks of. */
  readonly grades: ReadonlySet<Grade | null>;
  /** The answer of whoever is in another grade, by the grade. */
  readonly ofOtherGrades: Map<Grade | null, RequirementAnswer>;
  readonly dueOf: (student: ClockCase) => DueFor;
}

function answerTo(
  mandate: MandateProfile,
  rule: Rule,
  student: ClockCase,
  asOf: Day,
): RequirementAnswer {
  const { grade, calendar } = student;
  if (rule.grades.has(grade)) return answerOf(mandate, rule, student, asOf);
  const shared = rule.ofOtherGrades.get(grade);
  if (shared?.owner === calendar.school) return shared;
  const answer = answerOf(mandate, rule, student, asOf);
  rule.ofOtherGrades.set(grade, answer);
  return answer;
}

function answerOf(
  mandate: MandateProfile,
  rule: Rule,
  student: ClockCase,
  asOf: Day,
): RequirementAnswer {
  const { requirement } = rule;
  const standing = (status: StandingAnswer["status"], because: string): StandingAnswer =>
    plainStanding(requirement, student, status, because);
  const applicable = applies(mandate, requirement, student, asOf);
  if (applicable.kind === "no") return standing("not-applicable", applicable.because);
  if (requirement.modality === "encouraged") {
    return standing("not-applicable", "It is encouraged, not required.");
  }
  const dueOf = rule.dueOf(student);
  const { effectiveFrom, effectiveUntil } = requirement;
  const ruleDay = dayOfRule(dueOf.due, asOf);
  if (effectiveFrom !== undefined && ruleDay < effectiveFrom) {
    return standing("not-applicable", `The rule is in force from ${longDay(effectiveFrom)} on.`);
  }
  if (effectiveUntil !== undefined && ruleDay > effectiveUntil) {
    return standing("not-applicable", `The rule was in force until ${longDay(effectiveUntil)}.`);
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
  const held = answerUnderRule(mandate, answer, student, asOf);
  return attested(substituted(held, student, asOf), student, asOf);
}

/** What the records show for each thing that a requirement asks for. */
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
      return [{ result: findPlan(mandate, requirement, student, dueOf, asOf), status }];
    case "content":
      return findContent(mandate, requirement, student, dueOf, asOf);
    case "assent":
      return findAssent(mandate, requirement, student, dueOf, asOf);
    case "record":
      return [{ result: findRecord(mandate, requirement, student, dueOf, asOf), status }];
    case "judged":
      return [{ result: unknown(`No record shows whether ${requirement.question}.`), status }];
  }
}

/**
 * Handles an exemption, or an event by which the text lets somebody decline: the student leaves the
 * denominator, with the reason.
 */
function setAside(
  requirement: Requirement,
  student: ClockCase,
  asOf: Day,
): RequirementAnswer | null {
  const { exemption, waiver } = settingAside(requirement, student, asOf);
  if (exemption === null && waiver === null) return null;
  const because =
    exemption === null
      ? `It was declined or waived on ${longDay(waiver?.occurredOn ?? asOf)}.`
      : `Exempt from ${longDay(exemption.from)}${exemption.until === null ? "" : ` until ${longDay(exemption.until)}`}: ${EXEMPTION_REASON_NAMES[exemption.reason]}, decided by ${exemption.decidedBy}.`;
  const evidence = [
    exemption === null
      ? { record: "event" as const, name: waiver?.kind ?? "", on: waiver?.occurredOn ?? asOf }
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

/** Handles an open IEP or Section 504 plan, if the text accepts it in place of the requirement. */
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
    ? { ...plainStanding(requirement, student, "met", `${name} replaces it.`), evidence }
    : {
        ...plainStanding(
          requirement,
          student,
          "not-determinable",
          `${name} may replace it if a staff member attests: ${substitute.tests.join("; ")}.`,
        ),
        evidence,
      };
}

/**
 * Uses a person's statement if nothing else decides. No statement makes a rule that nobody read say
 * "not met".
 */
function attested(answer: RequirementAnswer, student: ClockCase, asOf: Day): RequirementAnswer {
  if (standingOf(answer) !== "not-determinable") return answer;
  const { requirement, dueOn } = answer;
  const attestation = attestationOn(moreOf(student).attestations, requirement.id, asOf);
  if (attestation === null) return answer;
  const because = `${attestation.attestedBy} attests on ${longDay(attestation.from)}: ${attestation.reason}`;
  const evidence = [
    ...answer.evidence,
    { record: "attestation" as const, name: attestation.attestedBy, on: attestation.from },
  ];
  const mustRead = statusesOf(requirement)
    .map((status) => unchecked(requirement.citation, status))
    .find((text) => text !== null);
  if (!attestation.isMet && mustRead !== undefined) {
    return undetermined(answer, `${because} ${mustRead}`, { evidence, dueOn });
  }
  const stated = undetermined(answer, because, { evidence, dueOn });
  return { ...stated, status: attestation.isMet ? "met" : "not-met" };
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
