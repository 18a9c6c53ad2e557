import { capital } from "./formats/text.js";
import { inLanguage } from "./language.js";

/** Words of what plans say, beside whether the mandate is kept. */
export const planQualityWords = inLanguage({
  en: {
    title: "Plan quality",
    lead: "A plan can be on time and say little. This is what plans say and what comes of them, beside what is required.",
    shared: (students: string, isOne: boolean, place: string) =>
      `At ${place}, ${students} ${isOne ? "shares" : "share"} the text of every compared goal, word for word or nearly, with two or more other students of the district.`,
    notCompared: (students: string, isOne: boolean) =>
      `${capital(students)} ${isOne ? "has" : "have"} no goal that is compared: none at all, or only very short or required ones.`,
    sharedNote:
      "That goals are shared is a reason to talk with students about their plans. It does not say who wrote a goal first, or why.",
    student: "The student in the plan",
    say: "What goals say",
    follows: "What comes of them",
    between: "Who comes back to the plan",
    beside: "Beside it, what is required",
    chart: (card: string, place: string) => `${card}: students of ${place}`,
    notValidated: "not validated",
    table: "Plan quality as a table",
    caption: (place: string) => `Plan quality: students of ${place}`,
    measure: "Measure",
    answer: "Where students stand",
    share: "Share of students",
  },
  es: {
    title: "Calidad de los planes",
    lead: "Un plan puede estar al día y decir poco. Esto es lo que dicen los planes y lo que resulta de ellos, junto a lo que se exige.",
    shared: (students: string, isOne: boolean, place: string) =>
      `En ${place}, ${students} ${isOne ? "comparte" : "comparten"} el texto de todas sus metas comparadas, igual o casi igual, con dos o más estudiantes del distrito.`,
    notCompared: (students: string, isOne: boolean) =>
      `${capital(students)} no ${isOne ? "tiene" : "tienen"} metas que se comparen: ninguna, o solo muy cortas o exigidas a todos.`,
    sharedNote:
      "Que haya metas compartidas es un motivo para hablar con los estudiantes de sus planes. No dice quién escribió primero una meta ni por qué.",
    student: "El estudiante en el plan",
    say: "Qué dicen las metas",
    follows: "Qué resulta de ellas",
    between: "Quién vuelve al plan",
    beside: "Al lado, lo que se exige",
    chart: (card: string, place: string) => `${card}: estudiantes de ${place}`,
    notValidated: "sin validar",
    table: "La calidad de los planes en una tabla",
    caption: (place: string) => `Calidad de los planes: estudiantes de ${place}`,
    measure: "Medida",
    answer: "Cómo están los estudiantes",
    share: "Proporción de estudiantes",
  },
});
