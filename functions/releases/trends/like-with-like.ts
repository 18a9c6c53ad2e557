import type { MandateProfile } from "../../mandates/rules/mandate-profile.ts";
import type { Day } from "../../domain/calendar/day.ts";
import type { FirstDue } from "../../metrics/cube/due-days.ts";
import { METRICS } from "../../metrics/measures/metrics.ts";
import type { RateRow } from "../tables/tables.ts";

/** Whether a rate means the same on two days, so that one may be compared with the other. */
export type IsComparable = (now: Rate, before: Rate) => boolean;
type Rate = Pick<RateRow, "measure" | "school" | "breakdown" | "group" | "drawnOn">;

/**
 * A rate that combines several requirements means something else once another of them is due. It is
 * compared only if the same of them were due at the place: for the district, at each of its
 * schools, whose calendars may differ. A rate of one requirement, or of none, can always be
 * compared.
 * @param firstDue what was due by when on each as-of day, as far as it is known
 */
export function likeWithLike(
  mandate: MandateProfile,
  asOf: Day,
  firstDue: ReadonlyMap<string, FirstDue>,
): IsComparable {
  const composed = new Map<string, readonly string[]>(
    METRICS.flatMap(({ id, bars }) =>
      bars(mandate, asOf).map(
        ({ breakdown, group, composedOf }) => [`${id} ${breakdown} ${group}`, composedOf] as const,
      ),
    ),
  );
  const requirementsOf = ({ measure, breakdown, group }: Rate): readonly string[] =>
    // Only measures of all students are shown by grade and counselor.
    composed.get(`${measure} ${breakdown} ${group}`) ?? composed.get(`${measure} all all`) ?? [];
  return (now, before) => {
    const requirements = requirementsOf(now);
    // A held figure is the same figure.
    if (requirements.length === 0 || now.drawnOn === before.drawnOn) return true;
    const [due, dueBefore] = [now, before].map(({ drawnOn }) => dueBy(drawnOn, firstDue));
    if (due === undefined || dueBefore === undefined) return false;
    const schools = now.school === "" ? [...due.schools, ...dueBefore.schools] : [now.school];
    return schools.every((school) =>
      requirements.every((requirement) =>
        isSameStanding(due.standing(school, requirement), dueBefore.standing(school, requirement)),
      ),
    );
  };
}

type Standing = "nobody" | "unknown" | "not-yet" | "due";

/** How requirements stood on an as-of day; undefined where it is not known. */
function dueBy(asOf: string | null, firstDueOf: ReadonlyMap<string, FirstDue>) {
  const firstDue = asOf === null ? undefined : firstDueOf.get(asOf);
  if (asOf === null || firstDue === undefined) return undefined;
  return {
    schools: Object.keys(firstDue),
    standing: (school: string, requirement: string): Standing => {
      const on = firstDue[school]?.[requirement];
      if (on === undefined) return "nobody";
      if (on === null) return "unknown";
      // On its due day a requirement is still open.
      return on < asOf ? "due" : "not-yet";
    },
  };
}

/**
 * If no student is left to whom a requirement applies, it has not fallen due; if a student came, it
 * has if it is due.
 */
const isSameStanding = (now: Standing, before: Standing): boolean =>
  now === before || now === "nobody" || (before === "nobody" && now !== "due");
