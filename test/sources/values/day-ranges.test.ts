import { describe, expect, it } from "vitest";
import { addDays, day, type Day } from "../../../functions/domain/calendar/day.ts";
import { remedyOf } from "../../../functions/domain/records/reject.ts";
import {
  CANONICAL_FIELDS,
  isDayField,
} from "../../../functions/sources/profiles/canonical-fields.ts";
import { CANONICAL_READERS } from "../../../functions/sources/read/canonical-rows.ts";
import { dayLimits, yearsAfter } from "../../../functions/sources/values/day-ranges.ts";
import { boundFields } from "../../../functions/sources/values/bound-fields.ts";
import {
  CANONICAL_TABLES,
  type CanonicalTable,
} from "../../../functions/sources/profiles/profile.ts";

const RECEIVED = day("2022-05-20");

/** The fields of one record of a table, the file having come on the day. */
function fieldsWith(
  table: CanonicalTable,
  cells: { readonly [field: string]: string },
  receivedOn: Day | null = RECEIVED,
) {
  const names = Object.keys(cells);
  const fields = boundFields(
    names.map((to) => ({ to, from: [to] })),
    names,
    {},
    null,
    undefined,
    dayLimits(table, receivedOn),
  );
  fields.begin(Object.values(cells));
  return fields;
}

function faultOf(table: CanonicalTable, field: string, on: string, receivedOn?: Day | null) {
  const fields = fieldsWith(table, { [field]: on }, receivedOn);
  const is = CANONICAL_FIELDS[table].fields[field];
  if (is?.is === "end-day") fields.endDay(field);
  else fields.day(field);
  return fields.fault();
}

const dayFields = CANONICAL_TABLES.flatMap((table) =>
  Object.entries(CANONICAL_FIELDS[table].fields).flatMap(([field, is]) =>
    isDayField(is) ? [[table, field, is.sort] as const] : [],
  ),
);

/** By sort of day: the first and the last of a file that came on May 20, 2022. */
const RANGES = {
  happened: ["1990-01-01", "2022-05-20"],
  arranged: ["1990-01-01", "2024-05-20"],
  planned: ["1990-01-01", "2037-05-20"],
  born: ["1964-01-01", "2022-05-20"],
} as const;

describe("the days of a field", () => {
  it.each(dayFields)("of %s, %s, lie where what is %s can lie", (table, field, sort) => {
    const [from, until] = RANGES[sort];
    const isFact = sort === "happened" || sort === "born";
    const reason = isFact ? "day-still-to-come" : "day-out-of-range";
    const range = { from, until };
    expect(faultOf(table, field, addDays(day(from), -1))).toEqual({
      ...{ column: field, reason: "day-out-of-range", range },
    });
    expect(faultOf(table, field, from)).toBeNull();
    expect(faultOf(table, field, until)).toBeNull();
    expect(faultOf(table, field, addDays(day(until), 1))).toEqual({ column: field, reason, range });
    // Nobody noted when the file came.
    expect(faultOf(table, field, addDays(day(until), 1), null)).toBeNull();
  });

  it("are known by what each is: a goal is set, its target is planned", () => {
    const sorts = new Map(dayFields.map(([table, field, sort]) => [`${table}.${field}`, sort]));
    expect(sorts.get("goal.setOn")).toBe("happened");
    expect(sorts.get("goal.targetOn")).toBe("planned");
    expect(sorts.get("review.heldOn")).toBe("happened");
    expect(sorts.get("review.scheduledOn")).toBe("arranged");
    expect(sorts.get("actionStep.dueOn")).toBe("planned");
    expect(sorts.get("attendance.on")).toBe("arranged");
  });

  it.each([
    ["2048-12-31", "day-out-of-range"],
    ["2049-01-01", null],
    ["2079-06-06", null],
    ["9999-12-31", null],
  ])("that end a stay on %s are %s", (on, reason) => {
    const fields = fieldsWith("enrollment", { withdrewOn: on });
    expect(fields.endDay("withdrewOn")).toBeNull();
    expect(fields.fault()?.reason ?? null).toBe(reason);
  });

  it.each([
    ["09", "2019-05-20", null],
    ["09", "2019-05-21", "day-out-of-range"],
    ["", "2019-05-21", "day-out-of-range"],
    ["PK", "2019-05-21", null],
    ["IT", "2022-05-20", null],
    ["IT", "2022-05-21", "day-still-to-come"],
  ])("of birth in grade %j may be %s: %s", (grade, birthOn, reason) => {
    const fields = fieldsWith("person", { student: "0042", grade, birthOn });
    CANONICAL_READERS.person(fields);
    expect(fields.fault()?.reason ?? null).toBe(reason);
  });

  it.each([
    ["2036", null],
    ["2037", "day-out-of-range"],
    ["1989", "day-out-of-range"],
    ["1990", null],
  ])("of the school year %s are %s", (schoolYear, reason) => {
    const cells = { plan: "P", student: "7", planType: "504", schoolYear, status: "active" };
    const fields = fieldsWith("plan", { ...cells, openedOn: "2021-09-10" });
    CANONICAL_READERS.plan(fields);
    expect(fields.fault()?.reason ?? null).toBe(reason);
  });

  it("are told with the range that they lie outside of, and never with the day", () => {
    const fault = faultOf("review", "heldOn", "2022-05-21");
    const remedy = remedyOf(fault!);
    expect(remedy).toContain("Allowed here: January 1, 1990 to May 20, 2022.");
    expect(JSON.stringify(fault) + remedy).not.toMatch(/2022-05-21|May 21/);
  });
});

describe("a file that came on February 29", () => {
  it.each([
    ["2024-02-28", null],
    ["2024-02-29", null],
    ["2024-03-01", "day-still-to-come"],
  ])("of a review held on %s says %s", (on, reason) => {
    const fault = faultOf("review", "heldOn", on, day("2024-02-29"));
    expect(fault?.reason ?? null).toBe(reason);
  });
});

describe("yearsAfter", () => {
  it.each([
    ["2022-05-20", 2, "2024-05-20"],
    ["2022-05-20", -3, "2019-05-20"],
    ["2024-02-28", 1, "2025-02-28"],
    ["2024-02-29", -1, "2023-02-28"],
    ["2024-02-29", 0, "2024-02-29"],
    ["2024-02-29", 1, "2025-02-28"],
    ["2024-02-29", 4, "2028-02-29"],
    ["2000-02-29", 100, "2100-02-28"],
    ["2000-02-29", 400, "2400-02-29"],
    ["2024-03-01", 1, "2025-03-01"],
  ])("%s and %d years is %s", (on, years, then) => {
    expect(yearsAfter(day(on), years)).toBe(then);
  });
});
