/** Why a figure is not shown, in the words of a table cell and of the key beneath it. */
import type { FigureState } from "../../../../functions/domain/figures/figure.ts";
import { shareInWords } from "../formats/shares.js";
import type { InLanguages, Language } from "../language.js";
import { nameIn, type Names } from "./named.js";

/** Besides the states of a figure: a place that a reader does not see exactly, and that is in no public release. */
type WithoutFigure = Exclude<FigureState, "shown"> | "not-public";

export const STATE_MARKS: Names<WithoutFigure> = {
  en: {
    "too-few-students": "too few students to show",
    "left-out": "left out",
    "not-enough-data": "not enough data",
    "not-applicable": "not applicable",
    "not-public": "not public",
  },
  es: {
    "too-few-students": "muy pocos estudiantes para mostrar",
    "left-out": "sin incluir",
    "not-enough-data": "sin datos suficientes",
    "not-applicable": "no se aplica",
    "not-public": "sin publicar",
  },
};

/** The mark of a figure that is not shown; never a number, never a dash. */
const stateMark = nameIn(STATE_MARKS);
export const markOf = (state: string, language?: Language): string =>
  stateMark(state, state, language);

export const STATE_MEANINGS: Names<WithoutFigure> = {
  en: {
    "too-few-students": "the group or its school is too small for a public figure",
    "left-out":
      "no figure this school year: it would reveal the few students who are in no group, or the group has grown since the first release",
    "not-enough-data": "the records it rests on were not sent; never to be read as 0%",
    "not-applicable": "nobody is there, or the requirement does not apply",
    "not-public": "no public release has it, and the place is not one that you see exactly",
  },
  es: {
    "too-few-students": "el grupo o su escuela es demasiado pequeño para una cifra pública",
    "left-out":
      "sin cifra este año escolar: revelaría a los pocos estudiantes que no están en ningún grupo, o el grupo ha crecido desde la primera publicación",
    "not-enough-data":
      "no se enviaron los registros en que se basa; nunca debe leerse como 0\u00a0%",
    "not-applicable": "no hay nadie, o el requisito no se aplica",
    "not-public":
      "no está en ninguna publicación, y el lugar no es uno de los que usted ve con exactitud",
  },
};

/** A mark and what it means: one line of the key beneath a table. */
export interface MarkWords {
  readonly mark: string;
  readonly meaning: string;
}

interface ShareMeanings {
  readonly few: string;
  readonly range: string;
  readonly earlierMark: string;
  readonly earlier: string;
  readonly exact: string;
}

export const SHARE_MEANINGS: InLanguages<ShareMeanings> = {
  en: {
    few: "few students, perhaps none",
    range: "a range: the fewer the students, the wider it is",
    earlierMark: "counts of a date",
    earlier: "the date of the counts, where few students have changed since then",
    exact: "exact: the share, and the number of students",
  },
  es: {
    few: "pocos estudiantes, quizá ninguno",
    range: "un intervalo: cuantos menos estudiantes, más amplio",
    earlierMark: "recuento de una fecha",
    earlier: "la fecha del recuento, cuando pocos estudiantes han cambiado desde entonces",
    exact: "exacto: el porcentaje y el número de estudiantes",
  },
};

/** The keys of tables: of ranges, of exact figures alone, and of both. */
interface MarkKeys {
  readonly ranges: readonly MarkWords[];
  readonly exact: readonly MarkWords[];
  readonly partlyExact: readonly MarkWords[];
}

function keysIn(language: Language): MarkKeys {
  const state = (id: WithoutFigure): MarkWords => ({
    mark: STATE_MARKS[language][id],
    meaning: STATE_MEANINGS[language][id],
  });
  const share = (low: number, high: number): string => shareInWords({ low, high }, language);
  const { few, range, earlierMark, earlier, exact } = SHARE_MEANINGS[language];
  const counted = { mark: `${share(0.42, 0.42)} · 128`, meaning: exact };
  const noData = [state("not-enough-data"), state("not-applicable")];
  const ranges = [
    ...[state("too-few-students"), state("left-out"), ...noData],
    { mark: share(0, 0.05), meaning: few },
    { mark: share(0.6, 0.69), meaning: range },
    { mark: earlierMark, meaning: earlier },
  ];
  return {
    ranges,
    exact: [counted, ...noData],
    partlyExact: [counted, ...ranges, state("not-public")],
  };
}

export const MARK_KEYS: InLanguages<MarkKeys> = { en: keysIn("en"), es: keysIn("es") };
