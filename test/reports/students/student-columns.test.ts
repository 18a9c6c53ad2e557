import { describe, expect, it } from "vitest";
import { studentColumns } from "../../../functions/reports/students/student-columns.ts";
import { studentsTable } from "../../../functions/reports/students/students-table.ts";

describe("the columns of students", () => {
  it("are those of the table, whatever the requirements", () => {
    const requirements = ["plan", "review-1"];
    const { column } = studentColumns(requirements);
    for (const { name } of studentsTable(requirements).columns) expect(column(name)).toEqual([]);
    expect(() => column("review-2.status")).toThrow(
      "the table of students has no column review-2.status",
    );
  });

  it("are as long as there are students", () => {
    const columns = studentColumns([]);
    columns.fixed.student.push("0042");
    expect(columns.length).toBe(1);
    expect(columns.column("student")).toEqual(["0042"]);
  });
});
