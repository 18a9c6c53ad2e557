import { PLAN_COMPONENTS } from "../../domain/plans/plan-component.ts";
import { attestationOn } from "../../domain/plans/attestation.ts";
import type { Day } from "../../domain/calendar/day.ts";
import { longDay } from "../../domain/calendar/long-day.ts";
import { EXEMPTION_REASON_NAMES } from "../../domain/plans/exemption.ts";
import { isActiveOn, type Plan } from "../../domain/plans/plan.ts";
import { firstDayOf, schoolYearOf } from "../../domain/calendar/school-year.ts";
import type { StudentEventKind } from "../../domain/people/student-event.ts";
import { gradesOf } from "../clock/applies.ts";
import { moreOf, type ClockCase, type MoreRecords } from "../clock/clock-case.ts";
import { dueFor } from "../clock/due-for.ts";
import type { Due } from "../rules/due.ts";
import { whyNot, type ConsideredRecord } from "./considered-record.ts";
import { consideredAssents } from "./considered-assents.ts";
import { componentsAsked, consideredComponents } from "./considered-components.ts";
import { consideredReviews } from "./considered-reviews.ts";
import { contentDay } from "./goals-in-plan.ts";
import type { MandateProfile } from "../rules/mandate-profile.ts";
import { acceptedPlans } from "./plan-records.ts";
import { isReview, type Requirement } from "../rules/requirement.ts";
import { spanStart } from "../clock/span.ts";

/**
 * The records of a student that a requirement looks at, in all school years on record, the oldest
 * first; none if it does not apply to the student's grade. Records dated after the date of the data are
 * listed and do not count, as in the answer.
 */
export function consideredRecords(
  mandate: MandateProfile,
  requirement: Requirement,
  student: ClockCase,
  asOf: Day,
): readonly ConsideredRecord[] {
  const { grade } = student;
  if (grade === null || !gradesOf(mandate, requirement).includes(grade)) return [];
  const more = moreOf(student);
  const rows = [
    ...consideredPlans(mandate, requirement, student, asOf),
    ...(isReview(requirement) ? consideredReviews(mandate, requirement, student, asOf) : []),
    ...(requirement.kind === "content"
      ? consideredComponents(
          mandate,
          requirement,
          componentsAsked(requirement),
          student,
          contentDay(dueFor(mandate, requirement, student, asOf).due, asOf),
          asOf,
        )
      : []),
    ...(isReview(requirement) && requirement.isMetByUpdate === true
      ? consideredComponents(
          mandate,
          { span: "school-year" },
          PLAN_COMPONENTS,
          student,
          { on: asOf, isDuePast: false },
          asOf,
        )
      : []),
    ...(requirement.kind === "assent"
      ? consideredAssents(mandate, requirement, student, asOf)
      : []),
    ...consideredEvents(requirement, student, asOf),
    ...consideredPrograms(requirement, more, asOf),
    ...consideredExemptions(requirement, more, asOf),
    ...consideredAttestations(requirement, more, asOf),
  ];
  return rows.sort((a, b) => (a.on ?? "").localeCompare(b.on ?? "") || a.schoolYear - b.schoolYear);
}

function consideredPlans(
  mandate: MandateProfile,
  requirement: Requirement,
  student: ClockCase,
  asOf: Day,
): readonly ConsideredRecord[] {
  const substitute = requirement.alternatives?.substitute;
  const rests = requirement.kind !== "record" && requirement.kind !== "judged";
  return [student.document, ...(moreOf(student).earlier ?? [])].flatMap((document) => {
    if (document === null) return [];
    const accepted = acceptedPlans(mandate, document);
    return document.plans.flatMap((plan): ConsideredRecord[] => {
      const isSubstitute = plan.planType === substitute?.plan;
      if (!rests && !isSubstitute) return [];
      const mayStandIn = isSubstitute && isActiveOn(plan, asOf);
      const why = mayStandIn
        ? "may replace it"
        : plan.openedOn > asOf
          ? `not open yet on ${longDay(asOf)}`
          : accepted.has(plan.plan)
            ? "accepted"
            : plan.status === "draft"
              ? "not accepted: a draft"
              : "not accepted: the mandate does not accept plans of this type";
      const isCounted = mayStandIn || (accepted.has(plan.plan) && plan.openedOn <= asOf);
      const { schoolYear, openedOn: on } = plan;
      const note = `${planWords(plan)}; ${why}`;
      return [{ record: "plan", name: plan.plan, on, schoolYear, isCounted, note }];
    });
  });
}

/** The sort of a plan, its status and its days. */
const planWords = ({ planType, status, openedOn, closedOn }: Plan): string =>
  `${planType}, ${status}, open from ${longDay(openedOn)}${closedOn === null ? (status === "closed" ? ", closed on an unknown date" : "") : `, closed on ${longDay(closedOn)}`}`;

interface AskedEvent {
  readonly kind: StudentEventKind;
  /** What the record means for the requirement. */
  readonly role: string;
  /**
   * The first day on which it counts; null if there is no first day; undefined if no record gives
   * the day.
   */
  readonly since: Day | null | undefined;
}

function consideredEvents(
  requirement: Requirement,
  student: ClockCase,
  asOf: Day,
): readonly ConsideredRecord[] {
  return askedEvents(requirement, student, asOf).flatMap(({ kind, role, since }) =>
    (moreOf(student).events ?? [])
      .filter((event) => event.kind === kind)
      .map(({ occurredOn: on }): ConsideredRecord => {
        const isCounted = on <= asOf && since !== undefined && (since === null || on >= since);
        const note = isCounted ? role : `${role}; ${whyNot(on, since, asOf)}`;
        return { record: "event", name: kind, on, schoolYear: schoolYearOf(on), isCounted, note };
      }),
  );
}

function askedEvents(
  requirement: Requirement,
  student: ClockCase,
  asOf: Day,
): readonly AskedEvent[] {
  const ofYear = firstDayOf(schoolYearOf(asOf));
  const { appliesTo, alternatives, due, entrantDue, modality } = requirement;
  const after = appliesTo?.after;
  const waivedBy = alternatives?.waivedBy;
  const events: AskedEvent[] = [];
  const add = (kind: StudentEventKind, role: string, since: Day | null | undefined): void => {
    if (!events.some((event) => event.kind === kind)) events.push({ kind, role, since });
  };
  if (requirement.kind === "record") {
    add(requirement.record, "what is required", recordSince(requirement, student, asOf));
    const { span } = requirement;
    if (typeof span === "object" && "after" in span) add(span.after, "it counts from there", null);
  }
  if (modality === "must-offer" || modality === "on-request") {
    add(requirement.offeredBy ?? "plan-offered", "the offer", null);
  }
  if (after !== undefined) {
    add(after.event, "starts the rule", after.within === "ever" ? null : ofYear);
  }
  if (waivedBy !== undefined) {
    add(waivedBy.event, "waives it", waivedBy.for === "school-year" ? ofYear : null);
  }
  if (requirement.kind === "recurring-review" && requirement.reopenedBy !== undefined) {
    add(requirement.reopenedBy.event, "another review is due after it", ofYear);
  }
  if (requirement.kind === "assent" && requirement.reopenedBy !== undefined) {
    add(requirement.reopenedBy, "approvals from before it no longer count", null);
  }
  for (const part of [due, ...(entrantDue === undefined ? [] : [entrantDue])].flatMap(partsOf)) {
    if (part.kind === "days-after-event") add(part.event, "the due date is counted from it", null);
  }
  return events;
}

const partsOf = (due: Due): readonly Due[] => (due.kind === "either" ? due.of : [due]);

function recordSince(
  { span }: Extract<Requirement, { kind: "record" }>,
  student: ClockCase,
  asOf: Day,
): Day | null | undefined {
  if (typeof span === "object" && "after" in span) {
    const days = (moreOf(student).events ?? [])
      .filter(({ kind, occurredOn }) => kind === span.after && occurredOn <= asOf)
      .map(({ occurredOn }) => occurredOn);
    return days.sort().at(-1);
  }
  return spanStart(span, student, asOf);
}

const consideredPrograms = (
  { appliesTo }: Requirement,
  { programs }: MoreRecords,
  asOf: Day,
): readonly ConsideredRecord[] => {
  const { anyOf = [], noneOf = [] } = appliesTo?.programs ?? {};
  return (programs ?? [])
    .filter(({ program }) => anyOf.includes(program) || noneOf.includes(program))
    .map(({ program: name, beganOn: on, endedOn }) => ({
      ...{ record: "program" as const, name, on, schoolYear: schoolYearOf(on) },
      isCounted: on <= asOf && (endedOn === null || asOf < endedOn),
      note: `from ${longDay(on)}${endedOn === null ? "" : `, ended on ${longDay(endedOn)}`}; whether it applies depends on it`,
    }));
};

const consideredExemptions = (
  { id }: Requirement,
  { exemptions }: MoreRecords,
  asOf: Day,
): readonly ConsideredRecord[] =>
  exemptions
    .filter(({ requirement }) => requirement === id || requirement === "all")
    .map(({ requirement, reason: name, decidedBy, from: on, until }) => ({
      ...{ record: "exemption" as const, name, on, schoolYear: schoolYearOf(on) },
      isCounted: on <= asOf && (until === null || asOf < until),
      note: `${EXEMPTION_REASON_NAMES[name]}, decided by ${decidedBy}, of ${requirement === "all" ? "everything" : "this"}, from ${longDay(on)}${until === null ? "" : ` until ${longDay(until)}`}`,
    }));

const consideredAttestations = (
  { id }: Requirement,
  { attestations }: MoreRecords,
  asOf: Day,
): readonly ConsideredRecord[] => {
  const inForce = attestationOn(attestations, id, asOf);
  return attestations
    .filter(({ requirement }) => requirement === id)
    .map((attestation) => ({
      ...{ record: "attestation" as const, name: attestation.attestedBy, on: attestation.from },
      schoolYear: schoolYearOf(attestation.from),
      isCounted: attestation === inForce,
      note: `states that it is ${attestation.isMet ? "met" : "not met"}, from ${longDay(attestation.from)}${attestation.until === null ? "" : ` until ${longDay(attestation.until)}`}: ${attestation.reason}; counts only where neither the rule nor the records decide`,
    }));
};
