import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import type { StudentId } from "../../../functions/domain/ids.ts";
import { NO_MORE_RECORDS } from "../../../functions/mandates/clock/clock-case.ts";
import { studentStatements } from "../../../functions/console/student-page/student-statements.ts";

const student = "900" as StudentId;
const exemption = {
  student,
  requirement: "review-2",
  reason: "waiver",
  decidedBy: "the principal",
} as const;
const attestation = {
  student,
  requirement: "gone",
  isMet: true,
  reason: "Transcript",
  attestedBy: "A. Rivera",
};
const REQUIREMENTS = [{ id: "review-2", name: "Second review" }];

const shown = (more: Partial<typeof NO_MORE_RECORDS>, asOf = "2022-03-15") =>
  studentStatements(
    { more: { ...NO_MORE_RECORDS, ...more } },
    { requirements: REQUIREMENTS, answers: [], decided: new Set(), asOf: day(asOf) },
  );

describe("studentStatements", () => {
  it("has exemptions and attestations, the latest first, with who and when", () => {
    const statements = shown({
      exemptions: [{ ...exemption, from: day("2021-09-01"), until: null }],
      attestations: [{ ...attestation, from: day("2022-01-01"), until: null }],
    });
    expect(statements).toEqual([
      {
        ...{ kind: "attestation", requirementName: "gone", words: "Met: Transcript" },
        ...{ by: "A. Rivera", from: "2022-01-01", until: null, state: "in-force" },
        ...{ key: "attestation gone 2022-01-01 A. Rivera", isDecision: false },
        noEffect: "The mandate has no such requirement.",
      },
      {
        ...{ kind: "exemption", requirementName: "Second review" },
        ...{ words: "Not asked: a waiver was granted", by: "the principal" },
        ...{ from: "2021-09-01", until: null, state: "in-force" },
        ...{ key: "exemption review-2 2021-09-01 the principal", isDecision: false, noEffect: "" },
      },
    ]);
  });

  it.each([
    ["2022-01-31", "ahead"],
    ["2022-02-01", "in-force"],
    ["2022-02-28", "in-force"],
    ["2022-03-01", "past"],
  ])("on %s is %s where it holds from February 1 until before March 1", (asOf, state) => {
    const ended = { ...exemption, from: day("2022-02-01"), until: day("2022-03-01") };
    expect(shown({ exemptions: [ended] }, asOf)[0]?.state).toBe(state);
  });

  const FROM = day("2022-01-01");
  const stated = { ...attestation, requirement: "review-2", from: FROM, until: null };
  const looked = (isCounted: boolean, isDeciding: boolean) => ({
    ...{ record: "attestation" as const, name: "A. Rivera", on: FROM, schoolYear: "2021-22" },
    ...{ isCounted, isDeciding, note: "" },
  });
  it.each([
    ["it decides", "met", looked(true, true), /^$/],
    ["the records decide", "not-met", looked(true, false), /records decide, and they do: not held/],
    ["a later one counts", "met", looked(false, false), /^A later attestation/],
    ["nobody read the rule", "not-determinable", looked(true, true), /^Nobody has confirmed/],
  ] as const)("says of an attestation in force why it has no effect, where %s", (...given) => {
    const [, standing, record, why] = given;
    const answers = [{ id: "review-2", standing, statusName: "Not held", records: [record] }];
    const [statement] = studentStatements(
      { more: { ...NO_MORE_RECORDS, attestations: [stated] } },
      {
        ...{ requirements: REQUIREMENTS, answers, asOf: day("2022-03-15") },
        decided: new Set(["attestation review-2 2022-01-01 A. Rivera"]),
      },
    );
    expect(statement).toMatchObject({ state: "in-force", isDecision: true });
    expect(statement?.noEffect).toMatch(why);
  });

  it("names an exemption from everything, and a statement without a reason", () => {
    const all = { ...exemption, requirement: "all", from: day("2021-09-01"), until: null };
    expect(shown({ exemptions: [all] })[0]?.requirementName).toBe("All requirements");
    const bare = { ...attestation, isMet: false, reason: "", from: day("2022-01-01"), until: null };
    expect(shown({ attestations: [bare] })[0]?.words).toBe("Not met");
  });
});
