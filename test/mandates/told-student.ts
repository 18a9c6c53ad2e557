import { addDays, day, type Day } from "../../functions/domain/calendar/day.ts";
import type { Grade } from "../../functions/domain/people/grade.ts";
import { planId, schoolId, studentId } from "../../functions/domain/ids.ts";
import type { AssentDegree } from "../../functions/domain/plans/plan-assent.ts";
import type { ComponentEntry, PlanComponent } from "../../functions/domain/plans/plan-component.ts";
import type {
  Meeting,
  Participant,
  PlanDocument,
  PlanType,
} from "../../functions/domain/plans/plan.ts";
import type { SchoolCalendar } from "../../functions/domain/calendar/school-calendar.ts";
import { schoolYear, schoolYearOf } from "../../functions/domain/calendar/school-year.ts";
import type { StudentEventKind } from "../../functions/domain/people/student-event.ts";
import { NO_MORE_RECORDS, type ClockCase } from "../../functions/mandates/clock/clock-case.ts";
import { held, plan } from "./clock-case.ts";

/** A student as a test tells of them: what is not said is not on record, or not held at all. */
export interface ReportedStudent {
  readonly grade: Grade;
  readonly asOf: string;
  /** The day this year's plan was opened; none where it is not said. */
  readonly plan?: string;
  readonly planType?: PlanType;
  /** Opened in an earlier school year, whose plans are then held. */
  readonly earlierPlan?: string;
  /** The last day on which the earlier plan was open; still open where it is not said. */
  readonly earlierClosed?: string;
  /** The plans of every school year since this one were sent, whether the student had one or not. */
  readonly sentSince?: number;
  readonly reviews?: readonly string[];
  readonly meeting?: Meeting;
  readonly by?: readonly Participant[];
  /** The first day of the school year where it is not said. */
  readonly entered?: string;
  readonly born?: string;
  readonly events?: { readonly [kind in StudentEventKind]?: string };
  readonly has?: { readonly [component in PlanComponent]?: string };
  /** Pieces of the portfolio: each day with its strand, and what it shows. */
  readonly pieces?: readonly (readonly [on: string, strand: string, ...marks: string[]])[];
  readonly units?: number;
  readonly assents?: readonly (readonly [Participant, AssentDegree | "good faith", string])[];
  readonly wasIn?: { readonly [grade in Grade]?: number };
  readonly program?: string;
  readonly enteredGrade9In?: number;
}

/** First days of 100 instructional days, Monday to Friday without holidays; the last is 137 days later. */
const FIRST_DAYS: { readonly [year: number]: string } = {
  2022: "2021-09-06",
  2024: "2023-09-04",
  2025: "2024-09-02",
};

export function calendarOf(asOf: Day): SchoolCalendar {
  const first = FIRST_DAYS[schoolYearOf(asOf)];
  if (first === undefined) throw new Error(`no calendar for ${asOf}`);
  return {
    school: schoolId("A"),
    instructionalDays: Array.from({ length: 100 }, (_, index) =>
      addDays(day(first), Math.floor(index / 5) * 7 + (index % 5)),
    ),
  };
}

export function caseOf(told: ReportedStudent): ClockCase {
  const asOf = day(told.asOf);
  const calendar = calendarOf(asOf);
  const year = schoolYearOf(asOf);
  const own = told.plan === undefined ? null : documentOf(told, day(told.plan), year);
  const earlierOn = told.earlierPlan;
  return {
    grade: told.grade,
    calendar,
    enteredOn: day(told.entered ?? calendar.instructionalDays[0]!),
    document: own,
    more: {
      ...NO_MORE_RECORDS,
      earlier:
        earlierOn === undefined
          ? told.sentSince === undefined
            ? null
            : []
          : [
              {
                ...documentOf(
                  { ...told, reviews: [] },
                  day(earlierOn),
                  schoolYearOf(day(earlierOn)),
                  told.earlierClosed,
                ),
              },
            ],
      ...(told.sentSince === undefined ? {} : { earlierSince: schoolYear(told.sentSince) }),
      gradeYears:
        told.wasIn === undefined
          ? null
          : Object.entries(told.wasIn).map(([grade, ends]) => ({
              grade: grade as Grade,
              schoolYear: schoolYear(ends),
            })),
      birthOn: told.born === undefined ? null : day(told.born),
      cohort: {
        entersGrade9In:
          told.enteredGrade9In === undefined ? null : schoolYear(told.enteredGrade9In),
        graduatesIn: null,
      },
      programs:
        told.program === undefined
          ? null
          : [
              {
                student: studentId("0042"),
                program: told.program,
                beganOn: calendar.instructionalDays[0]!,
                endedOn: null,
              },
            ],
      components: entriesOf(told),
      assents:
        told.assents?.map(([role, degree, on]) => ({
          role,
          degree: degree === "good faith" ? ("notice" as const) : degree,
          givenOn: day(on),
          isDesignee: false,
          isGoodFaithEffort: degree === "good faith",
        })) ?? null,
      events:
        told.events === undefined
          ? null
          : Object.entries(told.events).map(([kind, on]) => ({
              kind: kind as StudentEventKind,
              occurredOn: day(on),
            })),
    },
  };
}

const documentOf = (
  told: ReportedStudent,
  openedOn: Day,
  year: number,
  closedOn?: string,
): PlanDocument => ({
  student: studentId("0042"),
  schoolYear: schoolYear(year),
  plans: [
    plan({
      openedOn,
      schoolYear: schoolYear(year),
      planType: told.planType ?? "ILP",
      ...(closedOn === undefined ? {} : { status: "closed", closedOn: day(closedOn) }),
    }),
  ],
  goals: [],
  actionSteps: [],
  reviews: (told.reviews ?? []).map((on) =>
    held(on, {
      plan: planId("P1"),
      participants: told.by ?? ["student"],
      ...(told.meeting === undefined ? {} : { meeting: told.meeting }),
    }),
  ),
});

function entriesOf(told: ReportedStudent): readonly ComponentEntry[] | null {
  const { has, pieces, units, plan: openedOn } = told;
  if (has === undefined && pieces === undefined && units === undefined) return null;
  const entry = { quantity: 1, strand: "", marks: [] };
  return [
    ...Object.entries(has ?? {}).map(([component, on]) => ({
      ...entry,
      component: component as PlanComponent,
      enteredOn: day(on),
    })),
    ...(pieces ?? []).map(([on, strand, ...marks]) => ({
      ...entry,
      component: "portfolio" as const,
      enteredOn: day(on),
      strand,
      marks,
    })),
    ...(units === undefined
      ? []
      : [
          {
            ...entry,
            component: "course-plan" as const,
            enteredOn: day(openedOn!),
            quantity: units,
          },
        ]),
  ];
}
