import { beginsNothing } from "../../../functions/sources/values/plain-text.ts";
import { describe, expect, it } from "vitest";
import { boundColumn } from "../../../functions/sources/values/bound-column.ts";
import { beginRecord, currentRecord } from "../../../functions/sources/values/current-record.ts";
import { dayOf, endDayOf, requiredDayOf } from "../../../functions/sources/values/field-days.ts";
import { noDayEvidence } from "../../../functions/sources/values/fields.ts";

const recordOf = (cell: string, endDays: "last-day-in" | "first-day-out", isRequired = false) => {
  const map = { to: "until", from: ["until"], endDays, isRequired } as const;
  const column = boundColumn(map, ["until"], {}, null);
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

describe("a day of zeros", () => {
  it.each([
    ["0/0/0", true, "missing-value"],
    ["0000-00-00", true, "missing-value"],
    ["1900-01-01", true, "missing-value"],
    ["0/0/0", false, undefined],
    ["2022-05-31", true, undefined],
  ])("%s, where a day is required: %s, has the fault %s", (cell, isRequired, reason) => {
    const record = recordOf(cell, "first-day-out", isRequired);
    dayOf(record, rules(), "until");
    expect(record.fault?.reason).toBe(reason);
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
