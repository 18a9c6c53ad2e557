import { describe, expect, it } from "vitest";
import type { Day } from "../../functions/domain/calendar/day.ts";
import { standingOf, type RequirementAnswer } from "../../functions/mandates/clock/answer.ts";
import { assess } from "../../functions/mandates/assess/assess.ts";
import { mayConvict } from "../../functions/mandates/rules/cited.ts";
import { clockCaseOf } from "../independent/every-mandate/clock-case-of.ts";
import { asOfDays, EVERY_MANDATE } from "../independent/every-mandate/compare.ts";
import { districtOf } from "../independent/every-mandate/district.ts";
import type { PlainMandate, PlainRule } from "../independent/every-mandate/plain-mandates.ts";
import type { PlainStudent } from "../independent/every-mandate/plain-records.ts";
import { seeded } from "../independent/every-mandate/seeded.ts";
import { answerTo } from "../independent/every-mandate/verdict.ts";
import { acceptedPlans } from "../independent/every-mandate/plans.ts";
import { planDue } from "../independent/every-mandate/plan-missing.ts";
import { denialOf } from "./denied-records.ts";

interface Given {
  readonly mandate: PlainMandate;
  readonly rule: PlainRule;
  readonly student: PlainStudent;
  readonly asOf: string;
  readonly answer: RequirementAnswer;
  /** The answer to the student with other records. */
  readonly changed: RequirementAnswer;
}

const chance = seeded(62);
const STUDENTS = [31, 32]
  .flatMap((seed) => districtOf(seed, 15))
  .flatMap((student) => {
    const days = asOfDays(student);
    return days.length === 0 ? [] : [{ student, asOf: chance.oneOf(days) }];
  });

/** The answers of every mandate for which a law does not hold, between the students and others made of them. */
const breaches = (
  availability: (given: Given) => boolean,
  change: (student: PlainStudent, asOf: string) => PlainStudent = (student) => student,
): readonly string[] =>
  STUDENTS.flatMap(({ student, asOf }) => {
    const [records, other] = [student, change(student, asOf)].map(clockCaseOf);
    return EVERY_MANDATE.flatMap(({ profile, plain: mandate }) => {
      const before = assess(profile, records!, asOf as Day);
      const after = assess(profile, other!, asOf as Day);
      return before.flatMap((answer, index) => {
        const rule = mandate.requirements[index]!;
        const given = { mandate, rule, student, asOf, answer, changed: after[index]! };
        const words = `${answer.status}, ${given.changed.status}: ${given.changed.because}`;
        return availability(given)
          ? []
          : [`${mandate.id} ${rule.id}, ${student.student} on ${asOf}: ${words}`];
      });
    });
  });

/** From worst to best. */
const rank = (answer: RequirementAnswer): number =>
  ({ "not-met": 0, "not-determinable": 1, met: 2, "not-applicable": 2 })[standingOf(answer)];
const isNoWorse = ({ answer, changed }: Given): boolean => rank(changed) >= rank(answer);
const isReview = ({ rule }: Given): boolean => rule.kind.endsWith("-review");

/** Eight years before, and so before everything that was ever due. */
const longAgo = ({ year }: PlainStudent): string => `${year - 8}-10-15`;
const ROLES = ["student", "family", "counselor", "teacher", "administrator", "other"];

describe("under every mandate, no answer", () => {
  it("is not met, nor denies a record, where the records hold one that meets the rule", () => {
    expect(
      breaches(
        ({ mandate, rule, student, asOf, answer }) =>
          denialOf(mandate, rule, student, asOf, answer.because) !== "false" &&
          (standingOf(answer) !== "not-met" ||
            answerTo(mandate, rule, student, asOf).standing !== "met"),
      ),
    ).toEqual([]);
  });

  it("is not met for want of what is only offered, encouraged, on request or not confirmed", () => {
    expect(
      breaches(({ rule, answer }) => {
        const isSetOff = rule.modality === "on-request" && rule.appliesTo?.after !== undefined;
        const isAsked = ["must", "counted"].includes(rule.modality) || isSetOff;
        // Somebody may state that it was not offered.
        const isStated = answer.evidence.some(({ record }) => record === "attestation");
        const mayBeBlamed = mayConvict(answer.requirement.status) && (isAsked || isStated);
        return mayBeBlamed || rank(answer) > 0;
      }),
    ).toEqual([]);
  });

  it("about a plan, its content, its signatures or a record gets worse by an older plan", () => {
    const change = (student: PlainStudent): PlainStudent => ({
      ...student,
      ...{ hasEarlier: true, sentFrom: student.hasEarlier ? student.sentFrom : student.year },
      plans: [
        ...student.plans,
        {
          ...{ plan: "OLD", type: "ILP", status: "closed", year: student.year - 2 },
          ...{ openedOn: longAgo(student), closedOn: `${student.year - 2}-06-30` },
        },
      ],
    });
    // What is not asked before a plan falls due is asked once there is one, and what is given at the
    // yearly review once the plan is not the first.
    const isAsked = ({ mandate, student, asOf }: Given): boolean =>
      acceptedPlans(mandate, student, asOf).length > 0 ||
      !planDue(mandate, student, asOf).isDayToCome;
    const concerns = (given: Given): boolean =>
      given.rule.kind === "plan" ||
      (!isReview(given) && given.rule.isOfYearlyReview !== true && isAsked(given));
    expect(breaches((given) => !concerns(given) || isNoWorse(given), change)).toEqual([]);
  });

  it("gets worse by an older entry of each component", () => {
    const components = EVERY_MANDATE.flatMap(({ plain }) =>
      plain.requirements.flatMap(({ all = [] }) => all.map(({ component }) => component)),
    );
    const change = (student: PlainStudent): PlainStudent => ({
      ...student,
      components: [
        ...(student.components ?? []),
        ...[...new Set(components)].map((component) => ({
          ...{ component, enteredOn: longAgo(student), quantity: 1, strand: "1", marks: [] },
        })),
      ],
    });
    const isSent = ({ student }: Given): boolean => student.components !== null;
    expect(breaches((given) => !isSent(given) || isNoWorse(given), change)).toEqual([]);
  });

  it("gets worse by an older signature of everybody", () => {
    const change = (student: PlainStudent): PlainStudent => ({
      ...student,
      assents: [
        ...(student.assents ?? []),
        ...ROLES.map((role) => ({
          ...{ role, degree: "approval", givenOn: longAgo(student) },
          ...{ isDesignee: false, isGoodFaithEffort: false },
        })),
      ],
    });
    const isSent = ({ student }: Given): boolean => student.assents !== null;
    expect(breaches((given) => !isSent(given) || isNoWorse(given), change)).toEqual([]);
  });

  it("about a record gets worse by an older one", () => {
    const RECORDED = new Set(
      EVERY_MANDATE.flatMap(({ plain }) => plain.requirements.map(({ record }) => record ?? "")),
    );
    const change = (student: PlainStudent): PlainStudent => ({
      ...student,
      events: [
        ...(student.events ?? []),
        ...[...RECORDED].map((kind) => ({ kind, occurredOn: longAgo(student) })),
      ],
    });
    const concerns = ({ rule, student }: Given): boolean =>
      rule.kind === "record" && student.events !== null;
    expect(breaches((given) => !concerns(given) || isNoWorse(given), change)).toEqual([]);
  });

  it("gets worse by one more review held of an accepted plan, with everybody there", () => {
    const change = (student: PlainStudent, asOf: string): PlainStudent => ({
      ...student,
      reviews: student.plans
        .filter(
          ({ type, status, openedOn }) => type === "ILP" && status !== "draft" && openedOn <= asOf,
        )
        .flatMap(({ plan, openedOn }) =>
          [openedOn, asOf].map((heldOn) => ({
            ...{ review: `more ${heldOn}`, plan, state: "held", scheduledOn: null, heldOn },
            ...{ participants: ROLES, focusAreas: [], meeting: "individual" },
          })),
        )
        .concat(student.reviews as never),
    });
    expect(breaches(isNoWorse, change)).toEqual([]);
  });

  it("becomes not met because a school year was not sent", () => {
    const change = (student: PlainStudent): PlainStudent => ({
      ...student,
      sentFrom: student.year,
    });
    // Somebody may state what the records no longer tell.
    const isStated = ({ changed }: Given): boolean =>
      changed.evidence.some(({ record }) => record === "attestation");
    expect(
      breaches(
        (given) => rank(given.changed) > 0 || rank(given.answer) === 0 || isStated(given),
        change,
      ),
    ).toEqual([]);
  });
});
