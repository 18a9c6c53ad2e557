/** Why a place has no figure, and what a mandate asks that asks nothing with a figure. */
import type { MessageValues } from "../../../../functions/releases/words/message.ts";
import { EN, ES } from "../formats/formats.js";
import { english, type InLanguages } from "../language.js";
import type { Wording } from "./wording.js";

const NO_FIGURE: InLanguages<(values: MessageValues["no-figure"]) => string> = {
  en: ({ state, level, place }) => {
    switch (state) {
      case "too-few-students":
        // Many small schools can have many students together.
        return `${level === "district" ? `The schools of ${place} are too small` : `${place} has too few students`} for public figures. Staff who sign in see exact figures.`;
      case "left-out":
        return `${place} has no public figures this school year: ${level === "district" ? "its schools" : "it"} had too few students at the first release of the year. Staff who sign in see exact figures.`;
      case "not-applicable":
        return `No student of ${place} is in a grade that the mandate covers.`;
      case "not-enough-data":
        return "Not known: no plans were sent, so it cannot be determined whether the mandate is kept.";
    }
  },
  es: ({ state, level, place }) => {
    switch (state) {
      case "too-few-students":
        return `${level === "district" ? `Las escuelas de ${english(place)} son demasiado pequeñas` : `${english(place)} tiene muy pocos estudiantes`} para publicar cifras. El personal que inicia sesión ve las cifras exactas.`;
      case "left-out":
        return `${english(place)} no tiene cifras públicas este año escolar: ${level === "district" ? "sus escuelas tenían" : "tenía"} muy pocos estudiantes en la primera publicación del año. El personal que inicia sesión ve las cifras exactas.`;
      case "not-applicable":
        return `Ningún estudiante de ${english(place)} está en un grado al que se aplique el mandato.`;
      case "not-enough-data":
        return "No se sabe: no se enviaron planes, por lo que no se puede determinar si se cumple el mandato.";
    }
  },
};

export const WITHOUT_FIGURE: Wording<
  | "no-figure"
  | "district-not-public"
  | "school-not-covered"
  | "no-requirements"
  | "none-readable"
  | "none-in-force"
> = {
  en: {
    "no-figure": NO_FIGURE.en,
    "district-not-public": ({ exactPlaces, releasedOtherwiseOn: on }) =>
      `${on === null ? "There are no public figures of the district yet" : `The district’s public figures of ${EN.day(on)} were made by earlier rules or an earlier version of this program and cannot be shown beside yours; the next public release brings them back`}. Exact figures: ${EN.list(exactPlaces)}.`,
    "school-not-covered": ({ place }) =>
      `The mandate covers no grade at ${place}; its attendance is shown.`,
    "no-requirements": ({ mandate }) =>
      `Nothing to meet: ${mandate} asks nothing of students’ plans.`,
    "none-readable": ({ mandate }) =>
      `Not known: no record shows what ${mandate} asks for, so it cannot be determined whether it is kept.`,
    "none-in-force": ({ mandate, on, from }) =>
      `Not in force: no requirement of ${mandate} is in force on ${EN.day(on)}${from === null ? "" : `; the first one begins on ${EN.day(from)}`}.`,
  },
  es: {
    "no-figure": NO_FIGURE.es,
    "district-not-public": ({ exactPlaces, releasedOtherwiseOn: on }) =>
      `${on === null ? "Aún no hay cifras públicas del distrito" : `Las cifras públicas del distrito del ${ES.day(on)} se hicieron con reglas anteriores o con una versión anterior de este programa y no se pueden mostrar junto a las suyas; volverán con la próxima publicación`}. Cifras exactas: ${ES.list(exactPlaces.map(english))}.`,
    "school-not-covered": ({ place }) =>
      `El mandato no se aplica a ningún grado de ${english(place)}; se muestra su asistencia.`,
    "no-requirements": ({ mandate }) =>
      `Nada que cumplir: ${english(mandate)} no exige nada de los planes de los estudiantes.`,
    "none-readable": ({ mandate }) =>
      `No se sabe: ningún registro muestra lo que exige ${english(mandate)}, por lo que no se puede determinar si se cumple.`,
    "none-in-force": ({ mandate, on, from }) =>
      `No está en vigor: ningún requisito de ${english(mandate)} está en vigor el ${ES.day(on)}${from === null ? "" : `; el primero comienza el ${ES.day(from)}`}.`,
  },
};
