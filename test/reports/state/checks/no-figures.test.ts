import { describe, expect, it } from "vitest";
import { NO_FIGURES } from "../../../../functions/reports/state/checks/no-figures.ts";
import { populationParity } from "../../../../functions/reports/state/checks/population-parity.ts";
import { inHandWith } from "../../../support/report-in-hand.ts";

describe("a count day without published figures", () => {
  it("blocks, and says how to publish it", () => {
    expect(populationParity.run(inHandWith({ cubes: null }))).toBe(NO_FIGURES);
    expect(NO_FIGURES).toMatchObject({ outcome: "failed", failing: 0 });
    expect(NO_FIGURES.remedy).toContain("ilp publish with the count day as --as-of");
  });
});
