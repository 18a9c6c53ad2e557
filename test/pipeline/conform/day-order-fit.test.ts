import { describe, expect, it } from "vitest";
import { orderHolds, type DayFit } from "../../../functions/pipeline/conform/day-order-fit.ts";

const shown = (proofs: number) =>
  ({ order: "day-first", proofs, fields: ["plan.openedOn"] }) as const;
const fit = (misfits: number, told: number): DayFit => ({ misfits, told });

describe("an order of month and day", () => {
  it.each([
    ["by three proofs and no record to compare with", 3, fit(0, 0), fit(0, 0), true],
    ["by three proofs and half of the days misfits", 3, fit(10, 20), fit(0, 20), true],
    ["by three proofs and more than half misfits", 3, fit(11, 20), fit(0, 20), false],
    ["by two proofs and no record to compare with", 2, fit(0, 0), fit(0, 0), false],
    ["by two proofs, where the other order fits as well", 2, fit(0, 20), fit(0, 20), false],
    ["by two proofs, where a tenth misfits by the other", 2, fit(0, 20), fit(2, 20), false],
    [
      "by two proofs, where more than a tenth misfits by the other",
      2,
      fit(0, 20),
      fit(3, 20),
      true,
    ],
    ["by one proof, where a tenth misfits", 1, fit(2, 20), fit(9, 20), true],
    ["by one proof, where more than a tenth misfits", 1, fit(3, 20), fit(9, 20), false],
    ["by one proof, where both orders misfit alike", 1, fit(2, 20), fit(2, 20), false],
  ] as const)("holds or not %s", async (_fact, proofs, own, other, isHeld) => {
    expect(await orderHolds(shown(proofs), own, () => Promise.resolve(other))).toBe(isHeld);
  });

  it("is not read by the other order where enough days prove it", async () => {
    const other = () => Promise.reject(new Error("read for nothing"));
    expect(await orderHolds(shown(3), fit(0, 20), other)).toBe(true);
  });
});
