/** Estimates of attendance beside plans and goals. */
import type { Language } from "../language.js";
import { nameIn, names, textIn } from "./named.js";

export const EXPOSURE_NAMES = names({
  en: { plan: "An open plan on the landmark day", goals: "Goals set by the landmark day" },
  es: {
    plan: "Un plan abierto en el día de referencia",
    goals: "Metas fijadas hasta el día de referencia",
  },
});
export const exposureName = nameIn(EXPOSURE_NAMES);

/** The groups of an exposure, as `exposure/group`. */
export const EXPOSURE_GROUP_NAMES = names({
  en: {
    "plan/yes": "With a plan",
    "plan/no": "Without a plan",
    "goals/0": "No goals",
    "goals/1": "1 goal",
    "goals/2": "2 goals",
    "goals/3": "3 goals",
    "goals/4": "4 goals",
    "goals/5+": "5 or more goals",
  },
  es: {
    "plan/yes": "Con plan",
    "plan/no": "Sin plan",
    "goals/0": "Sin metas",
    "goals/1": "1 meta",
    "goals/2": "2 metas",
    "goals/3": "3 metas",
    "goals/4": "4 metas",
    "goals/5+": "5 metas o más",
  },
});
export const exposureGroupName = nameIn(EXPOSURE_GROUP_NAMES);

export const OUTCOME_NAMES = names({
  en: { "attendance-rate": "Attendance after it" },
  es: { "attendance-rate": "Asistencia posterior" },
});
export const outcomeName = nameIn(OUTCOME_NAMES);

export const METHOD_NAMES = names({
  en: {
    "within-school-difference": "Difference within schools, adjusted",
    "welch-difference": "Difference of means",
    "hedges-g": "Difference in standard deviations",
    pearson: "Correlation (Pearson)",
    spearman: "Rank correlation (Spearman)",
  },
  es: {
    "within-school-difference": "Diferencia dentro de las escuelas, ajustada",
    "welch-difference": "Diferencia de medias",
    "hedges-g": "Diferencia en desviaciones estándar",
    pearson: "Correlación (Pearson)",
    spearman: "Correlación de rangos (Spearman)",
  },
});
export const methodName = nameIn(METHOD_NAMES);

export const UNIT_NAMES = names({
  en: {
    "percentage-points": "percentage points",
    "standard-deviations": "standard deviations",
    correlation: "correlation, −1 to 1",
  },
  es: {
    "percentage-points": "puntos porcentuales",
    "standard-deviations": "desviaciones estándar",
    correlation: "correlación, de −1 a 1",
  },
});
export const unitName = nameIn(UNIT_NAMES);

/** Cautions about an estimate, by their English words. */
export const ESTIMATE_NOTES = {
  "Between students of the same school, in the same grade, with like attendance before the landmark day.":
    "Entre estudiantes de la misma escuela, del mismo grado y con una asistencia similar antes del día de referencia.",
  "Few schools: take the interval as a rough one.": "Pocas escuelas: el intervalo es aproximado.",
  "No interval: it takes at least 8 schools with students in both groups.":
    "Sin intervalo: se necesitan al menos 8 escuelas con estudiantes en ambos grupos.",
  "Not adjusted: students with and without a plan or goals differ in other ways too.":
    "Sin ajustar: los estudiantes con y sin plan o metas se diferencian también en otros aspectos.",
};
const oneNote = textIn({ es: ESTIMATE_NOTES });

/** A note of one or two such sentences. */
export const estimateNote = (note: string, language?: Language): string =>
  (note.match(/[^.]+\.?/g) ?? [])
    .map((sentence) => oneNote(sentence.trim(), sentence.trim(), language))
    .join(" ");
