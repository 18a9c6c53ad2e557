/** Sex as OneRoster 1.2 lists it. */
export const SEXES = ["female", "male", "other", "unspecified"] as const;
export type Sex = (typeof SEXES)[number];

/** Race and ethnicity as EDFacts reports it: one of seven, Hispanic or Latino of any race being one. */
export const RACE_ETHNICITIES = [
  "american-indian",
  "asian",
  "black",
  "hispanic",
  "pacific-islander",
  "white",
  "multiple",
] as const;
export type RaceEthnicity = (typeof RACE_ETHNICITIES)[number];
