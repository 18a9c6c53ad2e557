import { counted } from "./formats/nouns.js";
import { wholeNumber } from "./formats/numbers.js";
import { capital } from "./formats/text.js";
import { inLanguage } from "./language.js";

/** Within how many days half, and nine of ten, of the signed reviews were signed; 0 is the day of the review. */
interface SignedWithin {
  readonly half: number;
  readonly nineOfTen: number;
}

/** Words of what plans say, beside whether the mandate is kept. */
export const PLAN_QUALITY_WORDS = {
  en: {
    title: "Plan quality",
    lead: "A plan can be on time and say little. This is what plans say and what comes of them, beside what is required. Plans are counted as they are on the date of the data: a goal set after the due date of a requirement counts here, and not for the requirement.",
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
    signed: (signed: number, days: SignedWithin | null) => {
      if (signed === 0) return "No review is signed.";
      if (days === null)
        return `${counted(signed, "review", "en")} ${signed === 1 ? "is" : "are"} signed.`;
      const { half, nineOfTen } = days;
      const of = `the ${wholeNumber(signed, "en")} signed reviews were signed`;
      const within =
        nineOfTen === 0 ? "on the day of the review" : `within ${counted(nineOfTen, "day", "en")}`;
      if (half === nineOfTen) return `Nine of ten of ${of} ${within}.`;
      return half === 0
        ? `Half of ${of} on the day of the review, nine of ten ${within}.`
        : `Half of ${of} within ${counted(half, "day", "en")}, nine of ten within ${wholeNumber(nineOfTen, "en")}.`;
    },
    /** @param isMore whether a sentence on signed reviews comes before */
    waiting: (waiting: number, half: number | null, isMore: boolean) => {
      const reviews = counted(waiting, "review", "en");
      const are = waiting === 1 ? "is" : "are";
      const which = isMore ? `Another ${waiting === 1 ? "review" : reviews}` : reviews;
      const since =
        half === null || half === 0
          ? ""
          : `, half of them ${counted(half, "day", "en")} or more after the review`;
      return `${which} ${are} not signed${since}.`;
    },
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
    lead: "Un plan puede estar al día y decir poco. Esto es lo que dicen los planes y lo que resulta de ellos, junto a lo que se exige. Los planes se cuentan como están en la fecha de los datos: una meta fijada después de la fecha límite de un requisito cuenta aquí, y no para el requisito.",
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
    signed: (signed: number, days: SignedWithin | null) => {
      if (signed === 0) return "No hay revisiones firmadas.";
      if (days === null)
        return signed === 1
          ? "Hay 1 revisión firmada."
          : `Hay ${counted(signed, "review", "es")} firmadas.`;
      const { half, nineOfTen } = days;
      const of = `De las ${counted(signed, "review", "es")} firmadas,`;
      const within =
        nineOfTen === 0
          ? "el mismo día de la revisión"
          : `en un plazo de ${counted(nineOfTen, "day", "es")}`;
      if (half === nineOfTen) return `${of} nueve de cada diez se firmaron ${within}.`;
      return half === 0
        ? `${of} la mitad se firmó el mismo día de la revisión, y nueve de cada diez, ${within}.`
        : `${of} la mitad se firmó en un plazo de ${counted(half, "day", "es")}, y nueve de cada diez, ${within}.`;
    },
    waiting: (waiting: number, half: number | null, isMore: boolean) => {
      const reviews = counted(waiting, "review", "es");
      const which = isMore ? (waiting === 1 ? "Otra revisión" : `Otras ${reviews}`) : reviews;
      const are = waiting === 1 ? "no está firmada" : "no están firmadas";
      const since =
        half === null || half === 0
          ? ""
          : `, la mitad de ellas ${counted(half, "day", "es")} o más después de la revisión`;
      return `${which} ${are}${since}.`;
    },
    chart: (card: string, place: string) => `${card}: estudiantes de ${place}`,
    notValidated: "sin validar",
    table: "La calidad de los planes en una tabla",
    caption: (place: string) => `Calidad de los planes: estudiantes de ${place}`,
    measure: "Medida",
    answer: "Cómo están los estudiantes",
    share: "Proporción de estudiantes",
  },
};

export const planQualityWords = inLanguage(PLAN_QUALITY_WORDS);
