/** Grade levels, which come as CEDS codes. */
import type { Grade } from "../../../../functions/domain/people/grade.ts";
import { LANGUAGE, type InLanguages, type Language } from "../language.js";
import { listInWords } from "./lists.js";

/** Grade levels without a number; the others are what they say. */
type Unnumbered = Extract<Grade, "IT" | "PR" | "PK" | "TK" | "KG" | "PS" | "UG" | "Other">;

export const UNNUMBERED_GRADES: InLanguages<{ readonly [grade in Unnumbered]: string }> = {
  en: {
    IT: "infants and toddlers",
    PR: "preschool",
    PK: "prekindergarten",
    TK: "transitional kindergarten",
    KG: "kindergarten",
    PS: "postsecondary",
    UG: "ungraded",
    Other: "other grades",
  },
  es: {
    IT: "bebés y niños pequeños",
    PR: "preescolar",
    PK: "prekínder",
    TK: "kínder de transición",
    KG: "kínder",
    PS: "educación postsecundaria",
    UG: "grado no asignado",
    Other: "otros grados",
  },
};

interface GradeWords {
  readonly grade: (number: string) => string;
  readonly grades: (numbers: string) => string;
  readonly run: (first: number, last: number) => string;
  readonly fromUnnumbered: (first: string, last: number) => string;
  readonly ofStudents: (grades: string, count: "one" | "several" | "unnumbered") => string;
}

const WORDS: InLanguages<GradeWords> = {
  en: {
    grade: (number) => `grade ${number}`,
    grades: (numbers) => `grades ${numbers}`,
    run: (first, last) => `${first}–${last}`,
    fromUnnumbered: (first, last) => `${first} to grade ${last}`,
    ofStudents: (grades) => `in ${grades}`,
  },
  es: {
    grade: (number) => `grado ${number}`,
    grades: (numbers) => `grados ${numbers}`,
    run: (first, last) => `${first} ${last === first + 1 ? "y" : "a"} ${last}`,
    fromUnnumbered: (first, last) => `${first} al grado ${last}`,
    ofStudents: (grades, count) =>
      count === "several" ? `de los ${grades}` : count === "one" ? `del ${grades}` : `de ${grades}`,
  },
};

/** "grades 6–12", "grade 8", "kindergarten to grade 5", "grades 6, 8, and 12"; nothing for none. */
export function gradesInWords(grades: readonly string[], language: Language = LANGUAGE): string {
  const words = WORDS[language];
  const numbers = grades.filter(isNumbered).map(Number);
  const unnumbered = grades.filter((grade) => !isNumbered(grade));
  const [first = 0] = numbers;
  const last = numbers.at(-1) ?? first;
  const isRun = numbers.length > 1 && numbers.every((number, at) => number === first + at);
  if (isRun && first === 1 && unnumbered.at(-1) === "KG") {
    return words.fromUnnumbered(unnumberedName(unnumbered[0] ?? "KG", language), last);
  }
  const written = numbers.map(String);
  const numbered = isRun ? words.run(first, last) : listInWords(written, language);
  return listInWords(
    [
      ...unnumbered.map((grade) => unnumberedName(grade, language)),
      ...(numbers.length === 0
        ? []
        : [numbers.length === 1 ? words.grade(numbered) : words.grades(numbered)]),
    ],
    language,
  );
}

/** "in grades 6–12", "de los grados 6 a 12": which students a sentence is about. */
export function inGradesInWords(grades: readonly string[], language: Language = LANGUAGE): string {
  const all = gradesInWords(grades, language);
  const isNumberedAlone = grades.every(isNumbered);
  const count = !isNumberedAlone ? "unnumbered" : grades.length === 1 ? "one" : "several";
  return all === "" ? "" : WORDS[language].ofStudents(all, count);
}

const isNumbered = (grade: string): boolean => /^\d\d$/.test(grade);

function unnumberedName(grade: string, language: Language): string {
  const names: { readonly [grade: string]: string } = UNNUMBERED_GRADES[language];
  return names[grade] ?? grade;
}
