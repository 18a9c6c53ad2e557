/**
 * Shares of students as pages say and sort them. A page imports no code from the releases, so that it
 * cannot compute a figure, and a test compares these words with those of a release.
 */
import { LANGUAGE, type InLanguages, type Language } from "../language.js";
import { counted } from "./nouns.js";
import { PERCENT_SIGN, wholeNumber } from "./numbers.js";

export interface Share {
  /** Least and greatest share, 0 to 1; null where there is no figure. */
  readonly low: number | null;
  readonly high: number | null;
}

/** The ends of a share that is shown: what a chart draws. */
export interface ShareEnds {
  readonly low: number;
  readonly high: number;
}

export const isShown = <Row extends Share>(row: Row): row is Row & ShareEnds =>
  row.low !== null && row.high !== null;

/**
 * What a column or a chart sorts by. Of shares that overlap, the one with the lower low end comes
 * first; null where none is shown.
 */
export const shareOrder = (row: Share): number | null =>
  isShown(row) ? row.low + row.high / 1000 : null;

/** Which sort of words a share is said in. */
type Shape =
  | { readonly kind: "none" | "all" | "less-than-half" | "half-or-more" }
  | {
      readonly kind: "exactly" | "less-than" | "more-than" | "at-most" | "at-least";
      readonly percent: number;
    }
  | { readonly kind: "between"; readonly least: number; readonly greatest: number };

/** An exact share of nobody is none and of everybody all; below half a percent it is less than 1%. */
function shapeOf({ low, high }: ShareEnds): Shape {
  if (low === high) return exactShape(low);
  const [least, greatest] = [Math.round(100 * low), Math.round(100 * high)];
  if (least === 0 && greatest === 49) return { kind: "less-than-half" };
  if (least === 50 && greatest === 100) return { kind: "half-or-more" };
  if (least === 0) return { kind: "at-most", percent: greatest };
  return greatest === 100
    ? { kind: "at-least", percent: least }
    : { kind: "between", least, greatest };
}

function exactShape(share: number): Shape {
  if (share === 0) return { kind: "none" };
  if (share === 1) return { kind: "all" };
  const percent = Math.round(100 * share);
  if (percent === 0) return { kind: "less-than", percent: 1 };
  return percent === 100 ? { kind: "more-than", percent: 99 } : { kind: "exactly", percent };
}

/** "at most 5%", "95% or more", "21–39%", "67%", "none", "all": a share as a cell says it. */
export const shareInWords = (share: ShareEnds, language: Language = LANGUAGE): string =>
  SHARES[language](shapeOf(share));

const SHARES: InLanguages<(shape: Shape) => string> = {
  en: (shape) => {
    switch (shape.kind) {
      case "none":
        return "none";
      case "all":
        return "all";
      case "less-than-half":
        return "less than half";
      case "half-or-more":
        return "half or more";
      case "exactly":
        return `${shape.percent}%`;
      case "less-than":
        return `less than ${shape.percent}%`;
      case "more-than":
        return `more than ${shape.percent}%`;
      case "at-most":
        return `at most ${shape.percent}%`;
      case "at-least":
        return `${shape.percent}% or more`;
      case "between":
        return `${shape.least}–${shape.greatest}%`;
    }
  },
  es: (shape) => {
    const sign = PERCENT_SIGN.es;
    switch (shape.kind) {
      case "none":
        return "ninguno";
      case "all":
        return "todos";
      case "less-than-half":
        return "menos de la mitad";
      case "half-or-more":
        return "la mitad o más";
      case "exactly":
        return `${shape.percent}${sign}`;
      case "less-than":
        return `menos del ${shape.percent}${sign}`;
      case "more-than":
        return `más del ${shape.percent}${sign}`;
      case "at-most":
        return `a lo sumo ${shape.percent}${sign}`;
      case "at-least":
        return `${shape.percent}${sign} o más`;
      case "between":
        return `${shape.least}–${shape.greatest}${sign}`;
    }
  },
};

/**
 * "83% of 546 students", "all students", "none of 80 students": the subject of a sentence.
 * @param students null where their number is not known
 */
export const studentsInWords = (
  share: ShareEnds,
  students: number | null = null,
  language: Language = LANGUAGE,
): string => STUDENTS[language](shapeOf(share), students);

const STUDENTS: InLanguages<(shape: Shape, students: number | null) => string> = {
  en: (shape, students) => {
    const of = students === null ? "students" : counted(students, "student", "en");
    if (shape.kind === "all") return students === 1 ? "the only student" : `all ${of}`;
    if (shape.kind !== "none") return `${SHARES.en(shape)} of ${of}`;
    return students === null || students === 1 ? "no student" : `none of ${of}`;
  },
  es: (shape, students) => {
    const number = students === null ? "" : `${wholeNumber(students, "es")} `;
    const of = students === 1 ? "1 estudiante" : `los ${number}estudiantes`;
    const sign = PERCENT_SIGN.es;
    switch (shape.kind) {
      case "all":
        return students === 1 ? "el único estudiante" : `todos ${of}`;
      case "none":
        return students === null || students === 1 ? "ningún estudiante" : `ninguno de ${of}`;
      case "less-than-half":
      case "half-or-more":
      case "less-than":
      case "more-than":
        return `${SHARES.es(shape)} de ${of}`;
      case "exactly":
      case "at-least":
        return `el ${SHARES.es(shape)} de ${of}`;
      case "at-most":
        return `a lo sumo el ${shape.percent}${sign} de ${of}`;
      case "between":
        return `entre el ${shape.least}${sign} y el ${shape.greatest}${sign} de ${of}`;
    }
  },
};

/** Whether the verb that follows `studentsInWords` is in the singular. */
export const isSingular = ({ high }: ShareEnds, students: number | null = null): boolean =>
  high === 0 || students === 1;

/** A share with the number of students behind it, which only a place that is seen exactly has. */
export interface Counted {
  readonly count?: number | null;
}

/** "42% · 128", "all · 7"; "none", and a share without a number, as they are. */
export function shareAndCount(row: ShareEnds & Counted, language: Language = LANGUAGE): string {
  const count = countShown(row);
  const share = shareInWords(row, language);
  return count === null ? share : `${share} · ${wholeNumber(count, language)}`;
}

/** The number to show beside a share; of nobody the share says it. */
export const countShown = ({ count = null }: Counted): number | null =>
  count === 0 ? null : count;
