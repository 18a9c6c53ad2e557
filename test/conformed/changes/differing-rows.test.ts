import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differingRows } from "../../../functions/conformed/changes/differing-rows.ts";
import { CONFORMED } from "../../../functions/domain/record-types/conformed-tables.ts";
import type { RowOf } from "../../../functions/domain/records/table-definition.ts";
import { columnsFromArrow } from "../../../functions/releases/files/arrow-columns.ts";
import { toArrow } from "../../../functions/releases/files/arrow-rows.ts";

type Absence = RowOf<typeof CONFORMED.absence>;
const absence = (student: string, on: string, absentMilli = 1000): Absence => ({
  ...{ student, on, absentMilli, excusal: "excused" },
});
const differing = (before: readonly Absence[] | null, now: readonly Absence[] | null) => {
  const [was, is] = [before, now].map((rows) =>
    rows === null ? null : columnsFromArrow(CONFORMED.absence, toArrow(CONFORMED.absence, rows)),
  );
  return differingRows(CONFORMED.absence, was ?? null, is ?? null);
};

describe("rows that differ", () => {
  const before = [
    absence("1", "2022-03-01"),
    absence("1", "2022-03-02"),
    absence("2", "2022-03-01"),
  ];

  it("are those that came, that went, and that changed", () => {
    const now = [
      absence("0", "2022-03-01"),
      absence("1", "2022-03-02", 500),
      absence("2", "2022-03-01"),
    ];
    expect(differing(before, now)).toEqual({ before: [0, 1], now: [0, 1] });
  });

  it("are none of equal partitions, and all of one that is new or gone", () => {
    expect(differing(before, before)).toEqual({ before: [], now: [] });
    expect(differing(null, before)).toEqual({ before: [], now: [0, 1, 2] });
    expect(differing(before, null)).toEqual({ before: [0, 1, 2], now: [] });
  });

  it("leave the same rows out of two sorted partitions as a search for each row does", () => {
    const anyRows = fc
      .uniqueArray(
        fc.tuple(fc.constantFrom("1", "10", "2"), fc.nat(4), fc.constantFrom(500, 1000)),
        {
          selector: ([student, nth]) => `${student} ${nth}`,
        },
      )
      .map((all) =>
        all
          .map(([student, nth, milli]) => absence(student, `2022-03-0${nth + 1}`, milli))
          .sort((a, b) => (`${a.student} ${a.on}` < `${b.student} ${b.on}` ? -1 : 1)),
      );
    fc.assert(
      fc.property(anyRows, anyRows, (was, is) => {
        const lacking = (rows: readonly Absence[], others: readonly Absence[]) =>
          rows.flatMap((row, number) =>
            others.some((other) => JSON.stringify(other) === JSON.stringify(row)) ? [] : [number],
          );
        expect(differing(was, is)).toEqual({ before: lacking(was, is), now: lacking(is, was) });
      }),
    );
  });
});
