import { describe, expect, it } from "vitest";
import { partitionRows } from "../../functions/conformed/partition-rows.ts";
import { CONFORMED } from "../../functions/domain/record-types/conformed-tables.ts";
import type { StoredTable } from "../../functions/domain/record-types/stored-table.ts";
import { toArrow } from "../../functions/releases/files/arrow-rows.ts";
import { storedRows } from "../support/stored-rows.ts";

const REVIEW = { review: "R1", participants: ["student", "family"], focusAreas: [] };
const DEFINED: StoredTable = CONFORMED.review;

/** Rows as they come back from the partition that they make. */
const readBack = (rows: readonly object[]) =>
  partitionRows(DEFINED, toArrow(DEFINED, storedRows(DEFINED, rows as never) as never));

describe("partitionRows", () => {
  it("makes the lists again that were stored as text", () => {
    const [stored] = storedRows(CONFORMED.review, [REVIEW]);
    expect(stored).toEqual({ review: "R1", participants: "student;family", focusAreas: "" });
    expect(readBack([REVIEW])).toMatchObject([REVIEW]);
  });

  it("leaves a field out where a row lacks it, and keeps its value where it does not", () => {
    const [without, grouped] = readBack([REVIEW, { ...REVIEW, meeting: "group" }]);
    expect(without).not.toHaveProperty("meeting");
    expect(grouped).toHaveProperty("meeting", "group");
  });

  it("keeps null where the table does not say that an empty field is absent", () => {
    const [row] = readBack([{ ...REVIEW, heldOn: null }]);
    expect(row).toHaveProperty("heldOn", null);
  });

  it("gives no row of a partition without any", () => {
    expect(readBack([])).toEqual([]);
  });
});
