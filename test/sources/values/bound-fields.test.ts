import { describe, expect, it } from "vitest";
import { boundFields } from "../../../functions/sources/values/bound-fields.ts";
import type { Fields } from "../../../functions/sources/values/fields.ts";
import type { ColumnMap } from "../../../functions/sources/profiles/profile.ts";

const COLUMNS: readonly ColumnMap[] = [
  { to: "id", from: ["student_id", "studentId"], isRequired: true },
  { to: "on", from: ["date"] },
  { to: "last", from: ["last_day"], endDays: "last-day-in" },
  { to: "status", from: ["status"], values: { Absent: "away", "In Attendance": "here" } },
  { to: "tags", from: ["tags"] },
  { to: "portion", from: ["portion"] },
];
const HEADER = ["Student_ID", "date", "last_day", "status", "tags", "portion"];

/** The fields of a record with one cell filled in, beside the id. */
function fieldsWith(column: string, value: string): Fields {
  const fields = boundFields(COLUMNS, HEADER);
  fields.begin(
    HEADER.map((name) => (name === column ? value : name === "Student_ID" ? "007" : "")),
  );
  return fields;
}

describe("fields", () => {
  it("find their column in any case and under any of its names", () => {
    for (const name of ["STUDENT_ID", "studentid"]) {
      const fields = boundFields(COLUMNS, [name]);
      fields.begin(["007"]);
      expect(fields.text("id")).toBe("007");
    }
  });

  it("trim text and keep leading zeros", () => {
    expect(fieldsWith("Student_ID", "  0042 ").text("id")).toBe("0042");
  });

  it("miss a required value that is blank, or whose column is not there", () => {
    const blank = fieldsWith("Student_ID", "  ");
    blank.text("id");
    expect(blank.fault()).toEqual({ column: "student_id", reason: "missing-value" });
    const without = boundFields(COLUMNS, ["date"]);
    without.begin(["2022-03-01"]);
    without.text("id");
    expect(without.fault()).toEqual({ column: "student_id", reason: "missing-value" });
  });

  it("take the first column where two have the same name", () => {
    const fields = boundFields(COLUMNS, ["student_id", "student_id"]);
    fields.begin(["1", "2"]);
    expect(fields.text("id")).toBe("1");
  });

  it.each([
    ["2022-03-01", "2022-03-01"],
    ["2022-03-01T08:00:00Z", "2022-03-01"],
    ["2022-03-01 08:00", "2022-03-01"],
    ["2022/03/01 08:00", "2022-03-01"],
    ["2022-3-1", "2022-03-01"],
    ["20220301", "2022-03-01"],
    ["3/21/2022 8:22:18", "2022-03-21"],
    ["21/03/2022", "2022-03-21"],
    ["3/21/22", "2022-03-21"],
    ["21-MAR-2022", "2022-03-21"],
    ["21MAR2022", "2022-03-21"],
    ["2022-Mar-21", "2022-03-21"],
    ["Mar  4 2022 12:00AM", "2022-03-04"],
    ["04-MAR-22 12.00.00.000000000 AM", "2022-03-04"],
    ["March 4th, 2022", "2022-03-04"],
    ["4 March 2022 14:05", "2022-03-04"],
    ["", null],
    ["00/00/0000", null],
    ["0/0/0", null],
    ["0000-00-00 00:00:00", null],
    ["1/0/1900", null],
    ["1900-01-01 00:00:00.000", null],
    ["12/30/1899", null],
    ["0001-01-01T00:00:00", null],
    ["NaT", null],
    ["12:00:00 AM", null],
    ["infinity", null],
    ["~", null],
  ])("read %j as the day %s", (value, on) => {
    const fields = fieldsWith("date", value);
    expect(fields.day("on")).toBe(on);
    expect(fields.fault()).toBeNull();
  });

  it.each([
    ["2022-02-29", "not-a-day"],
    ["03/01/2022", "ambiguous-day"],
    ["1/3/22", "ambiguous-day"],
    ["13/13/2022", "not-a-day"],
    ["44621", "not-a-day"],
    ["2022-03-01x", "not-a-day"],
    ["1898-12-31", "day-out-of-range"],
    ["2100-01-02", "day-out-of-range"],
  ])("take %j for no day, and do not guess", (value, reason) => {
    const fields = fieldsWith("date", value);
    expect(fields.day("on")).toBeNull();
    expect(fields.fault()).toEqual({ column: "date", reason });
  });

  it("make of a last day that counts the first that does not", () => {
    expect(fieldsWith("last_day", "2022-02-28").endDay("last")).toBe("2022-03-01");
    expect(fieldsWith("last_day", "9999-12-31").endDay("last")).toBeNull();
  });

  it.each([
    ["att_code", "", "here"],
    ["att_code", "  ", "here"],
    ["att_code", "NULL", "here"],
    ["att_code", "\\N", "here"],
    ["Att Code", "", "here"],
    ["att_code", "UA", "away"],
    // A look-up of a spreadsheet that found nothing, and words for "not applicable", are no blank.
    ["att_code", "#N/A", "missing-value"],
    ["att_code", "N/A", "missing-value"],
    ["att_code", "-", "missing-value"],
    ["presence", "", "missing-value"],
    ["other", "", "missing-value"],
  ])("read a cell %s of %j by what a blank means there: %s", (name, cell, result) => {
    const kind = {
      to: "kind",
      from: ["presence", "att_code"],
      isRequired: true,
      blank: { att_code: "here" },
      values: { UA: "away" },
    };
    const fields = boundFields([kind], ["id", name]);
    fields.begin(["1", cell]);
    expect(fields.oneOf("kind", ["here", "away"]) ?? fields.fault()?.reason).toBe(result);
  });

  it("read no blank where the record is cut short", () => {
    const kind = { to: "kind", from: ["code"], isRequired: true, blank: { code: "here" } };
    const fields = boundFields([kind], ["id", "code"]);
    fields.begin(["1"]);
    expect(fields.oneOf("kind", ["here", "away"])).toBeNull();
    expect(fields.fault()).toEqual({ column: "code", reason: "missing-value" });
  });

  it("want a day where one must be", () => {
    const fields = fieldsWith("date", "");
    fields.requiredDay("on");
    expect(fields.fault()).toEqual({ column: "date", reason: "missing-value" });
  });

  it("want a day where a system writes its zero for none", () => {
    const fields = fieldsWith("date", "1900-01-01");
    fields.requiredDay("on");
    expect(fields.fault()).toEqual({ column: "date", reason: "missing-value" });
    expect(fieldsWith("last_day", "1/1/1900").endDay("last")).toBeNull();
  });

  it.each([
    ["0.5", 0.5],
    ["-1", -1],
    ["12", 12],
    ["1/4", 0.25],
    ["half", 0.5],
    ["0,5", 0.5],
    ["12,25", 12.25],
    ["", null],
    [".", null],
    ["NaN", null],
    ["NA", null],
  ])("read %j as the number %s", (value, number) => {
    expect(fieldsWith("portion", value).number("portion")).toBe(number);
  });

  it.each(["1e3", "1,000", "1,50,3", "hall", "0x10", "x"])("take %j for no number", (value) => {
    const fields = fieldsWith("portion", value);
    expect(fields.number("portion")).toBeNull();
    expect(fields.fault()?.reason).toBe("not-a-number");
  });

  it.each([
    ["here", "here"],
    ["HERE", "here"],
    ["absent", "away"],
    ["uri://ed-fi.org/AttendanceDescriptor#In Attendance", "here"],
    ["", null],
  ])("read %j as the listed value %s", (value, status) => {
    const fields = fieldsWith("status", value);
    expect(fields.oneOf("status", ["here", "away"])).toBe(status);
    expect(fields.fault()).toBeNull();
  });

  it("take a value that is not listed for a fault", () => {
    const fields = fieldsWith("status", "elsewhere");
    expect(fields.oneOf("status", ["here", "away"])).toBeNull();
    expect(fields.fault()).toEqual({ column: "status", reason: "not-a-listed-value" });
  });

  it("read a list with semicolons or commas between its values", () => {
    const listOf = (value: string) => fieldsWith("tags", value).listOf("tags", ["one", "two"]);
    expect(listOf("One; two")).toEqual(["one", "two"]);
    expect(listOf("one,two;")).toEqual(["one", "two"]);
    expect(listOf("")).toEqual([]);
    const fields = fieldsWith("tags", "one;three");
    expect(fields.listOf("tags", ["one", "two"])).toEqual(["one"]);
    expect(fields.fault()).toBeNull();
    expect(fields.setAside()).toEqual([{ column: "tags", reason: "not-a-listed-value" }]);
    const none = fieldsWith("tags", "three;four");
    expect(none.listOf("tags", ["one", "two"])).toEqual([]);
    expect(none.fault()?.reason).toBe("not-a-listed-value");
  });

  it.each([
    ["one/two", ["one", "two"]],
    ["one and two", ["one", "two"]],
    ["two, and one", ["two", "one"]],
    ["One & two", ["one", "two"]],
    ["one|two", ["one", "two"]],
    ["one\nTwo", ["one", "two"]],
    ["uri://a.example/D#One,uri://b.example/D#Two", ["one", "two"]],
    ["Parent/Guardian and one", ["guardian", "one"]],
  ])("read the list %j as people write it", (value, items) => {
    const tags = { to: "tags", from: ["tags"], values: { "Parent/Guardian": "guardian" } };
    const fields = boundFields([tags], ["tags"]);
    fields.begin([value]);
    expect(fields.listOf("tags", ["one", "two", "guardian"])).toEqual(items);
    expect(fields.fault()).toBeNull();
  });

  it("refuse control characters, but not a line break in a text", () => {
    const fault = (value: string) => {
      const fields = fieldsWith("tags", value);
      fields.text("tags");
      return fields.fault()?.reason ?? null;
    };
    expect(fault("a\u0000b")).toBe("unreadable-characters");
    expect(fault("a\u0007b")).toBe("unreadable-characters");
    expect(fault("a\nb\tc")).toBeNull();
  });

  it("take more cells than columns for a fault, unless they are empty", () => {
    const fields = boundFields(COLUMNS, HEADER);
    fields.begin(["007", "", "", "", "", "", "", ""]);
    expect(fields.fault()).toBeNull();
    fields.begin(["007", "", "", "", "", "", "x"]);
    expect(fields.fault()).toEqual({ column: "", reason: "too-many-cells" });
  });

  it("name the first fault of a record, and forget it with the next record", () => {
    const fields = boundFields(COLUMNS, HEADER);
    fields.begin(["", "no day"]);
    fields.text("id");
    fields.day("on");
    expect(fields.fault()).toEqual({ column: "student_id", reason: "missing-value" });
    fields.begin(["1"]);
    expect(fields.fault()).toBeNull();
  });
});
