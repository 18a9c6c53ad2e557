/** What both sides must agree on, a school a row. Every figure is a whole number. */
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

/** By school id. */
export type DistrictTotals = ReadonlyMap<string, SchoolTotals>;

/** The figures in which two tellings differ, as a person would write them down. */
export function differences(ours: DistrictTotals, theirs: DistrictTotals): readonly string[] {
  const schools = [...new Set([...ours.keys(), ...theirs.keys()])].sort();
  return schools.flatMap((school) =>
    TOTALS.flatMap((total) => {
      const a = ours.get(school)?.[total];
      const b = theirs.get(school)?.[total];
      return a === b
        ? []
        : [`${total} of school ${school}: ${a ?? "none"} here, ${b ?? "none"} in DuckDB`];
    }),
  );
}
