/** What pages count, in the plural of each language. */
import { LANGUAGE, type InLanguages, type Language } from "../language.js";
import { LOCALES, wholeNumber } from "./numbers.js";

type Noun = readonly [one: string, other: string];

export const NOUNS = {
  en: {
    student: ["student", "students"],
    school: ["school", "schools"],
    counselor: ["counselor", "counselors"],
    requirement: ["requirement", "requirements"],
    reason: ["reason", "reasons"],
    group: ["group", "groups"],
    plan: ["plan", "plans"],
    review: ["review", "reviews"],
    file: ["file", "files"],
    record: ["record", "records"],
    row: ["row", "rows"],
    day: ["day", "days"],
    week: ["week", "weeks"],
    point: ["point", "points"],
  },
  es: {
    student: ["estudiante", "estudiantes"],
    school: ["escuela", "escuelas"],
    counselor: ["consejero", "consejeros"],
    requirement: ["requisito", "requisitos"],
    reason: ["motivo", "motivos"],
    group: ["grupo", "grupos"],
    plan: ["plan", "planes"],
    review: ["revisión", "revisiones"],
    file: ["archivo", "archivos"],
    record: ["registro", "registros"],
    row: ["fila", "filas"],
    day: ["día", "días"],
    week: ["semana", "semanas"],
    point: ["punto", "puntos"],
  },
} as const satisfies InLanguages<{ readonly [noun: string]: Noun }>;

export type NounId = keyof (typeof NOUNS)["en"];

const PLURALS: InLanguages<Intl.PluralRules> = {
  en: new Intl.PluralRules(LOCALES.en),
  es: new Intl.PluralRules(LOCALES.es),
};

/** 1, "school" as "1 school"; 1200, "student" as "1,200 students". */
export function counted(count: number, noun: NounId, language: Language = LANGUAGE): string {
  const number = wholeNumber(count, language);
  const [one, other] = NOUNS[language][noun];
  switch (PLURALS[language].select(count)) {
    case "one":
      return `${number} ${one}`;
    // Of whole millions Spanish says "de": "1,000,000 de estudiantes".
    case "many":
      return `${number} de ${other}`;
    case "zero":
    case "two":
    case "few":
    case "other":
      return `${number} ${other}`;
  }
}
