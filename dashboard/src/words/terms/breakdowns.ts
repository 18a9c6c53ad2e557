import { gradesInWords } from "../formats/grades.js";
import { capital } from "../formats/text.js";
import { LANGUAGE, type Language } from "../language.js";
import { inEnglish, nameIn, names } from "./named.js";
import { studentGroupName } from "./student-groups.js";

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
