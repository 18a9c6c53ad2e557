import { describe, expect, it } from "vitest";
import { attendanceMessages } from "../../../functions/releases/messages/attendance.ts";
import type { AssociationRow } from "../../../functions/releases/tables/tables.ts";
import { associationRow, atSchool } from "../release-rows.ts";

const NONE = { estimate: null, low: null, high: null, students: null } as const;
const goals = (given: Partial<AssociationRow>) =>
  associationRow({
    ...{ exposure: "goals", method: "spearman", unit: "correlation" },
    ...{ estimate: 0.21, low: 0.15, high: 0.27 },
    ...given,
  });
const messages = (given: Partial<AssociationRow> = {}, ...more: readonly AssociationRow[]) =>
  attendanceMessages([associationRow(given), ...more], 60, "public");

const compared = (values: object = {}) => ({
  id: "attendance-compared",
  values: {
    instructionalDay: 60,
    ...{ estimate: 1.24, limits: { low: 0.2, high: 2.28 }, students: 960 },
    ...values,
  },
});
const NOT_EFFECT = { id: "association-not-effect", values: {} };

describe("the messages on attendance", () => {
  it("give the difference with its interval and its students, and call it an association", () => {
    expect(messages()).toEqual([compared(), NOT_EFFECT]);
    expect(messages({ estimate: -1.24, low: -2.28, high: -0.2 })).toEqual([
      compared({ estimate: -1.24, limits: { low: -2.28, high: -0.2 } }),
      NOT_EFFECT,
    ]);
  });

  it.each([0.04, 0.05, 0, -0.04, -0.05])(
    "give a difference of %d as it is, and round nothing",
    (estimate) => {
      expect(messages({ estimate, low: -0.07, high: 0.07 })).toEqual([
        compared({ estimate, limits: { low: -0.07, high: 0.07 } }),
        NOT_EFFECT,
      ]);
    },
  );

  it.each([
    ["neither limit", { low: null, high: null }],
    ["one limit", { low: 0.2, high: null }],
    ["the other limit", { low: null, high: 2.28 }],
  ])("say that the schools are too few for an interval where the table has %s", (_, limits) => {
    expect(messages(limits)).toEqual([compared({ limits: null }), NOT_EFFECT]);
  });

  it("say that the students are too few where they are, and not that data are missing", () => {
    expect(messages({ ...NONE, state: "too-few-students" })).toEqual([
      { id: "attendance-too-few", values: { instructionalDay: 60 } },
    ]);
  });

  it.each(["public", "staff"] as const)("say what can be missing in the %s edition", (edition) => {
    const row = associationRow({ ...NONE, state: "not-enough-data" });
    expect(attendanceMessages([row], 60, edition)).toEqual([
      { id: "attendance-no-data", values: { instructionalDay: 60, edition } },
    ]);
  });

  it("say the same where the district has no estimate, whatever a school has", () => {
    const none = [
      { id: "attendance-no-data", values: { instructionalDay: 60, edition: "public" } },
    ];
    expect(attendanceMessages([associationRow(atSchool("East"))], 60, "public")).toEqual(none);
    expect(attendanceMessages([goals({})], 60, "public")).toEqual(none);
    expect(attendanceMessages([associationRow({ method: "pearson" })], 60, "public")).toEqual(none);
  });
});

describe("the message on goals", () => {
  const correlation = (estimate: number, low: number, high: number) => ({
    id: "goals-compared",
    values: { estimate, limits: { low, high } },
  });

  it("gives the rank correlation with its interval, before it says that it is no effect", () => {
    expect(messages({}, goals({}))).toEqual([
      compared(),
      correlation(0.21, 0.15, 0.27),
      NOT_EFFECT,
    ]);
  });

  it.each([
    [0.09, 0.01, 0.9],
    [-0.5, -0.9, -0.01],
    [0.21, -0.02, 0.27],
  ])("gives %d from %d to %d as the table has it", (estimate, low, high) => {
    expect(messages({}, goals({ estimate, low, high }))).toContainEqual(
      correlation(estimate, low, high),
    );
  });

  it("says nothing where it is not shown, or a school's alone is", () => {
    expect(messages({}, goals({ ...NONE, state: "too-few-students" }))).toEqual(messages());
    expect(messages({}, goals(atSchool("East")))).toEqual(messages());
    expect(messages({}, goals({ method: "pearson" }))).toEqual(messages());
  });
});
