import { gradesInWords } from "../formats/grades.js";
import { capital } from "../formats/text.js";
import { LANGUAGE, type Language } from "../language.js";
import { inEnglish, nameIn, names } from "./named.js";
import { studentGroupName } from "./student-groups.js";

/** The ways in which tables break students down. */
export const BREAKDOWN_NAMES = names({
  en: {
    all: "All students",
    grade: "Grade level",
    counselor: "Counselor",
    transition: "Transition",
    requirement: "Requirement",
  },
  es: {
    all: "Todos los estudiantes",
    grade: "Nivel de grado",
    counselor: "Consejero",
    transition: "Transición",
    requirement: "Requisito",
  },
});
export const breakdownName = nameIn(BREAKDOWN_NAMES);

export const NO_COUNSELOR = names({
  en: { "": "No counselor named" },
  es: { "": "Sin consejero asignado" },
});
const counselorName = nameIn(NO_COUNSELOR);

/** "All students", "Grades 9–10", "No counselor named": a group of a breakdown. */
export function breakdownGroupName(
  breakdown: string,
  group: string,
  englishName: string,
  language: Language = LANGUAGE,
): string {
  switch (breakdown) {
    case "all":
      return studentGroupName(breakdown, group, englishName, language);
    case "grade":
      return capital(gradesInWords(group.split("-"), language));
    case "counselor":
      return group === "" ? counselorName(group, englishName, language) : englishName;
    default:
      return inEnglish(englishName, language);
  }
}

/** Several requirements together, by their English name. */
export const ALL_TOGETHER = names({
  en: {
    "All reviews together": "All reviews together",
    "All requirements together": "All requirements together",
  },
  es: {
    "All reviews together": "Todas las revisiones",
    "All requirements together": "Todos los requisitos",
  },
});
const together = nameIn(ALL_TOGETHER);

/** A requirement as the mandate names it, or all of them together. */
export const requirementName = (englishName: string, language: Language = LANGUAGE): string =>
  together(englishName, englishName, language);
