import { capital } from "../formats/text.js";
import { gradesInWords } from "../formats/grades.js";
import { inLanguage } from "../language.js";

const WORDS = inLanguage({ en: { all: "All grade levels" }, es: { all: "Todos los grados" } });

/** A grade, neighboring grades together, or everybody: the group of a row in the reader's language. */
export const groupName = ({
  breakdown,
  group,
}: {
  readonly breakdown: string;
  readonly group: string;
}): string => (breakdown === "grade" ? capital(gradesInWords(group.split("-"))) : WORDS.all);
