import { describe, expect, it } from "vitest";
import { enrollment } from "../../../functions/sources/roster/enrollment-rows.ts";
import { boundFields } from "../../../functions/sources/values/bound-fields.ts";
import { fileReader } from "../../../functions/sources/read/file-reader.ts";
import { fileKinds, PROFILES } from "../../../functions/sources/profiles/profiles.ts";
import { utf8 } from "../read-export.ts";

const HEADER = ["student", "school", "enteredOn", "withdrewOn", "stayStatus", "isNoShow"];

/** The days of the enrollment in a record; null where there is none, and what is wrong with it. */
function read(
  enteredOn: string,
  withdrewOn: string,
  status = "",
  isNoShow = "",
  endDays: "last-day-in" | "first-day-out" = "first-day-out",
): string | null {
  const columns = HEADER.map((to) => ({ to, from: [to] }));
  const fields = boundFields(columns, HEADER, { endDays });
  fields.begin(["1", "S", enteredOn, withdrewOn, status, isNoShow]);
  const row = enrollment(fields);
  const fault = fields.fault();
  if (fault !== null) return `${fault.column} ${fault.reason}`;
  return row === null ? null : `${row.enteredOn} ${row.withdrewOn ?? "open"}`;
}

describe("an enrollment", () => {
  it.each([
    ["2021-08-23", "", "", "", "2021-08-23 open"],
    ["2021-08-23", "2021-08-24", "", "", "2021-08-23 2021-08-24"],
    ["2021-08-23", "2021-08-23", "", "", null],
    ["2021-08-23", "2021-08-22", "", "", "withdrewOn ends-before-it-begins"],
    ["2021-08-23", "", "enrolled", "no", "2021-08-23 open"],
    ["2021-08-23", "2022-01-15", "withdrawn", "", "2021-08-23 2022-01-15"],
    ["2021-08-23", "", "withdrawn", "", null],
    ["2021-08-23", "0000-00-00", "withdrawn", "", null],
    ["2021-08-23", "9999-12-31", "withdrawn", "", null],
    ["2021-08-23", "2022-06-11", "not-enrolled", "", null],
    ["", "someday", "not-enrolled", "", null],
    ["2021-08-23", "", "enrolled", "yes", null],
    ["2021-08-23", "", "elsewhere", "", "stayStatus not-a-listed-value"],
    ["2021-08-23", "", "", "perhaps", "isNoShow not-a-listed-value"],
  ])("from %j until %j that is %j, no-show %j, is %s", (from, until, status, noShow, days) => {
    expect(read(from, until, status, noShow)).toBe(days);
  });

  it.each([
    ["2021-08-23", "2021-08-23 2021-08-24"],
    ["2021-08-22", null],
    ["2021-08-21", "withdrewOn ends-before-it-begins"],
  ])("whose last day in is %s, having begun on August 23, is %s", (last, days) => {
    expect(read("2021-08-23", last, "", "", "last-day-in")).toBe(days);
  });

  it.each([
    ["0", "person enrollment"],
    ["Currently Enrolled", "person enrollment"],
    ["Graduated", "person"],
    ["-1", ""],
    ["Pre-Registered", ""],
    ["Pre Registered", ""],
  ])("of PowerSchool whose enroll_status is %s gives %j", (status, tables) => {
    const rows: string[] = [];
    const reader = fileReader(
      { name: "students.text", encoding: "utf-8" },
      ({ table }) => rows.push(table),
      ({ reason }) => rows.push(reason),
    );
    reader.push(
      utf8(
        "id\tdcid\tstudent_number\tlast_name\tschoolid\tentrydate\texitdate\tenroll_status\n" +
          `5401\t1\t0054010\tAlder\t101\t08/23/2021\t06/11/2022\t${status}\n`,
      ),
    );
    reader.end();
    expect(rows.join(" ")).toBe(tables);
  });

  it("has a status that a district maps where its vendor's list lacks it", () => {
    const own = {
      id: "our-codes",
      version: 1,
      title: "Our codes",
      files: [],
      codes: [
        { kind: "power-school/students.text", field: "stayStatus", values: { "7": "enrolled" } },
      ],
    };
    const text =
      "id\tdcid\tstudent_number\tlast_name\tschoolid\tentrydate\texitdate\tenroll_status\n" +
      "5401\t1\t0054010\tAlder\t101\t08/23/2021\t06/11/2022\t7\n";
    const tables = (kinds: ReturnType<typeof fileKinds>): readonly string[] => {
      const rows: string[] = [];
      const reader = fileReader(
        { name: "students.text", encoding: "utf-8", kinds },
        ({ table }) => rows.push(table),
        ({ reason }) => rows.push(reason),
      );
      reader.push(utf8(text));
      reader.end();
      return rows;
    };
    expect(tables(fileKinds(PROFILES))).toEqual(["not-a-listed-value"]);
    expect(tables(fileKinds([...PROFILES, own]))).toEqual(["person", "enrollment"]);
  });
});
