import { inLanguage, type InLanguages } from "./language.js";

interface ChartWords {
  /** @param n as readers see it, with its thousands */
  readonly students: (n: string) => string;
  readonly target: (share: string) => string;
  readonly targetAlone: string;
  readonly keyOfParts: string;
  readonly softEnds: string;
  readonly lastYear: string;
  readonly dataInTable: string;
  readonly noFigureYet: string;
  readonly school: string;
  readonly district: string;
  readonly peers: string;
  readonly tooFewSchools: string;
  readonly measure: string;
  readonly percentagePoints: string;
  readonly certain: string;
  readonly uncertain: string;
  readonly interval: (low: string, high: string) => string;
  readonly noInterval: string;
}

const WORDS: InLanguages<ChartWords> = {
  en: {
    students: (n) => `${n} ${n === "1" ? "student" : "students"}`,
    target: (share) => `Target ${share}`,
    targetAlone: "Target",
    keyOfParts: "Parts of each bar",
    softEnds: "dividing line somewhere within the fade",
    lastYear: "last year",
    dataInTable: "The same data is in the table beside the chart.",
    noFigureYet: "No figure to draw.",
    school: "School",
    district: "District",
    peers: "Median of its level",
    tooFewSchools: "too few schools",
    measure: "Measure",
    percentagePoints: "percentage points",
    certain: "at least this much",
    uncertain: "perhaps up to here",
    interval: (low, high) => `95% interval ${low} to ${high}`,
    noInterval: "no interval",
  },
  es: {
    students: (n) => `${n} ${n === "1" ? "estudiante" : "estudiantes"}`,
    target: (share) => `Objetivo ${share}`,
    targetAlone: "Objetivo",
    keyOfParts: "Partes de cada barra",
    softEnds: "el límite está en algún punto del difuminado",
    lastYear: "año anterior",
    dataInTable: "Los mismos datos están en la tabla junto al gráfico.",
    noFigureYet: "No hay cifras que mostrar.",
    school: "Escuela",
    district: "Distrito",
    peers: "Mediana de su nivel",
    tooFewSchools: "muy pocas escuelas",
    measure: "Medida",
    percentagePoints: "puntos porcentuales",
    certain: "al menos esto",
    uncertain: "quizá hasta aquí",
    interval: (low, high) => `intervalo del 95%: ${low} a ${high}`,
    noInterval: "sin intervalo",
  },
};

/** The fixed words of charts. */
export const CHART_WORDS = inLanguage(WORDS);
