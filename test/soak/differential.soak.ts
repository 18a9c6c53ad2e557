import { describe, expect, it } from "vitest";
import { comparedInWords } from "../independent/every-mandate/agree.ts";
import { EVERY_MANDATE, inventedMandates } from "../independent/every-mandate/compare.ts";

const DISTRICTS = Array.from({ length: 20 }, (_, index) => index + 101);
const INVENTED = 20;

describe("the second evaluation of every mandate", () => {
  it.each(DISTRICTS)("says what the clock says of 300 students: district %i", (seed) => {
    const mandates = [...EVERY_MANDATE, ...inventedMandates(seed * INVENTED, INVENTED)];
    const { words, answers } = comparedInWords(mandates, { seed, students: 300, days: 3 });
    expect(words).toBe("");
    expect(answers).toBeGreaterThan(300_000);
  });
});
