import { inLanguage } from "../language.js";

/** The parts of the page of methods and data, by their place in its address. */
export const METHODS_WORDS = {
  en: {
    onThisPage: "On this page",
    parts: {
      attendance: "Attendance beside plans and goals",
      definitions: "Definitions",
      privacy: "How students are protected",
      files: "Tables and files",
      data: "Data quality",
    },
  },
  es: {
    onThisPage: "En esta página",
    parts: {
      attendance: "La asistencia junto a los planes y las metas",
      definitions: "Definiciones",
      privacy: "Cómo se protege a los estudiantes",
      files: "Tablas y archivos",
      data: "Calidad de los datos",
    },
  },
};

export const methodsWords = inLanguage(METHODS_WORDS);

/** A part of the page, as its address names it. */
export type MethodsPart = keyof typeof methodsWords.parts;
