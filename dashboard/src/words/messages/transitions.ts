/** Whether students are ready for the next move. */
import { EN, ES } from "../formats/formats.js";
import { capital } from "../formats/text.js";
import { english } from "../language.js";
import { STATE_MARKS } from "../terms/states.js";
import { heldInWords } from "./held.js";
import type { Wording } from "./wording.js";

export const TRANSITIONS: Wording<
  "transition-ready" | "transition-too" | "transition-without" | "no-transitions"
> = {
  en: {
    "transition-ready": ({ transition, share, students, heldOn }) =>
      `${capital(EN.studentsWho(share, students, { one: "is", other: "are" }))} ready for the transition “${transition}”${heldInWords(heldOn, "en")}: plan open, reviewed, and its focus areas covered.`,
    "transition-too": ({ transition, share, heldOn }) =>
      `Ready for “${transition}”: ${EN.share(share)}${heldInWords(heldOn, "en")}.`,
    "transition-without": ({ transition, state }) =>
      `Ready for “${transition}”: ${STATE_MARKS.en[state]}.`,
    "no-transitions": ({ mandate }) => `${mandate} asks for no review at a transition.`,
  },
  es: {
    "transition-ready": ({ transition, share, students, heldOn }) =>
      `${capital(ES.studentsWho(share, students, { one: "está listo", other: "están listos" }))} para la transición “${english(transition)}”${heldInWords(heldOn, "es")}: plan abierto, revisado y con sus áreas de enfoque cubiertas.`,
    "transition-too": ({ transition, share, heldOn }) =>
      `Listos para “${english(transition)}”: ${ES.share(share)}${heldInWords(heldOn, "es")}.`,
    "transition-without": ({ transition, state }) =>
      `Listos para “${english(transition)}”: ${STATE_MARKS.es[state]}.`,
    "no-transitions": ({ mandate }) =>
      `${english(mandate)} no exige ninguna revisión en una transición.`,
  },
};
