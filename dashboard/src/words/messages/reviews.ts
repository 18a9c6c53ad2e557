/** Whether reviews are held on time. */
import { EN, ES } from "../formats/formats.js";
import { capital } from "../formats/text.js";
import { english } from "../language.js";
import { comparisonInWords } from "./comparison.js";
import { heldAmong, heldInWords } from "./held.js";
import type { Wording } from "./wording.js";

export const REVIEWS: Wording<
  "reviews-on-time" | "reviews-otherwise" | "most-to-do" | "no-reviews"
> = {
  en: {
    "reviews-on-time": ({ share, students, heldOn, change }) =>
      `${capital(EN.students(share, students))} had every review due so far held on time${heldInWords(heldOn, "en")}${change === null ? "" : `, ${comparisonInWords(change, "en")}`}.`,
    "reviews-otherwise": ({ notHeld, noPlan, notDue }) => {
      const parts = [
        ...(notHeld === null ? [] : [`a review was not held for ${EN.students(notHeld)}`]),
        ...(noPlan === null
          ? []
          : [
              `${EN.studentsWho(noPlan, null, { one: "has", other: "have" })} no plan although a review is due`,
            ]),
        ...(notDue === null
          ? []
          : [`${EN.studentsWho(notDue, null, { one: "has", other: "have" })} no review due yet`]),
      ];
      return parts.length === 0 ? "" : `${capital(parts.join("; "))}.`;
    },
    "most-to-do": ({ place, notHeld, noPlan, heldOn }) => {
      const parts = [
        ...(notHeld === null ? [] : [`not held ${EN.share(notHeld)}`]),
        ...(noPlan === null ? [] : [`no plan ${EN.share(noPlan)}`]),
      ];
      return `Most still to do: ${place} (${parts.join(", ")}${heldAmong(heldOn, "en")}).`;
    },
    "no-reviews": ({ mandate }) => `${mandate} asks for no review with a due date.`,
  },
  es: {
    "reviews-on-time": ({ share, students, heldOn, change }) =>
      `${capital(ES.studentsWho(share, students, { one: "tuvo", other: "tuvieron" }))} a tiempo todas las revisiones que ya vencieron${heldInWords(heldOn, "es")}${change === null ? "" : `, ${comparisonInWords(change, "es")}`}.`,
    "reviews-otherwise": ({ notHeld, noPlan, notDue }) => {
      const parts = [
        ...(notHeld === null ? [] : [`no se realizó alguna revisión para ${ES.students(notHeld)}`]),
        ...(noPlan === null
          ? []
          : [
              `${ES.studentsWho(noPlan, null, { one: "no tiene", other: "no tienen" })} plan aunque ya venció una revisión`,
            ]),
        ...(notDue === null ? [] : [`para ${ES.students(notDue)} aún no vence ninguna revisión`]),
      ];
      return parts.length === 0 ? "" : `${capital(parts.join("; "))}.`;
    },
    "most-to-do": ({ place, notHeld, noPlan, heldOn }) => {
      const parts = [
        ...(notHeld === null ? [] : [`no realizadas ${ES.share(notHeld)}`]),
        ...(noPlan === null ? [] : [`sin plan ${ES.share(noPlan)}`]),
      ];
      return `Donde queda más por hacer: ${english(place)} (${parts.join(", ")}${heldAmong(heldOn, "es")}).`;
    },
    "no-reviews": ({ mandate }) =>
      `${english(mandate)} no exige ninguna revisión con fecha de vencimiento.`,
  },
};
