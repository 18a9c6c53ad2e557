import { byText } from "../../domain/text/compare-text.ts";
import { mergeJointHistograms } from "../../statistics/moments/joint-histogram.ts";
import { mergeMoments } from "../../statistics/moments/merge-moments.ts";
import type { Moments } from "../../statistics/moments/moments.ts";
import type { CountOf } from "./attendance-association.ts";
import { calendarDueOf } from "./calendar-due.ts";
import { GOAL_GROUPS, type AssociationPart } from "./attendance-association.ts";
import type { SchoolCube } from "./school-cube.ts";

/** All schools together, as one cube that belongs to no school. */
export type DistrictCube = Omit<SchoolCube, "school">;

/**
 * Adds schools up to the district. Counts are exact in any order; the moments are floating sums, so
 * the schools are taken in the order of their ids and the result is the same each night.
 * @throws Error when there is no school
 */
export function mergeCubes(schools: readonly SchoolCube[]): DistrictCube {
  const inOrder = [...schools].sort(byText(({ school }) => school));
  const [first, ...rest] = inOrder;
  if (first === undefined) throw new Error("merge cubes: expected at least one school");
  return rest.reduce<DistrictCube>(mergeTwo, withoutSchool(first));
}

/** Merging is associative: any grouping of the schools, in order, gives the same result. */
export function mergeTwo(a: DistrictCube, b: DistrictCube): DistrictCube {
  return {
    // It is about the district's exports, and so the same for all of its schools.
    availability: a.availability,
    // The most of any school: it is used to tell whether there was school at all.
    instructionalDays: Math.max(a.instructionalDays, b.instructionalDays),
    students: mergeMaps(a.students, b.students, (x, y) => mergeMaps(x, y, add)),
    answers: mergeMaps(a.answers, b.answers, (x, y) => mergeMaps(x, y, addParts)),
    firstDueOn: mergeMaps(a.firstDueOn, b.firstDueOn, (x, y) => (x < y ? x : y)),
    dueDays: mergeMaps(a.dueDays, b.dueDays, (x, y) => mergeMaps(x, y, add)),
    calendarDue: calendarDueOf([a, b]),
    problems: mergeMaps(a.problems, b.problems, (x, y) => mergeMaps(x, y, add)),
    patterns: mergeMaps(a.patterns, b.patterns, (x, y) => ({
      count: x.count + y.count,
      n: x.n + y.n,
    })),
    signatures: {
      signed: mergeMaps(a.signatures.signed, b.signatures.signed, add),
      waiting: mergeMaps(a.signatures.waiting, b.signatures.waiting, add),
      notRecorded: a.signatures.notRecorded + b.signatures.notRecorded,
    },
    association: mergeAssociations(a.association, b.association),
  };
}

const withoutSchool = ({ school: _school, ...cube }: SchoolCube): DistrictCube => cube;

const add = (a: number, b: number): number => a + b;

/** Parts are in the order of their question, which schools of one run share. */
export function addParts(a: readonly number[], b: readonly number[]): readonly number[] {
  if (a.length !== b.length) {
    throw new Error(`counts of ${a.length} and of ${b.length} parts are of two questions`);
  }
  return a.map((count, part) => count + (b[part] ?? 0));
}

function mergeMaps<Map extends { readonly [key: string]: unknown }>(
  a: Map,
  b: Map,
  merge: (a: Map[keyof Map & string], b: Map[keyof Map & string]) => Map[keyof Map & string],
): Map {
  const merged: { [key: string]: unknown } = { ...a };
  for (const [key, value] of Object.entries(b)) {
    const ofA = merged[key];
    merged[key] =
      ofA === undefined
        ? value
        : merge(ofA as Map[keyof Map & string], value as Map[keyof Map & string]);
  }
  return merged as Map;
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
      yes: addCounts(a.chronic.yes, b.chronic.yes),
      no: addCounts(a.chronic.no, b.chronic.no),
    },
    goalsBesideAttendance: mergeJointHistograms([a.goalsBesideAttendance, b.goalsBesideAttendance]),
    tooFewDaysAfter: a.tooFewDaysAfter + b.tooFewDaysAfter,
  };
}

const addCounts = (a: CountOf, b: CountOf): CountOf => ({
  numerator: a.numerator + b.numerator,
  denominator: a.denominator + b.denominator,
});
