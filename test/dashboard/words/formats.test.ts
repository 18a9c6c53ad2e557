import { describe, expect, it } from "vitest";
import {
  dayInWords,
  dayOfYearInWords,
  daysBetweenInWords,
  monthInWords,
} from "../../../dashboard/src/words/formats/days.ts";
import { gapInWords } from "../../../dashboard/src/words/formats/gaps.ts";
import { gradesInWords, inGradesInWords } from "../../../dashboard/src/words/formats/grades.ts";
import { listInWords } from "../../../dashboard/src/words/formats/lists.ts";
import { counted } from "../../../dashboard/src/words/formats/nouns.ts";
import {
  estimateIn,
  percent,
  percentInterval,
  wholeNumber,
} from "../../../dashboard/src/words/formats/numbers.ts";
import { recordsInWords, recordsOrder } from "../../../dashboard/src/words/formats/records.ts";
import { capital, withinSentence } from "../../../dashboard/src/words/formats/text.ts";
import { spaced } from "./spaced.ts";

describe("numbers", () => {
  it.each([
    [0.7249, "72%", "72 %"],
    [0, "0%", "0 %"],
    [1, "100%", "100 %"],
    [0.004, "<1%", "<1 %"],
    [0.996, ">99%", ">99 %"],
  ])("says the rate %d as %s and %s", (rate, en, es) => {
    expect(percent(rate, "en")).toBe(en);
    expect(percent(rate, "es")).toBe(spaced(es));
  });
  it("says an interval", () => {
    expect(percentInterval(0.614, 0.736, "en")).toBe("61–74%");
    expect(percentInterval(0.614, 0.736, "es")).toBe(spaced("61–74 %"));
  });
  it("separates thousands as schools of the United States do, in both languages", () => {
    expect(wholeNumber(21877, "en")).toBe("21,877");
    expect(wholeNumber(1234, "es")).toBe("1,234");
  });
  it("gives an estimate its sign and the digits of its unit", () => {
    expect(estimateIn("percentage-points", 1.84)).toBe("+1.8");
    expect(estimateIn("percentage-points", -0.02)).toBe("0.0");
    expect(estimateIn("correlation", -0.131)).toBe("−0.13");
  });
});

describe("counted nouns", () => {
  it.each([
    [0, "student", "0 students", "0 estudiantes"],
    [1, "student", "1 student", "1 estudiante"],
    [2, "review", "2 reviews", "2 revisiones"],
    [1, "review", "1 review", "1 revisión"],
    [1200, "student", "1,200 students", "1,200 estudiantes"],
    [1_000_000, "record", "1,000,000 records", "1,000,000 de registros"],
    [1_000_001, "record", "1,000,001 records", "1,000,001 registros"],
  ] as const)("says %d of %s as %s and %s", (count, noun, en, es) => {
    expect(counted(count, noun, "en")).toBe(en);
    expect(counted(count, noun, "es")).toBe(es);
  });
});

describe("dates", () => {
  it("writes a date as readers of each language do", () => {
    expect(dayInWords("2022-05-20", "en")).toBe("May 20, 2022");
    expect(dayInWords("2022-05-20", "es")).toBe("20 de mayo de 2022");
    expect(dayInWords("2022-01-01T06:00:00Z", "en")).toBe("January 1, 2022");
  });
  it("leaves out a year that the school year gives", () => {
    expect(dayOfYearInWords("2022-03-31", "en")).toBe("March 31");
    expect(dayOfYearInWords("2022-03-31", "es")).toBe("31 de marzo");
    expect(monthInWords(new Date("2021-12-01"), "en")).toBe("Dec");
    expect(monthInWords(new Date("2022-01-01"), "en")).toBe("Jan 2022");
    expect(monthInWords(new Date("2022-01-01"), "es")).toBe("ene 2022");
  });
  it.each([
    ["2022-06-04", "2022-06-04", "June 4, 2022", "4 de junio de 2022"],
    ["2022-06-02", "2022-06-04", "June 2 to June 4, 2022", "del 2 de junio al 4 de junio de 2022"],
    [
      "2021-12-20",
      "2022-01-06",
      "December 20, 2021 to January 6, 2022",
      "del 20 de diciembre de 2021 al 6 de enero de 2022",
    ],
  ])("writes %s until %s as %s and %s", (from, until, en, es) => {
    expect(daysBetweenInWords(from, until, "en")).toBe(en);
    expect(daysBetweenInWords(from, until, "es")).toBe(es);
  });
});

describe("grade levels", () => {
  it.each([
    [["08"], "grade 8", "grado 8", "del grado 8"],
    [["06", "07", "08"], "grades 6–8", "grados 6 a 8", "de los grados 6 a 8"],
    [["09", "10"], "grades 9–10", "grados 9 y 10", "de los grados 9 y 10"],
    [["06", "08", "12"], "grades 6, 8, and 12", "grados 6, 8 y 12", "de los grados 6, 8 y 12"],
    [["KG"], "kindergarten", "kínder", "de kínder"],
    [["KG", "01", "02"], "kindergarten to grade 2", "kínder al grado 2", "de kínder al grado 2"],
    [["KG", "02"], "kindergarten and grade 2", "kínder y grado 2", "de kínder y grado 2"],
    [["UG"], "ungraded", "grado no asignado", "de grado no asignado"],
  ])("says %j as %s and %s", (grades, en, es, inSpanish) => {
    expect(gradesInWords(grades, "en")).toBe(en);
    expect(inGradesInWords(grades, "en")).toBe(`in ${en}`);
    expect(gradesInWords(grades, "es")).toBe(es);
    expect(inGradesInWords(grades, "es")).toBe(inSpanish);
  });
  it("says nothing of no grade, and a code that it does not know as it is", () => {
    expect(gradesInWords([], "en")).toBe("");
    expect(inGradesInWords([], "es")).toBe("");
    expect(gradesInWords(["XX"], "es")).toBe("XX");
  });
});

describe("lists", () => {
  it("joins names as each language does", () => {
    const names = ["A", "B", "Iglesias"];
    expect(listInWords(names, "en")).toBe("A, B, and Iglesias");
    expect(listInWords(names, "es")).toBe("A, B e Iglesias");
  });
});

describe("gaps", () => {
  it.each([
    [3, 14, "higher", "3 to 14 higher", "3 a 14 más"],
    [-14, -3, "lower", "3 to 14 lower", "3 a 14 menos"],
    [-2, 9, "unclear", "from 2 lower to 9 higher", "de 2 menos a 9 más"],
    [4.5, 4.5, "higher", "4.5 higher", "4.5 más"],
    [-4.5, -4.5, "lower", "4.5 lower", "4.5 menos"],
    [0, 0, "same", "no difference", "sin diferencia"],
    [null, null, "", "", ""],
  ])("says %s to %s as %s: %s, %s", (gapLow, gapHigh, gap, en, es) => {
    expect(gapInWords({ gapLow, gapHigh, gap }, "en")).toBe(en);
    expect(gapInWords({ gapLow, gapHigh, gap }, "es")).toBe(es);
  });
});

describe("records", () => {
  it.each([
    ["under 100", "under 100", "menos de 100"],
    ["1,000 to 9,999", "1,000 to 9,999", "1,000 a 9,999"],
    ["1,000,000 or more", "1,000,000 or more", "1,000,000 o más"],
    [21877, "21,877", "21,877"],
  ])("says %s as %s and %s", (records, en, es) => {
    expect(recordsInWords(records, "en")).toBe(en);
    expect(recordsInWords(records, "es")).toBe(es);
  });
  it("sorts orders of magnitude by their size", () => {
    const orders = ["1,000 to 9,999", 250, "under 100", "100 to 999"];
    expect(orders.toSorted((a, b) => recordsOrder(a) - recordsOrder(b))).toEqual([
      "under 100",
      "100 to 999",
      250,
      "1,000 to 9,999",
    ]);
  });
});

describe("names within sentences", () => {
  it.each([
    ["Goals in all three domains", "goals in all three domains"],
    ["A plan is open", "a plan is open"],
    ["IEP team takes part", "IEP team takes part"],
    ["English learners", "English learners"],
    ["22 units", "22 units"],
  ])("writes %s as %s", (name, within) => {
    expect(withinSentence(name)).toBe(within);
  });
  it("begins a sentence with a capital", () => {
    expect(capital("el 83 %")).toBe("El 83 %");
  });
});
