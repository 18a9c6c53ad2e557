import { inLanguage } from "../language.js";

/** Words around the definitions of measures. */
export const DEFINITION_WORDS = {
  en: {
    lead: "A student counts once: in the school of enrollment on the day of the data. “Not enough data” and “cannot be determined” are answers of their own, and never 0%.",
    requirementsOf: "The requirements are those of",
    allRequirements: "Each requirement with its rule and citation",
    definition: "Definition",
    numerator: "Students counted",
    denominator: "Of which students",
    exclusions: "Left out",
    source: "Source",
    better: "Better when",
    higher: "higher",
    lower: "lower",
    validation: "Validation",
    notValidated:
      "Not validated. It has not been shown, on goals that two readers labeled by the rubric, that the rules agree with them often enough: the figure is for staff alone, and for no headline.",
    version: "Version",
  },
  es: {
    lead: "Cada estudiante cuenta una sola vez: en la escuela en que está inscrito el día de los datos. «Datos insuficientes» y «no se puede determinar» son respuestas propias, y nunca un 0\u00a0%.",
    requirementsOf: "Los requisitos son los de",
    allRequirements: "Cada requisito con su regla y su cita legal",
    definition: "Definición",
    numerator: "Estudiantes que se cuentan",
    denominator: "Entre qué estudiantes",
    exclusions: "Quedan fuera",
    source: "Fuente",
    better: "Es mejor cuando",
    higher: "es más alta",
    lower: "es más baja",
    validation: "Validación",
    notValidated:
      "Sin validar. No se ha mostrado, en las metas que dos lectores etiquetaron con la rúbrica, que las reglas coincidan lo suficiente con ellos: la cifra es solo para el personal y para ningún titular.",
    version: "Versión",
  },
};

export const definitionWords = inLanguage(DEFINITION_WORDS);
