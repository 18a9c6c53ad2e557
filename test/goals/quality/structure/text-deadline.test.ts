import { describe, expect, it } from "vitest";
import { textDeadline } from "../../../../functions/goals/quality/structure/text-deadline.ts";

describe("textDeadline", () => {
  it.each([
    ["by June 1, 2026", "2026-06-01"],
    ["by the 1st of June 2026", "2026-06-01"],
    ["by 6/1/2026", "2026-06-01"],
    ["by 6/1/26", "2026-06-01"],
    ["para el 25/6/2026", "2026-06-25"],
    ["due 2026-06-01", "2026-06-01"],
    ["antes del 1 de junio de 2026", "2026-06-01"],
    ["para el 1º de junio del 2026", "2026-06-01"],
    ["from May 1, 2026 to May 30, 2026", "2026-05-30"],
    ["by June 1", null],
    ["in June 2026", null],
    ["by 13/13/2026", null],
    ["by February 30, 2026", null],
    ["class of 2028", null],
    ["", null],
  ])("of %j", (text, on) => {
    expect(textDeadline(text)).toBe(on);
  });
});
