import { inLanguage } from "./language.js";

/** Words for figures that are not compared, since a due day lies between the days of their counts. */
export const notComparedWords = inLanguage({
  en: {
    inFew: "not compared",
    why: "counts from before a due date are not compared",
    groups: (groups: string, day: string, due: string) =>
      `Not compared: ${groups}. One of the two shares has counts of ${day}, from before the due date (${due}).`,
    counts: (day: string, due: string) =>
      `Counts of ${day} are from before the due date (${due}), so they are not compared with later counts.`,
    schools:
      "It is not said where most is to be done: a due date lies between the counts of the schools.",
    unranked: "Schools with counts from before a due date come after the others, by name.",
  },
  es: {
    inFew: "no se compara",
    why: "los recuentos anteriores a una fecha límite no se comparan",
    groups: (groups: string, day: string, due: string) =>
      `No se comparan: ${groups}. Una de las dos proporciones tiene el recuento del ${day}, anterior a la fecha límite (${due}).`,
    counts: (day: string, due: string) =>
      `El recuento del ${day} es anterior a la fecha límite (${due}), así que no se compara con recuentos posteriores.`,
    schools:
      "No se dice dónde hay más por hacer: entre los recuentos de las escuelas hay una fecha límite.",
    unranked:
      "Las escuelas con recuentos anteriores a una fecha límite van después de las demás, por nombre.",
  },
});
