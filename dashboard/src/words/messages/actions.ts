/** Who acts next, and what is to be done. */
import { EN, ES } from "../formats/formats.js";
import { firstNames } from "../formats/lists.js";
import { withinSentence } from "../formats/text.js";
import { english } from "../language.js";
import { ownerName, problemTask } from "../terms/record-problems.js";
import { heldAmong } from "./held.js";
import { taskInEnglish, taskInSpanish } from "./tasks.js";
import type { Wording } from "./wording.js";

function dueInEnglish([first = "", ...rest]: readonly string[]): string {
  const names = [withinSentence(first), ...rest];
  return EN.list(firstNames(names, (more) => `${more} more`));
}

const dueInSpanish = (requirements: readonly string[]): string =>
  ES.list(firstNames(requirements.map(english), (more) => `${more} más`));

export const ACTIONS: Wording<
  | "act-on"
  | "act-due-soon"
  | "act-fix-records"
  | "nothing-to-do"
  | "little-to-do"
  | "no-action-public"
  | "no-plans-sent"
> = {
  en: {
    "act-on": ({ place, share, students, count, heldOn, ...asked }) => {
      const number =
        count === null || count === students ? "" : `; ${EN.counted(count, "student")}`;
      return `${place ?? "All schools"}: ${taskInEnglish(asked)} (${EN.students(share, students)}${number}${heldAmong(heldOn, "en")}).`;
    },
    "act-due-soon": ({ requirements, from, until, count }) =>
      `Next due: ${dueInEnglish(requirements)}, ${EN.daysBetween(from, until)}${count === null ? "" : ` (${EN.counted(count, "student")})`}.`,
    "act-fix-records": ({ problem, name, owner, count }) =>
      `${ownerName(owner, "en")}: ${problemTask(problem, `fix “${name}”`, "en")} (${EN.counted(count, "student")}).`,
    "nothing-to-do": () => "Nothing to do now: nothing is overdue or due within 30 days.",
    "little-to-do": () =>
      "Little to do now: few students, if any, are waiting for any one requirement.",
    "no-action-public": ({ mandate }) =>
      `No requirement of ${mandate} has a public figure of what is late or missing.`,
    "no-plans-sent": () => "Send the plans: until then nobody can say who acts next.",
  },
  es: {
    "act-on": ({ place, share, students, count, heldOn, ...asked }) => {
      const number =
        count === null || count === students ? "" : `; ${ES.counted(count, "student")}`;
      return `${place === null ? "Todas las escuelas" : english(place)}: ${taskInSpanish(asked)} (${ES.students(share, students)}${number}${heldAmong(heldOn, "es")}).`;
    },
    "act-due-soon": ({ requirements, from, until, count }) =>
      `Próximo vencimiento: ${dueInSpanish(requirements)}, ${ES.daysBetween(from, until)}${count === null ? "" : ` (${ES.counted(count, "student")})`}.`,
    "act-fix-records": ({ problem, name, owner, count }) =>
      `${ownerName(owner, "es")}: ${problemTask(problem, `corregir “${english(name)}”`, "es")} (${ES.counted(count, "student")}).`,
    "nothing-to-do": () =>
      "Nada que hacer por ahora: nada está atrasado ni vence en 30 días o menos.",
    "little-to-do": () =>
      "Poco que hacer por ahora: pocos estudiantes, o ninguno, están pendientes de algún requisito.",
    "no-action-public": ({ mandate }) =>
      `Ningún requisito de ${english(mandate)} tiene una cifra pública de lo que falta o está atrasado.`,
    "no-plans-sent": () =>
      "Enviar los planes: hasta entonces no se puede decir quién actúa después.",
  },
};
