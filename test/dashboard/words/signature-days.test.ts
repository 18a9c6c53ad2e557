import { describe, expect, it } from "vitest";
import { PLAN_QUALITY_WORDS } from "../../../dashboard/src/words/plan-quality.ts";

const { en, es } = PLAN_QUALITY_WORDS;
const days = (half: number, nineOfTen: number) => ({ half, nineOfTen });

describe("the days to a signature in words", () => {
  it.each([
    [
      214,
      days(3, 21),
      "Half of the 214 signed reviews were signed within 3 days, nine of ten within 21.",
      "De las 214 revisiones firmadas, la mitad se firmó en un plazo de 3 días, y nueve de cada diez, en un plazo de 21 días.",
    ],
    [
      1214,
      days(1, 2),
      "Half of the 1,214 signed reviews were signed within 1 day, nine of ten within 2.",
      "De las 1,214 revisiones firmadas, la mitad se firmó en un plazo de 1 día, y nueve de cada diez, en un plazo de 2 días.",
    ],
    [
      10,
      days(0, 1),
      "Half of the 10 signed reviews were signed on the day of the review, nine of ten within 1 day.",
      "De las 10 revisiones firmadas, la mitad se firmó el mismo día de la revisión, y nueve de cada diez, en un plazo de 1 día.",
    ],
    [
      10,
      days(5, 5),
      "Nine of ten of the 10 signed reviews were signed within 5 days.",
      "De las 10 revisiones firmadas, nueve de cada diez se firmaron en un plazo de 5 días.",
    ],
    [
      10,
      days(0, 0),
      "Nine of ten of the 10 signed reviews were signed on the day of the review.",
      "De las 10 revisiones firmadas, nueve de cada diez se firmaron el mismo día de la revisión.",
    ],
    [9, null, "9 reviews are signed.", "Hay 9 revisiones firmadas."],
    [1, null, "1 review is signed.", "Hay 1 revisión firmada."],
    [0, null, "No review is signed.", "No hay revisiones firmadas."],
  ])("of %i signed reviews", (signed, within, english, spanish) => {
    expect(en.signed(signed, within)).toBe(english);
    expect(es.signed(signed, within)).toBe(spanish);
  });

  it.each([
    [
      31,
      40,
      "31 reviews are not signed, half of them 40 days or more after the review.",
      "31 revisiones no están firmadas, la mitad de ellas 40 días o más después de la revisión.",
    ],
    [
      12,
      1,
      "12 reviews are not signed, half of them 1 day or more after the review.",
      "12 revisiones no están firmadas, la mitad de ellas 1 día o más después de la revisión.",
    ],
    [12, 0, "12 reviews are not signed.", "12 revisiones no están firmadas."],
    [9, null, "9 reviews are not signed.", "9 revisiones no están firmadas."],
    [1, null, "1 review is not signed.", "1 revisión no está firmada."],
  ])("of %i reviews that are not signed", (waiting, half, english, spanish) => {
    expect(en.waiting(waiting, half, false)).toBe(english);
    expect(es.waiting(waiting, half, false)).toBe(spanish);
  });

  it("say after those that are signed that these are others", () => {
    expect(en.waiting(31, 40, true)).toMatch(/^Another 31 reviews are not signed, half of /);
    expect(es.waiting(31, 40, true)).toMatch(/^Otras 31 revisiones no están firmadas, la mitad /);
    expect(en.waiting(1, null, true)).toBe("Another review is not signed.");
    expect(es.waiting(1, null, true)).toBe("Otra revisión no está firmada.");
  });
});
