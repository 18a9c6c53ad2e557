import { describe, expect, it } from "vitest";
import { goalTextQuality } from "../../../functions/goals/quality/goal-text-quality.ts";

const isTimeBound = (when: string): boolean =>
  goalTextQuality(`I will pass math ${when}`).timeBound === 2;

describe("a deadline", () => {
  it.each([
    "by June 1",
    "by June 1st, 2026",
    "by 6/1",
    "by 6/1/26",
    "before spring break",
    "by the end of 10th grade",
    "by the end of the year",
    "this semester",
    "this year",
    "next quarter",
    "before I graduate",
    "before graduating",
    "by graduation",
    "by Christmas",
    "by Friday",
    "in May",
    "in March 2027",
    "by 2027",
    "in 2026-27",
    "first semester",
    "by Q3",
    "senior year",
    "this summer",
    "over the summer",
    "in the fall",
    "in two months",
    "within 6 weeks",
    "for the next 30 days",
    "by my birthday",
    "when I turn 16",
    "before I turn 18",
    "tomorrow",
    "on the last day of school",
    "before the next test",
    "on my next test",
    "by the time I graduate",
    "all year",
    "this semester twice a week",
  ])("is: %s", (when) => {
    expect(isTimeBound(when)).toBe(true);
  });

  it.each([
    "",
    "someday",
    "soon",
    "in the future",
    "one day",
    "when I grow up",
    "every day",
    "twice a week",
    "3 times a week",
    "each semester",
    "every Friday",
    "on Mondays and Wednesdays",
    "once a month",
    "5 days a week",
    "by studying",
    "by 10 points",
    "by 10%",
    "by myself",
    "before class",
    "before bed",
    "by 10 pm",
    "after school",
    "like last year",
    "more than last semester",
    "in second period",
    "for 30 minutes",
    "with the class of 2028",
    "at my summer job",
    "at the end of each day",
    "as I may",
    "and march in the band",
    "and not fall behind",
    "on time",
    "during the week",
    "before I turn on my game",
  ])("is not: %s", (when) => {
    expect(isTimeBound(when)).toBe(false);
  });
});

describe("a deadline in Spanish", () => {
  const isTimeBoundSpanish = (when: string): boolean =>
    goalTextQuality(`Voy a pasar matemáticas ${when}`).timeBound === 2;

  it.each([
    "para junio",
    "antes del 1 de junio",
    "en mayo",
    "este semestre",
    "este año",
    "el próximo año",
    "el año que viene",
    "antes de las vacaciones de primavera",
    "antes de Navidad",
    "para fin de año",
    "al final del semestre",
    "al terminar el curso",
    "en dos meses",
    "dentro de tres semanas",
    "cuando cumpla 16",
    "antes de graduarme",
    "para el viernes",
    "este verano",
    "durante el segundo trimestre",
    "para el final del décimo grado",
    "en 2027",
    "para mañana",
    "esta semana",
  ])("is: %s", (when) => {
    expect(isTimeBoundSpanish(when)).toBe(true);
  });

  it.each([
    "",
    "algún día",
    "pronto",
    "en el futuro",
    "cada día",
    "todos los días",
    "dos veces por semana",
    "los lunes y miércoles",
    "para mejorar",
    "para la universidad",
    "por la mañana",
    "en segundo periodo",
    "como el año pasado",
    "a tiempo",
    "los fines de semana",
  ])("is not: %s", (when) => {
    expect(isTimeBoundSpanish(when)).toBe(false);
  });
});
