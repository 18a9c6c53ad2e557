/** What both sides must agree on, one row per school. Every figure is a whole number. */
export const TOTALS = [
  "students",
  "enrolledDays",
  "absentDays",
  "chronicallyAbsent",
  "studentsUnderMandate",
  "openPlans",
  "heldReviews",
  "firstOnTime",
  "firstLate",
  "firstNone",
  "secondOnTime",
  "secondLate",
  "secondNone",
  "transitionsReviewed",
  "allDomains",
] as const;
export type Total = (typeof TOTALS)[number];

export type SchoolTotals = { readonly [total in Total]: number };

/** By school id; the whole district under the empty one. */
export type DistrictTotals = ReadonlyMap<string, SchoolTotals>;

/** As in the tables of an edition: the school id of a district row. */
export const DISTRICT_ROW = "";

export const addTotals = (all: readonly SchoolTotals[]): SchoolTotals =>
  Object.fromEntries(
    TOTALS.map((total) => [total, all.reduce((sum, totals) => sum + totals[total], 0)]),
  ) as SchoolTotals;

/** The totals of schools with those of the district, which schools add up to. */
export const withDistrict = (schools: DistrictTotals): DistrictTotals =>
  new Map([...schools, [DISTRICT_ROW, addTotals([...schools.values()])]]);

/** The figures in which the two sides differ, one line each. */
export function differences(ours: DistrictTotals, theirs: DistrictTotals): readonly string[] {
  const schools = [...new Set([...ours.keys(), ...theirs.keys()])].sort();
  return schools.flatMap((school) =>
    TOTALS.flatMap((total) => {
      const a = ours.get(school)?.[total];
      const b = theirs.get(school)?.[total];
      return a === b
        ? []
        : [`${total} of ${placeName(school)}: ${a ?? "none"} here, ${b ?? "none"} in DuckDB`];
    }),
  );
}

const placeName = (school: string): string =>
  school === DISTRICT_ROW ? "the district" : `school ${school}`;
