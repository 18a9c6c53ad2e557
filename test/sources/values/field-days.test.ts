import { beginsNothing } from "../../../functions/sources/values/plain-text.ts";
import { describe, expect, it } from "vitest";
import { boundColumn } from "../../../functions/sources/values/bound-column.ts";
import { beginRecord, currentRecord } from "../../../functions/sources/values/current-record.ts";
import { endDayOf, requiredDayOf } from "../../../functions/sources/values/field-days.ts";
import { noDayEvidence } from "../../../functions/sources/values/fields.ts";

const recordOf = (cell: string, endDays: "last-day-in" | "first-day-out") => {
  const column = boundColumn({ to: "until", from: ["until"], endDays }, ["until"], {}, null);
  const record = currentRecord({
    byField: new Map([["until", column]]),
    width: 1,
    nullTokens: new Set(),
    begins: beginsNothing([]),
    optional: new Set(),
    sorts: {},
  });
  beginRecord(record, [cell]);
  return record;
};

const rules = () => ({ ranges: new Map(), evidence: noDayEvidence(), table: null });

describe("end day of a field", () => {
  it.each([
    ["2022-05-31", "first-day-out", "2022-05-31"],
    ["2022-05-31", "last-day-in", "2022-06-01"],
    ["2048-12-31", "last-day-in", "2049-01-01"],
    ["2049-01-01", "last-day-in", null],
    ["9999-12-31", "first-day-out", null],
    ["", "last-day-in", null],
  ] as const)("of %s, a %s, is %s", (cell, endDays, day) => {
    expect(endDayOf(recordOf(cell, endDays), rules(), "until")).toBe(day);
  });
});

describe("required day of a field", () => {
  it("is a fault where it is missing, and the first fault where it cannot be read", () => {
    for (const [cell, reason] of [
      ["", "missing-value"],
      ["soon", "not-a-day"],
    ] as const) {
      const record = recordOf(cell, "first-day-out");
      requiredDayOf(record, rules(), "until");
      expect(record.fault?.reason).toBe(reason);
    }
  });

  it("shows the order of month and day, or that a day leaves it open", () => {
    const days = { ...rules(), table: "enrollment" } as const;
    requiredDayOf(recordOf("13/2/2022", "first-day-out"), days, "until");
    requiredDayOf(recordOf("1/2/2022", "first-day-out"), days, "until");
    expect(days.evidence.proofs).toEqual({ "month-first": 0, "day-first": 1 });
    expect([...days.evidence.open]).toEqual(["enrollment.until"]);
  });
});
