import { describe, expect, it } from "vitest";
import { goalTextQuality, isMet } from "../../../functions/goals/quality/goal-text-quality.ts";

/** The answers as letters: S, M and T where the rubric's answer is yes. */
function answers(text: string): string {
  const { specific, measurable, timeBound } = goalTextQuality(text);
  const letter = (level: 0 | 1 | 2, name: string): string => (isMet(level) ? name : "-");
  return letter(specific, "S") + letter(measurable, "M") + letter(timeBound, "T");
}

describe("goalTextQuality", () => {
  it.each([
    ["I will raise my math grade from a C to a B by the end of the semester.", 2, 2, 2],
    ["Submit the FAFSA", 1, 1, 0],
    ["I will submit the FAFSA with my mom", 2, 1, 0],
    ["B in Algebra", 1, 2, 0],
    ["Get better at reading by two grade levels", 2, 2, 0],
    ["Get better at reading by going to tutoring", 1, 0, 0],
    ["I will use my planner to write down assignments", 2, 0, 0],
    ["be a better student", 0, 0, 0],
    ["I will try my best this year", 0, 0, 2],
    ["visitar dos universidades antes de las vacaciones de primavera", 2, 2, 2],
    ["mejorar mis calificaciones", 0, 0, 0],
  ])("gives %j the levels of the table: %i, %i, %i", (text, specific, measurable, timeBound) => {
    expect(goalTextQuality(text)).toEqual({ specific, measurable, timeBound });
  });

  it.each(["", "   ", "...", "🎓", "1", "\u0000"])("finds nothing in %j", (text) => {
    expect(goalTextQuality(text)).toMatchObject({ specific: 0, timeBound: 0 });
  });
});

describe("what the rubric gives as examples", () => {
  it.each([
    ["visit two colleges", "SM-"],
    ["turn in my science homework", "SM-"],
    ["raise my math grade from C to B", "SM-"],
    ["be a better student", "---"],
    ["math", "---"],
    ["go further in life", "---"],
    ["do my best in school", "---"],
    ["submit the FAFSA", "SM-"],
    ["earn the CPR certificate", "SM-"],
    ["pass Algebra 1", "SM-"],
    ["understand fractions well", "---"],
    ["be more organized", "---"],
    ["in 9th grade I like art", "---"],
  ])("%s", (text, expected) => {
    expect(answers(text)).toBe(expected);
  });
});

describe("numbers that only name something", () => {
  it.each([
    ["a grade level", "In 9th grade I want to do better"],
    ["a grade level in Spanish", "quiero mejorar en el grado 9"],
    ["a course", "get better in Algebra 1"],
    ["a course in Spanish", "mejorar en Inglés 10"],
    ["another course", "do well in English 10"],
    ["the class of a year", "be a proud member of the class of 2028"],
    ["a step", "work on step 2 of my plan"],
    ["a date", "do better by June 1"],
    ["a year", "be happy in 2027"],
    ["a school year", "be more responsible in 2025-26"],
    ["a room", "be nicer to people in room 204"],
    ["a class period", "pay attention in period 3"],
    ["a class period written out", "be good in second period"],
    ["a unit", "understand unit 5"],
    ["a chapter", "understand chapter 7"],
    ["a chapter in words", "understand chapter two"],
    ["a plan", "follow my 504 plan better"],
    ["a kind of college", "be ready for a 4 year college"],
    ["a length of time", "be successful in 5 years"],
    ["an age", "be a better person when I am 18"],
    ["one of many", "be one of the best"],
    ["one on one", "do better one on one"],
    ["some day", "one day be successful"],
    ["full effort", "give 110% in class"],
    ["all day", "work hard 24/7"],
    ["a letter that is no grade", "have a plan B for my life"],
    ["a list number", "1. Be a better friend"],
    ["a list number in parentheses", "1) be kind 2) be happy"],
  ])("%s measures nothing", (_, text) => {
    expect(goalTextQuality(text).measurable).toBe(0);
  });
});

describe("amounts", () => {
  it.each([
    ["a percent", "turn in 90% of my work"],
    ["a percent in words", "attend ninety percent of my classes"],
    ["a number in words", "join two clubs"],
    ["a number in words in Spanish", "leer cinco libros"],
    ["a frequency", "study three times a week"],
    ["once a week", "meet my tutor once a week"],
    ["an hour a day", "practice an hour a day"],
    ["una hora al día", "practicar una hora al día"],
    ["una vez por semana", "ir a tutoría una vez por semana"],
    ["a course and a frequency", "practice Spanish 3 times a week"],
    ["a letter grade", "get a b in science"],
    ["letter grades", "earn all A's and B's"],
    ["straight As", "get straight As"],
    ["a letter grade in Spanish", "sacar una B en historia"],
    ["a GPA", "keep a 3.0 GPA"],
    ["a score", "score 1200 on the SAT"],
    ["money", "save $500"],
    ["trials", "solve equations in 4/5 trials"],
    ["days a week", "exercise 5 days a week"],
    ["years of a course", "complete 4 years of Spanish"],
    ["a reading level", "read at an 8th grade level"],
    ["a rank", "win first place in wrestling"],
    ["half an hour", "read half an hour each night"],
  ])("%s is a quantified target", (_, text) => {
    expect(goalTextQuality(text).measurable).toBe(2);
  });

  it.each([
    ["done or not done", "Get my driver's license"],
    ["done or not done in Spanish", "llenar la solicitud de beca"],
    ["every time", "read every night before bed"],
    ["cada noche", "repasar mis notas cada noche"],
    ["all of it", "do all my homework"],
    ["none of it", "No more tardies"],
    ["never", "never skip class"],
    ["ninguna", "no tener ninguna ausencia"],
  ])("%s can be verified without an amount", (_, text) => {
    expect(goalTextQuality(text).measurable).toBe(1);
  });

  it.each(["try harder every day", "be kind each day", "echarle ganas todos los días"])(
    "says no more of an attitude for coming again: %s",
    (text) => {
      expect(answers(text)).toBe("---");
    },
  );
});

describe("directions", () => {
  it.each([
    "improve my grades",
    "get better at math",
    "work on my reading",
    "learn more about careers in nursing",
    "read more books",
    "study harder",
    "raise my gpa",
    "bring my grades up",
    "manage my time better",
    "get a good job",
    "make good choices",
    "mejorar mi lectura",
    "aprender más inglés",
    "tener un buen trabajo",
    "ser mejor estudiante",
    "sacar buenas calificaciones",
    "echarle ganas a la escuela",
    "improve my grades so that I can graduate",
  ])("%s is not specific", (text) => {
    expect(goalTextQuality(text).specific).toBe(0);
  });

  it.each([
    ["how far", "improve my reading by two levels"],
    ["what will be done", "get better at math by going to tutoring"],
    ["what will be done in Spanish", "mejorar en inglés leyendo libros con mi hermana"],
  ])("are specific with %s", (_, text) => {
    expect(goalTextQuality(text).specific).toBeGreaterThan(0);
  });
});

describe("what students write", () => {
  it.each([
    ["i wanna get my grades up to all Bs by the end of the yr", "SMT"],
    ["pass all my clases with a c or hihger", "SM-"],
    ["finsh my geometry packet", "SM-"],
    ["imporve my grades", "---"],
    ["quiero subir mi grade de math a B este semester", "SMT"],
    ["llegar a tiempo a la escuela todos los dias", "SM-"],
    ["MAKE HONOR ROLL", "SM-"],
    ["ask my teacher for help when i dont understand", "S--"],
    ["stop vaping", "S--"],
    ["stop worrying", "---"],
    ["fill a whole sketchbook by summer", "SMT"],
    ["Student will solve two-step equations with 80% accuracy", "SM-"],
    ["Student will demonstrate improved self-control", "---"],
    ["Complete the career interest inventory", "SM-"],
    ["complete my goals", "---"],
    ["go to college", "---"],
    ["get accepted to a 4 year college", "SM-"],
  ])("%s", (text, expected) => {
    expect(answers(text)).toBe(expected);
  });
});

describe("hostile texts", () => {
  it.each([
    ["digits", "1".repeat(1_000_000)],
    ["dates that never end", "1/1/".repeat(250_000)],
    ["letters", "a ".repeat(500_000)],
    ["beginnings of phrases", "work on my in of the to at by ".repeat(30_000)],
    ["accents", "é\u0301".repeat(200_000)],
    ["periods", "by the end of the the of the ".repeat(30_000)],
    ["list numbers", "(1".repeat(300_000)],
  ])("are read in little time: %s", (_, text) => {
    const start = performance.now();
    goalTextQuality(text);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
