import { describe, expect, it } from "vitest";
import type { Participant } from "../../functions/domain/plans/plan.ts";
import { othersParticipation } from "../../functions/metrics/measures/others-participation.ts";
import { teacherParticipation } from "../../functions/metrics/measures/teacher-participation.ts";
import { ALL_COLLECTED } from "../mandates/all-collected.ts";
import { documentOf, held } from "../mandates/clock-case.ts";
import { assessed, partOf } from "./assessed-student.ts";

const student = (participants: readonly Participant[], collected = ALL_COLLECTED) =>
  assessed({ document: documentOf([held("2021-10-01", { participants })]), collected });
const collecting = (...roles: readonly Participant[]) => ({
  ...ALL_COLLECTED,
  participants: new Set(roles),
});

describe("teacher-participation", () => {
  it("counts a teacher, and nobody else", () => {
    expect(partOf(teacherParticipation, student(["student", "teacher"]))).toBe("took-part");
    expect(partOf(teacherParticipation, student(["student", "other"]))).toBe("did-not");
    expect(partOf(teacherParticipation, student(["student"], collecting("student")))).toBe(
      "not-recorded",
    );
    expect(partOf(teacherParticipation, student([]))).toBe("not-recorded");
    expect(partOf(teacherParticipation, assessed({}))).toBe("no-review-held");
  });
});

describe("others-participation", () => {
  it.each([
    [["administrator"], "took-part"],
    [["other"], "took-part"],
    [["student", "family", "counselor", "teacher"], "did-not"],
    [[], "not-recorded"],
  ] as const)("of a review with %j says %s", (participants, part) => {
    expect(partOf(othersParticipation, student(participants))).toBe(part);
  });

  it("is recorded where the district names either of them", () => {
    const part = (...roles: readonly Participant[]) =>
      partOf(othersParticipation, student(["student"], collecting(...roles)));
    expect(part("student")).toBe("not-recorded");
    expect(part("student", "administrator")).toBe("did-not");
    expect(part("student", "other")).toBe("did-not");
  });
});
