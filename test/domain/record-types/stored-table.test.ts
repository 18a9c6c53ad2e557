import { describe, expect, it } from "vitest";
import { CONFORMED } from "../../../functions/domain/record-types/conformed-tables.ts";
import { rowsAsRead } from "../../../functions/domain/record-types/stored-table.ts";
import { storedRows } from "../../support/stored-rows.ts";

const REVIEW = { review: "R1", participants: ["student", "family"], focusAreas: [] };

describe("the rows of a table", () => {
  it("store a list as text and give it back", () => {
    const [stored] = storedRows(CONFORMED.review, [REVIEW]);
    expect(stored).toEqual({ review: "R1", participants: "student;family", focusAreas: "" });
    expect(rowsAsRead(CONFORMED.review, [{ ...stored, meeting: null }])).toEqual([REVIEW]);
  });

  it("keep a value where the column may lack one", () => {
    const [row] = rowsAsRead(CONFORMED.review, [
      { review: "R1", meeting: "group", participants: "", focusAreas: "" },
    ]);
    expect(row).toEqual({ review: "R1", meeting: "group", participants: [], focusAreas: [] });
  });

  it("stay as they are where no column holds a list", () => {
    const rows = [{ goal: "G1", setOn: null }];
    expect(storedRows(CONFORMED.goal, rows)).toBe(rows);
    expect(rowsAsRead(CONFORMED.goal, rows)).toBe(rows);
  });
});
