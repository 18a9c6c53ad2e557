import { mergeJointHistograms } from "../statistics/joint-histogram.ts";
import { mergeMoments } from "../statistics/merge-moments.ts";
import type { Moments } from "../statistics/moments.ts";
import type { CountOf } from "../statistics/newcombe.ts";
import { GOAL_GROUPS, type AssociationPart } from "./attendance-association.ts";
import type { Count, CountTable, SchoolPartial, TallyTable } from "./school-partial.ts";

/** All schools together, as one partial that belongs to no school. */
export type DistrictPartial = Omit<SchoolPartial, "school">;

/**
 * Adds schools up to the district. Counts are exact in any order; the moments are floating sums, so
 * the schools are taken in the order of their ids and the result is the same each night.
 * @throws Error when there is no school
 */
export function mergePartials(schools: readonly SchoolPartial[]): DistrictPartial {
  const inOrder = [...schools].sort((a, b) => (a.school < b.school ? -1 : 1));
  const [first, ...rest] = inOrder;
  if (first === undefined) throw new Error("merge partials: expected at least one school");
  return rest.reduce<DistrictPartial>(mergeTwo, withoutSchool(first));
}

/** Merging is associative: any grouping of the schools, in order, comes to the same. */
export function mergeTwo(a: DistrictPartial, b: DistrictPartial): DistrictPartial {
  return {
    // The district's exports: the same for every school of it.
    holds: a.holds,
    // Of any school: what is asked is whether there was school at all.
    instructionalDays: Math.max(a.instructionalDays, b.instructionalDays),
    students: a.students + b.students,
    studentsUnderMandate: a.studentsUnderMandate + b.studentsUnderMandate,
    groups: mergeMaps(a.groups, b.groups, add),
    counts: mergeCounts(a.counts, b.counts),
    statuses: mergeTallies(a.statuses, b.statuses),
    standings: mergeMaps(a.standings, b.standings, (x, y) => mergeMaps(x, y, add)),
    needs: mergeMaps(a.needs, b.needs, (x, y) => mergeMaps(x, y, add)),
    problems: mergeMaps(a.problems, b.problems, (x, y) => mergeMaps(x, y, add)),
    association: mergeAssociations(a.association, b.association),
  };
}

const withoutSchool = ({ school: _school, ...partial }: SchoolPartial): DistrictPartial => partial;

const add = (a: number, b: number): number => a + b;

const addCounts = (a: Count, b: Count): Count => ({
  numerator: a.numerator + b.numerator,
  denominator: a.denominator + b.denominator,
});

const mergeCounts = (a: CountTable, b: CountTable): CountTable =>
  mergeMaps(a, b, (x, y) => mergeMaps(x, y, addCounts));

const mergeTallies = (a: TallyTable, b: TallyTable): TallyTable =>
  mergeMaps(a, b, (x, y) => mergeMaps(x, y, (s, t) => mergeMaps(s, t, add)));

function mergeMaps<T>(
  a: { readonly [key: string]: T },
  b: { readonly [key: string]: T },
  merge: (a: T, b: T) => T,
): { readonly [key: string]: T } {
  const merged: { [key: string]: T } = { ...a };
  for (const [key, value] of Object.entries(b)) {
    const there = merged[key];
    merged[key] = there === undefined ? value : merge(there, value);
  }
  return merged;
}

function mergeAssociations(a: AssociationPart, b: AssociationPart): AssociationPart {
  const byGoals = Object.fromEntries(
    GOAL_GROUPS.map((group) => [group, mergeMoments(a.byGoals[group], b.byGoals[group])]),
  ) as { [group in (typeof GOAL_GROUPS)[number]]: Moments };
  return {
    all: mergeMoments(a.all, b.all),
    byPlan: {
      yes: mergeMoments(a.byPlan.yes, b.byPlan.yes),
      no: mergeMoments(a.byPlan.no, b.byPlan.no),
    },
    byGoals,
    chronic: {
      yes: addCountsOf(a.chronic.yes, b.chronic.yes),
      no: addCountsOf(a.chronic.no, b.chronic.no),
    },
    goalsBesideAttendance: mergeJointHistograms([a.goalsBesideAttendance, b.goalsBesideAttendance]),
    tooFewDaysAfter: a.tooFewDaysAfter + b.tooFewDaysAfter,
  };
}

const addCountsOf = (a: CountOf, b: CountOf): CountOf => addCounts(a, b);
