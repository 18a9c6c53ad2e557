import type { RaceEthnicity, Sex } from "../../../../functions/domain/people/demographics.ts";
import type {
  ProgramDivision,
  StudentDivisionId,
} from "../../../../functions/domain/people/student-groups.ts";
import { LANGUAGE, type Language } from "../language.js";
import { nameIn, type Names } from "./named.js";

/** The ways to divide students by who they are. */
export const DIVISION_NAMES: Names<StudentDivisionId> = {
  en: {
    "race-ethnicity": "Race and ethnicity",
    sex: "Sex",
    "english-learner": "English learners",
    disability: "Disability",
    "economic-status": "Economic status",
    homeless: "Housing",
  },
  es: {
    "race-ethnicity": "Raza y etnicidad",
    sex: "Sexo",
    "english-learner": "Aprendices de inglés",
    disability: "Discapacidad",
    "economic-status": "Situación económica",
    homeless: "Vivienda",
  },
};

export const divisionName = nameIn(DIVISION_NAMES);

/** The groups of each division, as `division/group`. */
type StudentGroupId =
  | `race-ethnicity/${RaceEthnicity}`
  | `sex/${Extract<Sex, "female" | "male">}`
  | `${ProgramDivision}/${"yes" | "no"}`;

export const STUDENT_GROUP_NAMES: Names<StudentGroupId> = {
  en: {
    "race-ethnicity/american-indian": "American Indian or Alaska Native",
    "race-ethnicity/asian": "Asian",
    "race-ethnicity/black": "Black or African American",
    "race-ethnicity/hispanic": "Hispanic or Latino",
    "race-ethnicity/pacific-islander": "Native Hawaiian or Other Pacific Islander",
    "race-ethnicity/white": "White",
    "race-ethnicity/multiple": "Two or more races",
    "sex/female": "Female",
    "sex/male": "Male",
    "english-learner/yes": "English learners",
    "english-learner/no": "Not English learners",
    "disability/yes": "Students with disabilities",
    "disability/no": "Students without disabilities",
    "economic-status/yes": "Economically disadvantaged",
    "economic-status/no": "Not economically disadvantaged",
    "homeless/yes": "Homeless",
    "homeless/no": "Not homeless",
  },
  es: {
    "race-ethnicity/american-indian": "Indígenas americanos o nativos de Alaska",
    "race-ethnicity/asian": "Asiáticos",
    "race-ethnicity/black": "Negros o afroamericanos",
    "race-ethnicity/hispanic": "Hispanos o latinos",
    "race-ethnicity/pacific-islander": "Nativos de Hawái o de otras islas del Pacífico",
    "race-ethnicity/white": "Blancos",
    "race-ethnicity/multiple": "De dos o más razas",
    "sex/female": "Mujeres",
    "sex/male": "Hombres",
    "english-learner/yes": "Aprendices de inglés",
    "english-learner/no": "No aprendices de inglés",
    "disability/yes": "Estudiantes con discapacidades",
    "disability/no": "Estudiantes sin discapacidades",
    "economic-status/yes": "En desventaja económica",
    "economic-status/no": "Sin desventaja económica",
    "homeless/yes": "Sin hogar",
    "homeless/no": "Con hogar",
  },
};

const groupOfDivision = nameIn(STUDENT_GROUP_NAMES);

export const ALL_STUDENTS: Names<"all"> = {
  en: { all: "All students" },
  es: { all: "Todos los estudiantes" },
};

const everybody = nameIn(ALL_STUDENTS);

/** A group of a division, or all students, as a page names it. */
export function studentGroupName(
  division: string,
  group: string,
  englishName: string,
  language: Language = LANGUAGE,
): string {
  return isEverybody(group)
    ? everybody("all", englishName, language)
    : groupOfDivision(`${division}/${group}`, englishName, language);
}

const isEverybody = (group: string): boolean => group === "all";
