import type { Attestation } from "../../domain/plans/attestation.ts";
import type { Day } from "../../domain/calendar/day.ts";
import type { Exemption } from "../../domain/plans/exemption.ts";
import type { Grade } from "../../domain/people/grade.ts";
import type { PlanAssent } from "../../domain/plans/plan-assent.ts";
import type { ComponentEntry } from "../../domain/plans/plan-component.ts";
import type { PlanDocument } from "../../domain/plans/plan.ts";
import type { SchoolCalendar } from "../../domain/calendar/school-calendar.ts";
import { lastDayOf, schoolYearOf, type SchoolYear } from "../../domain/calendar/school-year.ts";
import type { ProgramParticipation, TimeAway } from "../../domain/people/student.ts";
import type { StudentEvent } from "../../domain/people/student-event.ts";
import type { Collected } from "../rules/collected.ts";

/** What the clock needs to know of one student in the school year of the date of the data. */
export interface ClockCase {
  readonly grade: Grade | null;
  /** The student's plans of the school year; null if there are none. */
  readonly document: PlanDocument | null;
  /** The calendar, within the school year, of the school that counts the student and owns the review. */
  readonly calendar: SchoolCalendar;
  /** The day the student entered the district this school year. */
  readonly enteredOn: Day;
  /** When the student was away since then on days of school, in order; absent if never. */
  readonly away?: readonly TimeAway[];
  /** What is known beyond this year's plan; absent if nothing is. */
  readonly more?: MoreRecords;
}

/**
 * Records that some rules ask for and few exports have. Null: nobody sends such records, so what
 * depends on them cannot be determined. An empty list: they are sent, and the student has none.
 */
export interface MoreRecords {
  /**
   * The student's plans of other school years: earlier ones, and of the next year if they exist
   * already.
   */
  readonly earlier: readonly PlanDocument[] | null;
  /**
   * The first school year of an unbroken series for which they were sent; absent if all years were.
   */
  readonly earlierSince?: SchoolYear;
  /**
   * The first day since which records show the student in the district without a gap; absent if
   * that is not known.
   */
  readonly presentSince?: Day;
  /** The grade of each earlier school year. */
  readonly gradeYears: readonly { readonly schoolYear: SchoolYear; readonly grade: Grade }[] | null;
  /** Calendars of other school years, by the year in which they end. */
  readonly calendars: ReadonlyMap<SchoolYear, SchoolCalendar>;
  readonly birthOn: Day | null;
  /** The school years of entering grade 9 and of graduating. */
  readonly cohort: {
    readonly entersGrade9In: SchoolYear | null;
    readonly graduatesIn: SchoolYear | null;
  };
  readonly programs: readonly ProgramParticipation[] | null;
  readonly components: readonly ComponentEntry[] | null;
  readonly assents: readonly PlanAssent[] | null;
  readonly events: readonly StudentEvent[] | null;
  readonly exemptions: readonly Exemption[];
  readonly attestations: readonly Attestation[];
  /** Which codes the district's records have at all; absent if that is not known. */
  readonly collected?: Collected;
}

/** Nothing known beyond this year's plan. */
export const NO_MORE_RECORDS: MoreRecords = {
  earlier: null,
  gradeYears: null,
  calendars: new Map(),
  birthOn: null,
  cohort: { entersGrade9In: null, graduatesIn: null },
  programs: null,
  components: null,
  assents: null,
  events: null,
  exemptions: [],
  attestations: [],
};

/** Whether the records of every school year since one were sent; those of the year of the date of the data always are. */
export function isSentSince(student: ClockCase, year: SchoolYear, asOf: Day): boolean {
  if (year >= schoolYearOf(asOf)) return true;
  const { earlier, earlierSince } = moreOf(student);
  return earlier !== null && (earlierSince === undefined || earlierSince <= year);
}

/**
 * Whether they were sent, and the student was in the district by the end of that year, so that a
 * missing record means that it did not happen.
 */
export function isHeldSince(student: ClockCase, year: SchoolYear, asOf: Day): boolean {
  const { presentSince } = moreOf(student);
  return (
    isSentSince(student, year, asOf) &&
    (year >= schoolYearOf(asOf) || presentSince === undefined || presentSince <= lastDayOf(year))
  );
}

/** A student's plans of every school year on record, this year's first. */
export const documentsOf = ({
  document,
  more,
}: Pick<ClockCase, "document" | "more">): readonly PlanDocument[] => {
  const others = more?.earlier ?? NO_DOCUMENTS;
  if (document === null) return others;
  return others.length === 0 ? [document] : [document, ...others];
};

const NO_DOCUMENTS: readonly PlanDocument[] = [];

export const moreOf = (student: ClockCase): MoreRecords => student.more ?? NO_MORE_RECORDS;
