import { EVERYBODY, togetherKey, type GroupKey } from "../domain/figures/group-key.ts";
import type { Day } from "../domain/calendar/day.ts";
import { gradeGroups, sizeOf, sizeOfAll, studentGroups, type Sizes } from "./public-groups.ts";
import { MOST_LEFTOVER } from "./protection-policy.ts";

/** Which students have public figures in a school year: decided at its first public release, and kept. */
export interface PublicPlan {
  readonly populations: { readonly [population: string]: PopulationPlan };
}

/** The places and groups of one population that have figures. */
export interface PopulationPlan {
  readonly decidedOn: Day;
  /** The schools whose students are in public figures, including those of the district. */
  readonly schools: readonly string[];
  readonly groups: readonly PublicGroup[];
}

export interface PublicGroup {
  /** Null for the district. */
  readonly school: string | null;
  readonly group: GroupKey;
  /** Groups of the cube that it puts together: itself, or neighboring grades. */
  readonly of: readonly GroupKey[];
  /** The bar of the same students from which it is drawn. */
  readonly drawnAs: { readonly school: string | null; readonly group: GroupKey };
}

/** What is needed to decide about one population. */
export interface Deciding {
  readonly on: Day;
  readonly smallestGroup: number;
  /** By school, its students of the population by group. */
  readonly sizes: ReadonlyMap<string, Sizes>;
  /** Whether the population is one grade of another: then `from` are the schools of that one. */
  readonly within: readonly string[] | null;
}

/**
 * Decides a population. A school with fewer students than the smallest group is in no figure of it, the
 * district's included, so that it cannot be subtracted; one with nobody of it is no reason for
 * anything. Of a single grade the schools of the whole population count, whatever the size of the
 * grade, and a school has a figure of its own from the smallest group on; where the students of the
 * others are few, they are in none.
 */
export function decidePopulation({ on, smallestGroup, sizes, within }: Deciding): PopulationPlan {
  const sizesOf = (school: string): Sizes => sizes.get(school) ?? {};
  const studentsOf = (school: string): number => sizeOf(sizesOf(school), EVERYBODY);
  const having = [...sizes.keys()].filter((school) => studentsOf(school) > 0).sort();
  const shown = having.filter((school) => studentsOf(school) >= smallestGroup);
  const schools = within === null ? shown : withoutFew(having, shown, within, studentsOf);
  const district = addedUp(schools.map(sizesOf));
  const alone = shown.filter((school) => schools.includes(school));
  const groupsAt = (school: string | null, own: Sizes): readonly Omit<PublicGroup, "drawnAs">[] => {
    const students = sizeOf(own, EVERYBODY);
    if (students < smallestGroup) return [];
    const everybody = { school, group: EVERYBODY, of: [EVERYBODY] };
    if (within !== null) return [everybody];
    const isSchool = school !== null;
    return [
      everybody,
      ...gradeGroups(own, isSchool).map((grades) => ({ school, ...grades })),
      ...studentGroups(own, smallestGroup, isSchool).map((group) => ({
        school,
        group,
        of: [group],
      })),
    ];
  };
  const groups = [
    ...groupsAt(null, district),
    ...alone.flatMap((school) => groupsAt(school, sizesOf(school))),
  ];
  return {
    decidedOn: on,
    schools,
    groups: groups.map((group) => ({
      ...group,
      drawnAs: drawnAs(group, schools, district, sizesOf),
    })),
  };
}

/** The schools of a grade, and those of them without a figure only where their students together are not few. */
function withoutFew(
  having: readonly string[],
  shown: readonly string[],
  within: readonly string[],
  studentsOf: (school: string) => number,
): readonly string[] {
  const all = having.filter((school) => within.includes(school));
  const leftover = all
    .filter((school) => !shown.includes(school))
    .reduce((sum, school) => sum + studentsOf(school), 0);
  return leftover > MOST_LEFTOVER ? all : all.filter((school) => shown.includes(school));
}

/**
 * One set of students has one bar. A district with one school in its figures has the school's bar,
 * a grade that only one school teaches has that school's, and a group that includes everybody has
 * the bar of all students.
 */
function drawnAs(
  { school, of }: Omit<PublicGroup, "drawnAs">,
  schools: readonly string[],
  district: Sizes,
  sizesOf: (school: string) => Sizes,
): PublicGroup["drawnAs"] {
  const place = school ?? onlySchoolWith(of, schools, sizesOf);
  const own = place === null ? district : sizesOf(place);
  const isEverybody = sizeOfAll(own, of) === sizeOf(own, EVERYBODY);
  return { school: place, group: isEverybody ? EVERYBODY : togetherKey(of) };
}

/** The school that has all students of the groups; null where several have, or none. */
function onlySchoolWith(
  of: readonly GroupKey[],
  schools: readonly string[],
  sizesOf: (school: string) => Sizes,
): string | null {
  const having = schools.filter((school) => sizeOfAll(sizesOf(school), of) > 0);
  return having.length === 1 ? (having[0] ?? null) : null;
}

function addedUp(all: readonly Sizes[]): Sizes {
  const sum: { [group: GroupKey]: number } = {};
  for (const sizes of all) {
    for (const [group, students] of Object.entries(sizes) as [GroupKey, number][]) {
      sum[group] = sizeOf(sum, group) + students;
    }
  }
  return sum;
}
