/** What came due and what changed since the release before. */
import type { RateSaid } from "../../../../functions/releases/words/message.ts";
import { EN, ES } from "../formats/formats.js";
import { english } from "../language.js";
import { measureName } from "../terms/measures.js";
import { comparisonInWords } from "./comparison.js";
import type { Wording } from "./wording.js";

const rateInEnglish = ({ measure, breakdown, name }: RateSaid): string =>
  breakdown === "all"
    ? measureName(measure, measure, "en")
    : `${measureName(measure, measure, "en")} (${name})`;

const rateInSpanish = ({ measure, breakdown, name }: RateSaid): string =>
  breakdown === "all"
    ? measureName(measure, measure, "es")
    : `${measureName(measure, measure, "es")} (${english(name)})`;

export const CHANGES: Wording<
  "trends-start-anew" | "came-due" | "rates-not-compared" | "rate-changed"
> = {
  en: {
    "trends-start-anew": ({ on }) =>
      `The definitions, or the rules of the mandate, have changed since ${EN.day(on)}: every trend starts again with this release, and no figure is compared with an earlier one.`,
    "came-due": ({ requirements }) =>
      `Newly due: ${requirements
        .map(({ name, students }) =>
          students === null ? name : `${name} (for ${EN.counted(students, "student")})`,
        )
        .join("; ")}.`,
    "rates-not-compared": ({ on, rates }) =>
      `Not compared, since a different set of requirements was due on ${EN.day(on)}: ${rates.map(rateInEnglish).join("; ")}.`,
    "rate-changed": ({ rate, share, change }) =>
      // A requirement may ask some grades only, and its rate is of everybody.
      rate.measure === "requirement-met"
        ? `${rate.name}: met by ${EN.share(share)} of all students under the mandate, ${comparisonInWords(change, "en")}.`
        : `${rateInEnglish(rate)}: ${EN.share(share)}, ${comparisonInWords(change, "en")}.`,
  },
  es: {
    "trends-start-anew": ({ on }) =>
      `Las definiciones, o las reglas del mandato, han cambiado desde el ${ES.day(on)}: todas las tendencias comienzan de nuevo con esta publicación, y ninguna cifra se compara con una anterior.`,
    "came-due": ({ requirements }) =>
      `Nuevos vencimientos: ${requirements
        .map(({ name, students }) =>
          students === null
            ? english(name)
            : `${english(name)} (para ${ES.counted(students, "student")})`,
        )
        .join("; ")}.`,
    "rates-not-compared": ({ on, rates }) =>
      `Sin comparación, porque el ${ES.day(on)} vencía otro conjunto de requisitos: ${rates.map(rateInSpanish).join("; ")}.`,
    "rate-changed": ({ rate, share, change }) =>
      rate.measure === "requirement-met"
        ? `${english(rate.name)}: ${ES.share(share)} de todos los estudiantes sujetos al mandato cumplen, ${comparisonInWords(change, "es")}.`
        : `${rateInSpanish(rate)}: ${ES.share(share)}, ${comparisonInWords(change, "es")}.`,
  },
};
