import { describe, expect, it } from "vitest";
import { noRecord } from "../../../functions/sources/csv/no-record.ts";

const isNoRecord = noRecord(["student_id", "date", "code"]);

describe("noRecord", () => {
  it.each(["0042", "P0042", "p1 of 2", "42", "12,5", "Page", "Totality", "x rows", "4 ways"])(
    "takes a line for a record whose first cell is %j",
    (first) => {
      expect(isNoRecord([first, "", ""])).toBe(false);
    },
  );

  it.each([
    ...["Page 1 of 2", "page 3", "Total: 42", "Grand total", "Record count", "Students = 1,200"],
    ...["42 rows", "(5 rows affected)", "1,200 students", "*** End of report ***", "end of file"],
    ...["----", "==", "\u001a", ""],
  ])("takes a line for no record whose first cell is %j", (first) => {
    expect(isNoRecord([first, "", ""])).toBe(true);
    expect(isNoRecord(["", first, ""])).toBe(true);
  });

  it("takes a footer for no record where numbers follow it, and for a record where words do", () => {
    expect(isNoRecord(["Record count", "", "5"])).toBe(true);
    expect(isNoRecord(["Record count", "", "absent"])).toBe(false);
    expect(isNoRecord(["42 rows", "2021-09-01", "P"])).toBe(false);
  });

  it("takes the header once more for no record, with the name of its table or without", () => {
    expect(isNoRecord(["Student ID", "DATE", "code"])).toBe(true);
    expect(isNoRecord(["STUDENTS.Student_ID", "A.Date", "A.Code"])).toBe(true);
    expect(isNoRecord(["Student ID", "DATE", "P"])).toBe(false);
  });
});
