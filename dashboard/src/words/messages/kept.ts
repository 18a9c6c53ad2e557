/** Whether the mandate is kept at a place, yes or no first, and what stands in the way. */
import { EN, ES } from "../formats/formats.js";
import type { ShareEnds } from "../formats/shares.js";
import { capital, withinSentence } from "../formats/text.js";
import { english } from "../language.js";
import { heldAmong, heldInWords } from "./held.js";
import type { Wording } from "./wording.js";

/** The largest share that is called few. */
const FEW = 0.2;

/** What is known of students who miss something: that there are some, or that there may be some. */
const known = ({ low, high }: ShareEnds): "some" | "few-if-any" | "maybe" =>
  low > 0 ? "some" : high <= FEW ? "few-if-any" : "maybe";

export const KEPT: Wording<
  | "requirements-missing"
  | "requirements-met"
  | "none-known-missing"
  | "nothing-due-yet"
  | "most-missing"
  | "cannot-say-whether-met"
  | "cannot-be-determined"
  | "would-decide"
  | "due-soon"
  | "plans-open"
> = {
  en: {
    "requirements-missing": ({ share, students, mandate, grades, mostly, heldOn }) => {
      const [some, unsure] = ["Not yet met", "Perhaps not met"];
      const few = {
        met: "Met or nearly met",
        open: "Not known yet",
        "not-due": "Mostly not due yet",
      };
      const answer = { some, "few-if-any": few[mostly], maybe: unsure }[known(share)];
      const who = EN.studentsWho(share, students, {
        one: `${EN.inGrades(grades)} is missing`.trim(),
        other: `${EN.inGrades(grades)} are missing`.trim(),
      });
      return `${answer}: ${who} at least one requirement of ${mandate}${heldInWords(heldOn, "en")}.`;
    },
    "requirements-met": ({ students, mandate }) =>
      `Met: no student is missing a requirement of ${mandate} that is due (${EN.counted(students, "student")}).`,
    "none-known-missing": ({ students, mandate }) =>
      `Not known yet: no student is known to be missing a requirement of ${mandate} that is due (${EN.counted(students, "student")}).`,
    "nothing-due-yet": ({ students, mandate }) =>
      `Nothing is due yet: no requirement of ${mandate} has come due for any student (${EN.counted(students, "student")}).`,
    "most-missing": ({ requirement, share, isAlone, heldOn }) =>
      `${isAlone ? "Most often missing" : "Among those most often missing"}: ${withinSentence(requirement)}${share === null ? "" : ` (${EN.share(share)}${heldAmong(heldOn, "en")})`}.`,
    "cannot-say-whether-met": ({ share }) =>
      `For ${EN.students(share)} it cannot be determined whether every requirement is met.`,
    "cannot-be-determined": ({ requirement, share, heldOn }) =>
      `Cannot be determined: ${withinSentence(requirement)} (${EN.students(share)}${heldAmong(heldOn, "en")}).`,
    "would-decide": ({ requirement, share, decides, heldOn }) =>
      `What would decide “${requirement}”, which cannot be determined for ${EN.students(share)}${heldInWords(heldOn, "en")}: ${decides}.`,
    "due-soon": ({ requirement, share }) =>
      `Due within 30 days: ${withinSentence(requirement)} (${EN.students(share)}).`,
    "plans-open": ({ share, heldOn }) =>
      `${capital(EN.studentsWho(share, null, { one: "has", other: "have" }))} an open plan${heldInWords(heldOn, "en")}.`,
  },
  es: {
    "requirements-missing": ({ share, students, mandate, grades, mostly, heldOn }) => {
      const [some, unsure] = ["Aún no se cumple", "Quizá no se cumple"];
      const few = {
        met: "Se cumple o casi se cumple",
        open: "Aún no se sabe",
        "not-due": "En su mayor parte aún no vence",
      };
      const answer = { some, "few-if-any": few[mostly], maybe: unsure }[known(share)];
      const who = ES.studentsWho(share, students, {
        one: `${ES.inGrades(grades)} incumple`.trim(),
        other: `${ES.inGrades(grades)} incumplen`.trim(),
      });
      return `${answer}: ${who} al menos un requisito de ${english(mandate)}${heldInWords(heldOn, "es")}.`;
    },
    "requirements-met": ({ students, mandate }) =>
      `Se cumple: a ningún estudiante le falta un requisito de ${english(mandate)} que ya haya vencido (${ES.counted(students, "student")}).`,
    "none-known-missing": ({ students, mandate }) =>
      `Aún no se sabe: no consta que a algún estudiante le falte un requisito de ${english(mandate)} que ya haya vencido (${ES.counted(students, "student")}).`,
    "nothing-due-yet": ({ students, mandate }) =>
      `Nada ha vencido aún: ningún requisito de ${english(mandate)} ha vencido para ningún estudiante (${ES.counted(students, "student")}).`,
    "most-missing": ({ requirement, share, isAlone, heldOn }) =>
      `${isAlone ? "Lo que falta con más frecuencia" : "Entre lo que falta con más frecuencia"}: ${english(requirement)}${share === null ? "" : ` (${ES.share(share)}${heldAmong(heldOn, "es")})`}.`,
    "cannot-say-whether-met": ({ share }) =>
      `No se puede determinar si se cumplen todos los requisitos para ${ES.students(share)}.`,
    "cannot-be-determined": ({ requirement, share, heldOn }) =>
      `No se puede determinar: ${english(requirement)} (${ES.students(share)}${heldAmong(heldOn, "es")}).`,
    "would-decide": ({ requirement, share, decides, heldOn }) =>
      `Lo que decidiría sobre “${english(requirement)}”, que no se puede determinar para ${ES.students(share)}${heldInWords(heldOn, "es")}: ${english(decides)}.`,
    "due-soon": ({ requirement, share }) =>
      `Vence en 30 días o menos: ${english(requirement)} (${ES.students(share)}).`,
    "plans-open": ({ share, heldOn }) =>
      `${capital(ES.studentsWho(share, null, { one: "tiene", other: "tienen" }))} un plan abierto${heldInWords(heldOn, "es")}.`,
  },
};
