import { describe, expect, it } from "vitest";
import { decisionInWords, type SaidDecision } from "../../functions/console/decision-words.ts";

const decision = (given: Partial<SaidDecision>): SaidDecision => ({
  ...{ kind: "exemption", isWithdrawal: false, about: "Second review", on: "2022-05-20" },
  ...{ until: "", reason: "medical", isYes: null },
  ...given,
});

describe("a decision in words", () => {
  it.each([
    [{}, "Exempt from Second review from May 20, 2022: medical reasons"],
    [
      { until: "2022-06-09" },
      "Exempt from Second review from May 20, 2022 until June 9, 2022: medical reasons",
    ],
    [
      { isWithdrawal: true },
      "Withdrawn: exempt from Second review from May 20, 2022: medical reasons",
    ],
    [
      { kind: "attestation", isYes: false },
      "Second review is stated to be not met from May 20, 2022",
    ],
    [{ kind: "attestation", isYes: true }, "Second review is stated to be met from May 20, 2022"],
    [{ kind: "assignment", about: "A. Rivera", on: "" }, "In the caseload of A. Rivera"],
    [{ kind: "duty", about: "Yearly report" }, "Duty done on May 20, 2022: Yearly report"],
    [{ kind: "confirmation" }, "Rule confirmed, its text read on May 20, 2022: Second review"],
    [{ kind: "removal", about: "plans.csv", isYes: true }, "Accepted what plans.csv removes"],
    [{ kind: "removal", about: "plans.csv", isYes: false }, "Refused what plans.csv removes"],
    // What a district wrote itself is shown as it is.
    [{ reason: "weather", on: "05/20/2022" }, "Exempt from Second review from 05/20/2022: weather"],
  ] as const)("%j is “%s”", (given, expected) => {
    expect(decisionInWords(decision(given))).toBe(expected);
  });
});
