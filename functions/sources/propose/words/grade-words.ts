import { isGrade, type Grade } from "../../../domain/people/grade.ts";

const WORDS: ReadonlyMap<string, Grade> = new Map([
  ...["k", "kg", "kinder", "kindergarten", "kf", "kh"].map((word) => [word, "KG"] as const),
  ...["pk", "prek", "pre-k", "preschool", "p3", "p4", "-1", "preescolar"].map(
    (word) => [word, "PK"] as const,
  ),
  ...["tk", "ug", "ps", "it", "pr"].map((word) => [word, word.toUpperCase() as Grade] as const),
  ["freshman", "09"],
  ["sophomore", "10"],
  ["junior", "11"],
  ["senior", "12"],
  ...[
    ["first", "primero", "primer"],
    ["second", "segundo"],
    ["third", "tercero", "tercer"],
    ["fourth", "cuarto"],
    ["fifth", "quinto"],
    ["sixth", "sexto"],
    ["seventh", "septimo", "séptimo"],
    ["eighth", "octavo"],
    ["ninth", "noveno"],
    ["tenth", "decimo", "décimo"],
    ["eleventh", "undecimo", "undécimo"],
    ["twelfth", "duodecimo", "duodécimo"],
  ].flatMap((words, index) =>
    words.map((word) => [word, String(index + 1).padStart(2, "0") as Grade] as const),
  ),
]);

/** A grade in the many ways that exports write it: `9`, `09`, "Grade 9", "9th", "9°", "Noveno"; null where it is none. */
export function gradeOf(text: string): Grade | null {
  const bare = text
    .trim()
    .toLowerCase()
    .replace(/\s*\([^()]*\)$/, "")
    .replace(/^(?:grade|grado|gr|g|year|nivel|level)[\s.:-]*(?=[\dkp])/, "")
    .replace(/[\s.-]*(?:grade|grado)$/, "");
  const grade = WORDS.get(bare);
  if (grade !== undefined) return grade;
  const [, digits] =
    /^0?(\d{1,2})(?:\.0+|st|nd|rd|th|[°ºª]|ro|do|er|to|mo|vo|no)?$/.exec(bare) ?? [];
  if (digits === undefined) return null;
  if (Number(digits) === 0) return "KG";
  const code = digits.padStart(2, "0");
  return isGrade(code) && Number(code) <= 13 ? code : null;
}
