import type { MeasuredStudents } from "../disclosure/cube-of.ts";
import { METRICS } from "../metrics/metrics.ts";
import type { Count } from "../metrics/school-partial.ts";
import { problemFigures } from "../metrics/reconciliation.ts";
import type { Place } from "./release-places.ts";
import { ALL_REVIEWS, DUE_STATUSES } from "./statistic-ids.ts";

/** How places are called in the cube; a school is never called as the district is. */
export const districtPlace = "district";
export const schoolPlace = (school: string): string => `school ${school}`;
export const placeId = ({ level, school }: Place): string =>
  level === "district" ? districtPlace : schoolPlace(school);

/**
 * The counts of schools and district as the publication registry asks for them, unprotected.
 * @param plain see `plainReviews`
 */
export function measuredStudents(
  places: readonly Place[],
  plain: ReadonlySet<string>,
): MeasuredStudents {
  const byId = new Map(places.map((place) => [placeId(place), place]));
  return {
    places: places.map((place) => ({
      id: placeId(place),
      level: place.level,
      within: place.level === "school" ? districtPlace : null,
    })),
    count: (statistic, part, place, group) => {
      const found = byId.get(place);
      if (found === undefined) throw new Error(`no place ${place} is measured`);
      return countOf(found, plain, statistic, part, group);
    },
  };
}

function countOf(
  place: Place,
  plain: ReadonlySet<string>,
  statistic: string,
  part: string,
  group: string,
): number {
  const [kind = "", of = "", grade = ""] = statistic.split("/");
  const { counts, statuses, needs } = place.partial;
  const status = (requirement: string, ...names: readonly string[]): number =>
    names.reduce((sum, name) => sum + (statuses[requirement]?.[group]?.[name] ?? 0), 0);
  const rate = (measure: string, key: string): number => partOf(counts[measure]?.[key], part);
  switch (kind) {
    case "statuses":
      return status(of, part);
    case "standings":
      return standingPart(place, of, part, plain.has(of));
    case "due-soon": {
      const all = Object.values(statuses[of]?.[group] ?? {}).reduce((a, b) => a + b, 0);
      const soon = needs[of]?.["due-soon"] ?? 0;
      if (part === "due-soon") return soon;
      return part === "due-later" ? status(of, "pending") - soon : all - status(of, "pending");
    }
    case "problem":
      return problemPart(place, of, part);
    case "reviews-due": {
      const all = Object.values(statuses[ALL_REVIEWS]?.[group] ?? {}).reduce((a, b) => a + b, 0);
      const some = status(ALL_REVIEWS, ...DUE_STATUSES);
      return part === "some" ? some : all - some;
    }
    case "components-told": {
      const some = counts["component-completeness"]?.[group]?.denominator ?? 0;
      const all = counts["plan-coverage"]?.[group]?.denominator ?? 0;
      return part === "some" ? some : all - some;
    }
    case "handover-told": {
      const some = counts["transition-handover"]?.[`transition/${of}`]?.denominator ?? 0;
      const all = counts["plan-coverage"]?.[`grade/${grade}`]?.denominator ?? 0;
      return part === "some" ? some : all - some;
    }
    case "reviews-held": {
      const some = counts["family-participation"]?.[group]?.denominator ?? 0;
      const all = counts["plan-coverage"]?.[group]?.denominator ?? 0;
      return part === "some" ? some : all - some;
    }
    default:
      return METRICS.find(({ id }) => id === kind)?.breakdowns.includes("transition") === true
        ? rate(kind, group === "all/all" ? `transition/${of}` : `transition/${of}+${group}`)
        : rate(kind, group);
  }
}

const partOf = (count: Count | undefined, part: string): number => {
  const { numerator, denominator } = count ?? { numerator: 0, denominator: 0 };
  return part === "counted" ? numerator : denominator - numerator;
};

/** Of a plain review, its own students and no others: who is in another grade is no part of it. */
function standingPart(
  { partial: { standings, statuses } }: Place,
  requirement: string,
  part: string,
  isPlain: boolean,
): number {
  const standing = standings[requirement] ?? {};
  if (!isPlain || part !== "not-applicable") return standing[part] ?? 0;
  const students = Object.values(statuses[requirement]?.["all/all"] ?? {});
  return students.reduce((a, b) => a + b, 0) - (standing["met"] ?? 0) - (standing["not-met"] ?? 0);
}

/** Of the students of the place; who is enrolled nowhere and has a plan all the same comes to them. */
function problemPart({ partial }: Place, problem: string, part: string): number {
  const { students } = problemFigures(partial.problems[problem] ?? {});
  if (part === "counted") return students;
  switch (problem) {
    case "plan-without-enrollment":
      return partial.students;
    case "enrolled-without-plan":
      return partial.studentsUnderMandate - students;
    default:
      return partial.students - students;
  }
}
