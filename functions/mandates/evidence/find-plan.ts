import type { Day } from "../../domain/calendar/day.ts";
import { longDay } from "../../domain/calendar/long-day.ts";
import type { Plan } from "../../domain/plans/plan.ts";
import {
  schoolYear,
  schoolYearName,
  schoolYearOf,
  type SchoolYear,
} from "../../domain/calendar/school-year.ts";
import type { Evidence } from "../clock/answer.ts";
import { isAnyUpdateUndated, UNDATED_UPDATE, updateIn } from "./plan-updates.ts";
import { documentsOf, isHeldSince, type ClockCase } from "../clock/clock-case.ts";
import type { DueFor } from "../clock/due-for.ts";
import { lackOfDays, lastDayOfCalendar } from "../clock/parts-of-year.ts";
import { absent, done, holds, unknown, type SearchResult } from "../clock/search-result.ts";
import type { MandateProfile } from "../rules/mandate-profile.ts";
import { acceptedPlansOf, mayBeOpen, openPlans } from "./plan-records.ts";
import type { PlanRequirement } from "../rules/requirement.ts";
import { isAbsenceKnown } from "../clock/span.ts";

/**
 * The plan that a requirement asks for: open on the day; made by its day in any school year; or
 * made and updated in each school year since (docs/mandate-rules.md).
 */
export function findPlan(
  mandate: MandateProfile,
  requirement: PlanRequirement,
  student: ClockCase,
  dueOf: DueFor,
  asOf: Day,
): SearchResult {
  switch (requirement.asks) {
    case "open": {
      // Of several the one that was open first: a later one may have come after the due day.
      const open = openPlans(mandate, documentsOf(student), asOf).at(-1);
      if (open === undefined && mayBeOpen(mandate, documentsOf(student), asOf)) {
        return unknown("A plan of the school year was closed, and no record says when.");
      }
      return open === undefined
        ? absent(`No plan that the mandate accepts is open on ${longDay(asOf)}.`)
        : holds(`A plan opened on ${longDay(open.openedOn)} is open.`, [evidenceOf(open)]);
    }
    case "made":
      return requirement.span === "school-year"
        ? madeThisYear(
            mandate,
            student,
            isAbsenceKnown(mandate, requirement, requirement.span, student, dueOf, asOf),
            asOf,
          )
        : made(mandate, requirement, student, dueOf, asOf);
    case "kept":
      return kept(mandate, requirement, student, dueOf, asOf);
  }
}

const evidenceOf = ({ plan, openedOn }: Plan): Evidence => ({
  record: "plan",
  name: plan,
  on: openedOn,
});

function madeThisYear(
  mandate: MandateProfile,
  student: ClockCase,
  isWhole: boolean,
  asOf: Day,
): SearchResult {
  const year = schoolYearOf(asOf);
  const first = acceptedPlansOf(mandate, documentsOf(student), asOf).find(
    (plan) => plan.schoolYear === year || schoolYearOf(plan.openedOn) === year,
  );
  return first === undefined
    ? absent(
        `No plan of the school year ${schoolYearName(year)} that the mandate accepts is on record.`,
        isWhole,
      )
    : done(first.openedOn, [evidenceOf(first)], isWhole);
}

function made(
  mandate: MandateProfile,
  requirement: PlanRequirement,
  student: ClockCase,
  dueOf: DueFor,
  asOf: Day,
): SearchResult {
  const [first] = acceptedPlansOf(mandate, documentsOf(student), asOf);
  const span = requirement.asks === "made" ? requirement.span : "ever";
  const isWhole = isAbsenceKnown(mandate, requirement, span, student, dueOf, asOf);
  return first === undefined
    ? absent("No plan that the mandate accepts is on record.", isWhole)
    : done(first.openedOn, [evidenceOf(first)], isWhole);
}

/** The plan kept; where an update may be of any school year, none can be said to be missing. */
function kept(
  mandate: MandateProfile,
  requirement: PlanRequirement,
  student: ClockCase,
  dueOf: DueFor,
  asOf: Day,
): SearchResult {
  const first = made(mandate, requirement, student, dueOf, asOf);
  const updated = updatedSince(mandate, first, student, dueOf, asOf);
  return updated !== first && updated.kind === "absent" && isAnyUpdateUndated(student)
    ? unknown(UNDATED_UPDATE)
    : updated;
}

/**
 * The last plan made by its day, with an update in each school year after the one in which it was made.
 * @param first the first plan made
 */
function updatedSince(
  mandate: MandateProfile,
  first: SearchResult,
  student: ClockCase,
  { due }: DueFor,
  asOf: Day,
): SearchResult {
  // It is unknown whether it was made on time.
  if (due.kind === "unknown") return first;
  const by = due.kind === "day" ? due.on : due.kind === "past" ? due.about : asOf;
  const base = acceptedPlansOf(mandate, documentsOf(student), asOf)
    .filter(({ openedOn }) => openedOn <= by)
    .at(-1);
  if (base === undefined) return first;
  const now = schoolYearOf(asOf);
  const evidence = [evidenceOf(base)];
  const gaps: SchoolYear[] = [];
  for (let year = schoolYearOf(base.openedOn) + 1; year <= now; year++) {
    const update = updateIn(mandate, student, schoolYear(year), asOf);
    if (update !== null) evidence.push(update.evidence);
    else if (year === now) return thisYearsUpdate(base, student, evidence, gaps, asOf);
    else gaps.push(schoolYear(year));
  }
  return (
    missed(gaps, student, asOf) ??
    holds(
      `The plan opened on ${longDay(base.openedOn)} was updated in each school year since.`,
      evidence,
    )
  );
}

/**
 * Among several school years without an update, one that was sent decides; for the others, nothing
 * is known.
 */
function missed(gaps: readonly SchoolYear[], student: ClockCase, asOf: Day): SearchResult | null {
  const sent = gaps.find((gap) => isHeldSince(student, gap, asOf));
  const [gap] = gaps;
  if (gap === undefined) return null;
  return sent === undefined
    ? unknown(`The records of the school year ${schoolYearName(gap)} were never sent.`)
    : absent(`The plan was not updated in the school year ${schoolYearName(sent)}.`);
}

/** The update of the year of the date of the data is due when the year ends. */
function thisYearsUpdate(
  { openedOn }: Plan,
  student: ClockCase,
  evidence: readonly Evidence[],
  gaps: readonly SchoolYear[],
  asOf: Day,
): SearchResult {
  const before = missed(gaps, student, asOf);
  const yearEnds = lastDayOfCalendar(student.calendar);
  const hasEnded = yearEnds !== null && asOf > yearEnds;
  if (before !== null && (before.kind === "absent" || !hasEnded)) return before;
  if (yearEnds === null) return unknown(lackOfDays(student.calendar));
  return asOf > yearEnds
    ? absent(`The plan was not updated by ${longDay(yearEnds)}, the end of the school year.`)
    : holds(
        `The plan opened on ${longDay(openedOn)} was updated in each school year that has ended; this year's update is due on ${longDay(yearEnds)}.`,
        evidence,
      );
}
