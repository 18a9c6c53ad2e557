import type { RaceEthnicity, Sex } from "./demographics.ts";

/** A group of students as a release speaks of them. */
export interface StudentGroup {
  readonly id: string;
  readonly name: string;
}

/** One way to divide students by who they are: each is in one of the groups, or in none where records say nothing. */
export interface StudentDivision {
  readonly id: StudentDivisionId;
  readonly name: string;
  readonly groups: readonly StudentGroup[];
  /** What a group's share is compared with: that of the other of two groups, or of all students. */
  readonly comparedWith: "the-other" | "all-students";
}

const RACE_ETHNICITY_NAMES: { readonly [group in RaceEthnicity]: string } = {
  "american-indian": "American Indian or Alaska Native",
  asian: "Asian",
  black: "Black or African American",
  hispanic: "Hispanic or Latino",
  "pacific-islander": "Native Hawaiian or Other Pacific Islander",
  white: "White",
  multiple: "Two or more races",
};

const SEX_NAMES: { readonly [group in Extract<Sex, "female" | "male">]: string } = {
  female: "Female",
  male: "Male",
};

const named = (names: { readonly [id: string]: string }): readonly StudentGroup[] =>
  Object.entries(names).map(([id, name]) => ({ id, name }));

/** Divisions by a program or status that a student has or has not. */
export const PROGRAM_DIVISIONS = [
  "english-learner",
  "disability",
  "economic-status",
  "homeless",
] as const;
export type ProgramDivision = (typeof PROGRAM_DIVISIONS)[number];

/** All divisions of students by who they are. */
export const STUDENT_DIVISION_IDS = ["race-ethnicity", "sex", ...PROGRAM_DIVISIONS] as const;
export type StudentDivisionId = (typeof STUDENT_DIVISION_IDS)[number];

const ofProgram = (
  id: ProgramDivision,
  name: string,
  yes: string,
  no: string,
): StudentDivision => ({
  id,
  name,
  groups: named({ yes, no }),
  comparedWith: "all-students",
});

/** The student groups of ESSA section 1111(c)(2) and of EDFacts, in the order in which they are shown. */
export const STUDENT_DIVISIONS: readonly StudentDivision[] = [
  {
    id: "race-ethnicity",
    name: "Race and ethnicity",
    groups: named(RACE_ETHNICITY_NAMES),
    comparedWith: "all-students",
  },
  { id: "sex", name: "Sex", groups: named(SEX_NAMES), comparedWith: "the-other" },
  ofProgram("english-learner", "English learners", "English learners", "Not English learners"),
  ofProgram(
    "disability",
    "Disability",
    "Students with disabilities",
    "Students without disabilities",
  ),
  ofProgram(
    "economic-status",
    "Economic status",
    "Economically disadvantaged",
    "Not economically disadvantaged",
  ),
  ofProgram("homeless", "Housing", "Homeless", "Not homeless"),
];

/** @throws when there is no such division */
export function studentDivision(id: string): StudentDivision {
  const match = STUDENT_DIVISIONS.find((division) => division.id === id);
  if (match === undefined) throw new Error(`no division of students is called ${id}`);
  return match;
}
