import { RACE_ETHNICITIES } from "../../domain/people/demographics.ts";
import { GRADES, gradeName } from "../../domain/people/grade.ts";
import { readGroupKey, type Division } from "../../domain/figures/group-key.ts";
import { PROGRAM_DIVISIONS, studentDivision } from "../../domain/people/student-groups.ts";
import { studentGroups } from "../../metrics/students/student-groups.ts";
import {
  ALL,
  asItIs,
  NOT_COLLECTED,
  type Category,
  type ColumnCoding,
  type ExtractCase,
  type ExtractColumn,
} from "./extract-column.ts";

const groupIn = (division: Division, rest: string, { student, context }: ExtractCase): string =>
  studentGroups(student.record, context.asOf)
    .map(readGroupKey)
    .find((group) => group.division === division)?.group ?? rest;

const BANDS: readonly Category[] = [
  { value: "below-6", label: "Below grade 6" },
  { value: "6-8", label: "Grades 6 to 8" },
  { value: "9-12", label: "Grades 9 to 12" },
  { value: "above-12", label: "Above grade 12, or ungraded" },
];
const bandOf = (grade: string): string => {
  if (!/^\d\d$/.test(grade)) return ["UG", "Other", "PS"].includes(grade) ? "above-12" : "below-6";
  const number = Number(grade);
  if (number < 6) return "below-6";
  return number > 12 ? "above-12" : number < 9 ? "6-8" : "9-12";
};

const SMALLER_RACES = ["american-indian", "asian", "pacific-islander", "multiple"] as const;

const recoded = (
  to: { readonly [value: string]: string },
  categories: readonly Category[],
): ColumnCoding => ({ coarser: (value) => to[value] ?? value, categories });

const TREATMENT =
  "Recoded until each equivalence class over all quasi-identifiers has five students or more. Where single students would still be in a smaller one, the value is suppressed (-7), and as many others at random.";

const quasiIdentifier = (
  name: string,
  division: Division,
  worth: readonly number[],
  about: Pick<ExtractColumn, "title" | "definition" | "source" | "codings">,
  rest: string = NOT_COLLECTED,
): ExtractColumn => ({
  name,
  ...about,
  universe: ALL,
  treatment: TREATMENT,
  role: { kind: "quasi-identifier", worth },
  valueOf: (extractCase) => groupIn(division, rest, extractCase),
});

const programColumn = (division: (typeof PROGRAM_DIVISIONS)[number]): ExtractColumn => {
  const { name, groups } = studentDivision(division);
  return quasiIdentifier(division.replaceAll("-", "_"), division, [3], {
    title: name,
    definition: `Whether the student takes part in a program or has a status of this sort on the date of the data: ${groups.map((group) => group.name).join(", or ")}.`,
    source: "Program participation, as the student information system gives it.",
    codings: [asItIs(groups.map(({ id, name: label }) => ({ value: id, label })))],
  });
};

const ANOTHER_OR_UNSAID = "another-or-not-said";
const races = studentDivision("race-ethnicity").groups;

/** The columns by which a student could be found. */
export const QUASI_IDENTIFIER_COLUMNS: readonly ExtractColumn[] = [
  {
    ...quasiIdentifier("grade", "grade", [0.25, 3], {
      title: "Grade level",
      definition: "Grade level on the date of the data, as CEDS codes it.",
      source: "Student information system.",
      codings: [
        asItIs(GRADES.map((grade) => ({ value: grade, label: gradeName(grade) }))),
        { coarser: bandOf, categories: BANDS },
      ],
    }),
    valueOf: ({ student }) => student.record.student.grade ?? NOT_COLLECTED,
  },
  quasiIdentifier(
    "sex",
    "sex",
    [2],
    {
      title: "Sex",
      definition: "Sex as the student information system records it.",
      source: "Student information system (OneRoster demographics).",
      codings: [
        asItIs([
          ...studentDivision("sex").groups.map(({ id, name }) => ({ value: id, label: name })),
          { value: ANOTHER_OR_UNSAID, label: "Another sex, or not said" },
        ]),
      ],
    },
    ANOTHER_OR_UNSAID,
  ),
  quasiIdentifier("race_ethnicity", "race-ethnicity", [1, 3], {
    title: "Race and ethnicity",
    definition:
      "One of seven as EDFacts reports it, Hispanic or Latino of any race being one; at the coarser level, the four that are smallest in most districts are one.",
    source: "Student information system (OneRoster demographics).",
    codings: [
      asItIs(RACE_ETHNICITIES.map((value) => ({ value, label: labelOf(races, value) }))),
      recoded(Object.fromEntries(SMALLER_RACES.map((race) => [race, "another-or-several"])), [
        ...RACE_ETHNICITIES.filter(
          (race) => !SMALLER_RACES.some((smaller) => smaller === race),
        ).map((value) => ({ value, label: labelOf(races, value) })),
        { value: "another-or-several", label: "Another race, or several" },
      ]),
    ],
  }),
  ...PROGRAM_DIVISIONS.map(programColumn),
];

function labelOf(
  groups: readonly { readonly id: string; readonly name: string }[],
  id: string,
): string {
  return groups.find((group) => group.id === id)?.name ?? id;
}
