import { LANGUAGE, type Language } from "../language.js";
import { textIn } from "./named.js";

/** What a requirement asks for, in a word or two, by its English word. */
export const THINGS = {
  Review: "Revisión",
  Plan: "Plan",
  Content: "Contenido",
  Record: "Registro",
  Notice: "Aviso",
  Invitation: "Invitación",
  Consultation: "Consulta",
  Participation: "Participación",
  Signature: "Firma",
  Approval: "Aprobación",
};

const oneThing = textIn({ es: THINGS });

/** "Signature or approval" as "Firma o aprobación": several are joined as the release joins them. */
export function thingName(thing: string, language: Language = LANGUAGE): string {
  const [first = "", ...others] = thing.split(" or ").map((word) => {
    const id = `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
    return oneThing(id, word, language);
  });
  const rest = others.map((other) => other.toLowerCase());
  return [first, ...rest].join(language === "en" ? " or " : " o ");
}
