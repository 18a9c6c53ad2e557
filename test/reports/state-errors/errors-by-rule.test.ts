import { describe, expect, it } from "vitest";
import { ERROR_PROFILES } from "../../../functions/reports/state-errors/error-profiles.ts";
import { errorsByRule } from "../../../functions/reports/state-errors/errors-by-rule.ts";
import type { JoinedError } from "../../../functions/reports/state-errors/join-errors.ts";
import type { Severity } from "../../../functions/reports/state-errors/state-error.ts";
import { districtStudent, stateError } from "../../support/state-error-rows.ts";

const profile = ERROR_PROFILES.find(({ id }) => id === "tsds")!;
const joined = (
  ruleId: string,
  severity: Severity,
  student: string | null,
  check: JoinedError["check"] = null,
): JoinedError => ({
  error: stateError({ ruleId, severity }),
  match:
    student === null
      ? { kind: "unmatched", because: "unknown-student" }
      : { kind: "state-id", student: districtStudent(student) },
  ...{ check, owner: "registrar" },
});

describe("errorsByRule", () => {
  it("counts errors, students and those not matched, the worst and most first", () => {
    const errors = [
      joined("B", "warning", "1"),
      joined("C", "fatal", "1", "form"),
      joined("A", "fatal", "1"),
      joined("A", "fatal", "1"),
      joined("A", "fatal", "2"),
      joined("A", "fatal", null),
      joined("D", "fatal", "1"),
    ];
    const counts = errorsByRule(errors, profile).map(({ ruleId, check, ...count }) => [
      ...[ruleId, count.severity, check, count.errors, count.students, count.unmatched],
    ]);
    expect(counts).toEqual([
      ["A", "fatal", null, 4, 2, 1],
      ["C", "fatal", "form", 1, 1, 0],
      ["D", "fatal", null, 1, 1, 0],
      ["B", "warning", null, 1, 1, 0],
    ]);
  });

  it("keeps errors of one rule apart that differ in severity or check", () => {
    const errors = [
      joined("A", "fatal", "1"),
      joined("A", "warning", "1"),
      joined("A", "fatal", "1", "form"),
    ];
    expect(errorsByRule(errors, profile)).toHaveLength(3);
  });

  it.each<[number, Severity, string]>([
    [499, "fatal", ""],
    [500, "fatal", "the state stopped counting at 500 errors"],
    [501, "fatal", "the state stopped counting at 500 errors"],
    [500, "warning", ""],
  ])("of %i errors that are %s notes %j", (count, severity, note) => {
    const errors = Array.from({ length: count }, () => joined("A", severity, "1"));
    expect(errorsByRule(errors, profile).map((rule) => rule.note)).toEqual([note]);
    expect(errorsByRule(errors, ERROR_PROFILES[0]!).map((rule) => rule.note)).toEqual([""]);
  });

  it("has no rule without an error", () => {
    expect(errorsByRule([], profile)).toEqual([]);
  });
});
