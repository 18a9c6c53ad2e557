import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import {
  dueAmong,
  dueBesideRows,
  notComparedWith,
} from "../../../functions/releases/overview/not-compared.ts";
import { rateRow } from "../release-rows.ts";

const DUE = { first: day("2022-02-15"), last: day("2022-02-15") };
const APART = { heldOn: "2022-02-15", dueOn: DUE };
const CALENDAR = {
  requirements: [
    { id: "goals", dueOn: null },
    { id: "review", dueOn: DUE },
  ],
  composites: { "requirements-met": ["goals", "review"] },
};
const [BEFORE, AFTER, LATER] = ["2022-02-15", "2022-02-16", "2022-03-15"] as const;
const together = (drawnOn: string | null) => rateRow({ measure: "requirements-met", drawnOn });
const single = (group: string, drawnOn: string) =>
  rateRow({ measure: "requirement-met", breakdown: "requirement", group, drawnOn });

describe("dueAmong", () => {
  it("looks from the earliest counts to the latest, in any order", () => {
    expect(dueAmong(CALENDAR, [LATER, BEFORE, AFTER].map(together))).toEqual(APART);
    expect(dueAmong(CALENDAR, [LATER, AFTER, AFTER].map(together))).toBeNull();
    expect(dueAmong(CALENDAR, [BEFORE, BEFORE].map(together))).toBeNull();
  });

  it("leaves out what has no counts", () => {
    expect(dueAmong(CALENDAR, [BEFORE, null].map(together))).toBeNull();
    expect(dueAmong(CALENDAR, [null, BEFORE, LATER].map(together))).toEqual(APART);
    expect(dueAmong(CALENDAR, [])).toBeNull();
  });
});

describe("dueBesideRows", () => {
  it("finds earlier counts of all together beside later ones of one of them", () => {
    expect(dueBesideRows(together(BEFORE), [single("goals", LATER)], CALENDAR)).toEqual(APART);
    expect(dueBesideRows(together(AFTER), [single("goals", LATER)], CALENDAR)).toBeNull();
    expect(dueBesideRows(together(BEFORE), [single("advice", LATER)], CALENDAR)).toBeNull();
  });

  it("finds earlier counts of one that fell due, not of one that did not", () => {
    expect(dueBesideRows(together(LATER), [single("review", BEFORE)], CALENDAR)).toEqual(APART);
    expect(dueBesideRows(together(LATER), [single("goals", BEFORE)], CALENDAR)).toBeNull();
  });

  it("says nothing of a rate of one requirement", () => {
    const rows = [single("review", LATER), together(LATER)];
    expect(dueBesideRows(single("review", BEFORE), rows, CALENDAR)).toBeNull();
  });
});

describe("notComparedWith", () => {
  it("lists what is not compared, and nothing where everything is", () => {
    expect(notComparedWith({ district: null, peers: APART, rows: APART })).toEqual([
      { with: "peers", ...APART },
      { with: "rows", ...APART },
    ]);
    expect(notComparedWith({ district: null, peers: null, rows: null })).toEqual([]);
  });
});
