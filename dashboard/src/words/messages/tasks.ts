/** What is to be done about a requirement, as the one who does it is asked. */
import type { MessageValues } from "../../../../functions/releases/words/message.ts";
import { withinSentence } from "../formats/text.js";
import { english, type InLanguages } from "../language.js";
import { thingName } from "../terms/things.js";

type Asked = Pick<MessageValues["act-on"], "need" | "requirement" | "thing">;
type Tasks = { readonly [need: string]: (asked: Asked) => string };

/** "the second review of the year", or a requirement that does not call itself a review by its name. */
const reviewInEnglish = (requirement: string): string =>
  /^(?:(?:first|second|third|fourth|yearly|quarterly) )*(?:review|update|revision)\b/i.test(
    requirement,
  )
    ? `the ${withinSentence(requirement)}`
    : `the review “${requirement}”`;

export const TASKS: InLanguages<Tasks> = {
  en: {
    overdue: ({ requirement }) => `hold ${reviewInEnglish(requirement)}`,
    "no-plan": ({ requirement }) =>
      `open the missing plans, to hold ${reviewInEnglish(requirement)}`,
    "plan-missing": ({ requirement }) => `open the missing plans for “${requirement}”`,
    "content-missing": ({ requirement }) => `add to plans what “${requirement}” asks for`,
    "signature-missing": ({ requirement, thing }) =>
      `see to the missing ${thing === "" ? "part" : thingName(thing, "en").toLowerCase()} for “${requirement}”`,
    "record-missing": ({ requirement }) => `do and record what “${requirement}” asks for`,
    "due-soon": ({ requirement }) => `meet “${requirement}”, due within 30 days`,
    "not-ready": ({ requirement }) => `get students ready for ${reviewInEnglish(requirement)}`,
    "not-met": ({ requirement }) => `complete what is late or missing for “${requirement}”`,
    other: ({ requirement }) => `act on “${requirement}”`,
  },
  es: {
    overdue: ({ requirement }) => `realizar la revisión “${english(requirement)}”`,
    "no-plan": ({ requirement }) =>
      `abrir los planes que faltan para realizar la revisión “${english(requirement)}”`,
    "plan-missing": ({ requirement }) =>
      `abrir los planes que faltan para “${english(requirement)}”`,
    "content-missing": ({ requirement }) =>
      `agregar a los planes lo que exige “${english(requirement)}”`,
    "signature-missing": ({ requirement, thing }) =>
      `resolver la falta de ${thing === "" ? "una parte" : thingName(thing, "es").toLowerCase()} para “${english(requirement)}”`,
    "record-missing": ({ requirement }) =>
      `hacer y registrar lo que exige “${english(requirement)}”`,
    "due-soon": ({ requirement }) =>
      `cumplir “${english(requirement)}”, que vence en 30 días o menos`,
    "not-ready": ({ requirement }) =>
      `preparar a los estudiantes para la revisión “${english(requirement)}”`,
    "not-met": ({ requirement }) =>
      `completar lo que falta o está atrasado para “${english(requirement)}”`,
    other: ({ requirement }) => `atender “${english(requirement)}”`,
  },
};

export const taskInEnglish = (asked: Asked): string => task(TASKS.en, asked);
export const taskInSpanish = (asked: Asked): string => task(TASKS.es, asked);

function task(tasks: Tasks, asked: Asked): string {
  const known = Object.hasOwn(tasks, asked.need) ? tasks[asked.need] : tasks["other"];
  return known?.(asked) ?? "";
}
