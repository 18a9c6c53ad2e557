import { describe, expect, it } from "vitest";
import { swing } from "../../../../functions/reports/state/checks/swing.ts";
import type { SwingExplanation } from "../../../../functions/reports/state/checks/report-check.ts";
import type { ReportProfile } from "../../../../functions/reports/state/records/report-profile.ts";
import { fieldWith, inHandWith, recordWith } from "../../../support/report-in-hand.ts";

const FIELD = fieldWith("answer", { codes: { met: "Y", "not-met": "N" } });

function run(
  before: { readonly Y: number; readonly N: number } | null,
  now: { readonly Y: number; readonly N: number },
  subjects: readonly string[] = [],
) {
  const cells = [...Array<string>(now.Y).fill("Y"), ...Array<string>(now.N).fill("N")];
  const yearBefore: ReportProfile | null =
    before === null
      ? null
      : { records: before.Y + before.N, codes: { answer: { ...before } }, sums: {} };
  const explanations = subjects.map((subject): SwingExplanation => ({
    subject,
    because: "So it is",
    by: "A",
    at: "",
  }));
  const records = cells.map((cell, index) => recordWith(String(index), [cell]));
  return swing.run(inHandWith({ fields: [FIELD], records, yearBefore, explanations }));
}

describe("a count beside last year's", () => {
  it("is not compared where nothing was certified, and that is said", () => {
    expect(run(null, { Y: 3, N: 0 })).toMatchObject({ outcome: "not-made" });
  });

  it.each([
    ["the same", 100, 100, true],
    ["20 percent less", 100, 80, true],
    ["more than 20 percent less", 100, 79, false],
    ["20 percent of the greater more", 80, 100, true],
    ["more than 20 percent of the greater more", 79, 100, false],
    ["gone", 10, 0, false],
    ["new", 0, 10, false],
    ["under ten in both years", 9, 0, true],
    ["ten in one of them", 5, 10, false],
  ])("may be %s: from %i to %i", (_what, was, is, isPassed) => {
    // So many others that the number of records hardly moves.
    const result = run({ Y: was, N: 1000 }, { Y: is, N: 1000 });
    expect(result.outcome).toBe(isPassed ? "passed" : "failed");
    expect(result.unexplained ?? []).toEqual(isPassed ? [] : [`answer=Y: ${was} to ${is}`]);
  });

  it("that moved far is named in words, the number of records too", () => {
    const result = run({ Y: 10, N: 90 }, { Y: 40, N: 90 });
    expect(result.because).toBe(
      "Moved by more than 20 percent: records from 100 to 130; answer Y from 10 to 40.",
    );
  });

  it("passes once each has its reason, and not with a reason for another", () => {
    const before = { Y: 10, N: 90 };
    const now = { Y: 40, N: 90 };
    const [records, yes] = ["records: 100 to 130", "answer=Y: 10 to 40"];
    expect(run(before, now, [records]).unexplained).toEqual([yes]);
    expect(run(before, now, ["answer=N: 90 to 90", records]).outcome).toBe("failed");
    // A reason is of its numbers: said before, or of a smaller move, it says nothing of this one.
    expect(run(before, now, ["answer=Y", records]).outcome).toBe("failed");
    expect(run(before, now, ["answer=Y: 10 to 39", records]).outcome).toBe("failed");
    expect(run(before, now, [yes, records])).toMatchObject({
      outcome: "passed",
      because: "2 counts moved by more than 20 percent, each with its reason.",
    });
  });
});
