import type { Day } from "../../../functions/domain/calendar/day.ts";
import type { Grade } from "../../../functions/domain/people/grade.ts";
import { planId, schoolId, studentId } from "../../../functions/domain/ids.ts";
import type { Goal, PlanDocument, PlanReview } from "../../../functions/domain/plans/plan.ts";
import type { SchoolYear } from "../../../functions/domain/calendar/school-year.ts";
import type { ClockCase, MoreRecords } from "../../../functions/mandates/clock/clock-case.ts";
import type { Collected } from "../../../functions/mandates/rules/collected.ts";
import type { PlainPeriod, PlainStudent } from "./plain-records.ts";
import { wholeYear } from "./school-life.ts";

/** The same records as the clock takes them. Codes and days are text in both. */
export function clockCaseOf(student: PlainStudent): ClockCase {
  const { year, enteredOn, away, grade, hasEarlier, sentFrom, presentSince, school } = student;
  const years = [...new Set(student.plans.map((plan) => plan.year))].sort((a, b) => b - a);
  const calendarOf = (days: readonly string[]): ClockCase["calendar"] => ({
    school: schoolId(school),
    instructionalDays: days as readonly Day[],
    ...(days.length > wholeYear(days).length && { isSentInPart: true }),
  });
  const more: MoreRecords = {
    earlier: hasEarlier
      ? years.filter((of) => of !== year).map((of) => documentOf(student, of))
      : null,
    ...(sentFrom === 0 ? {} : { earlierSince: sentFrom as SchoolYear }),
    ...(presentSince === null ? {} : { presentSince: presentSince as Day }),
    gradeYears:
      (student.gradeYears ?? null)?.map((year) => ({
        schoolYear: year.year as SchoolYear,
        grade: year.grade as Grade,
      })) ?? null,
    calendars: new Map(
      [...student.earlierCalendars].map(([of, days]) => [of as SchoolYear, calendarOf(days)]),
    ),
    birthOn: student.birthOn as Day | null,
    cohort: {
      entersGrade9In: student.entersGrade9In as SchoolYear | null,
      graduatesIn: student.graduatesIn as SchoolYear | null,
    },
    programs: (student.programs?.map((program) => ({
      ...program,
      student: studentId(student.student),
    })) ?? null) as MoreRecords["programs"],
    components: student.components as MoreRecords["components"],
    assents: student.assents as MoreRecords["assents"],
    events: student.events as MoreRecords["events"],
    exemptions: student.exemptions.map((exemption) => ({
      ...statement(student, exemption),
      reason: "other",
      decidedBy: "T-1",
    })),
    attestations: student.attestations.map((attestation) => ({
      ...statement(student, attestation),
      isMet: attestation.isMet,
      reason: "It was seen.",
      attestedBy: "T-1",
    })),
    ...(student.collected === null ? {} : { collected: collectedOf(student.collected) }),
  };
  return {
    grade: grade as Grade | null,
    document: years.includes(year) ? documentOf(student, year) : null,
    calendar: calendarOf(student.calendar),
    enteredOn: enteredOn as Day,
    ...(away !== null && { away: [{ from: away.from as Day, until: away.until as Day }] }),
    more,
  };
}

const statement = ({ student }: PlainStudent, { requirement, from, until }: PlainPeriod) => ({
  ...{ student: studentId(student), requirement },
  ...{ from: from as Day, until: until as Day | null },
});

function documentOf(student: PlainStudent, year: number): PlanDocument {
  const own = student.plans.filter((plan) => plan.year === year);
  const isOwn = ({ plan }: { readonly plan: string }): boolean =>
    own.some((candidate) => candidate.plan === plan);
  const goals = student.goals.filter(isOwn);
  const plans = own.map((plan) => ({
    ...plan,
    ...{ plan: planId(plan.plan), student: studentId(student.student), planType: plan.type },
    ...{ schoolYear: year, counselor: "" },
  }));
  return {
    student: studentId(student.student),
    schoolYear: year as SchoolYear,
    plans: plans as unknown as PlanDocument["plans"],
    goals: goals.map((goal) => ({
      ...goal,
      ...{ description: "", measurement: "", targetOn: null },
    })) as unknown as readonly Goal[],
    actionSteps: student.steps
      .filter(({ goal }) => goals.some((candidate) => candidate.goal === goal))
      .map((step) => ({
        ...{ actionStep: step.step, goal: step.goal, description: "", owner: "", dueOn: null },
        focusArea: step.focusArea as PlanDocument["actionSteps"][number]["focusArea"],
        completedOn: step.completedOn as Day | null,
      })),
    reviews: student.reviews.filter(isOwn).map(({ meeting, ...review }) => ({
      ...review,
      ...(meeting === null ? {} : { meeting }),
    })) as unknown as readonly PlanReview[],
  };
}

function collectedOf(plain: NonNullable<PlainStudent["collected"]>): Collected {
  return {
    participants: new Set(plain.participants),
    goalDomains: new Set(plain.goalDomains),
    actionSteps: plain.actionSteps,
    reviews: plain.actionSteps,
    stepCompletions: plain.actionSteps,
    components: new Set(plain.components),
    assents: new Set(plain.assents),
    events: new Set(plain.events),
    meetings: new Set(plain.meetings),
  } as unknown as Collected;
}
