import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { fileReader } from "../../../functions/sources/read/file-reader.ts";
import type { Profile } from "../../../functions/sources/profiles/profile.ts";
import { fileKinds, PROFILES } from "../../../functions/sources/profiles/profiles.ts";
import type { ReadRow } from "../../../functions/sources/read/read-row.ts";
import { isFaulty, validateProfile } from "../../../functions/sources/profiles/validate-profile.ts";
import { readFile, utf8 } from "../read-export.ts";

const HEADER = "staff_id,name,role,school_ids,counselor_ids,is_removed,recorded_at";
const RECEIVED = day("2022-03-15");
const recordedAt = (instant: string, receivedOn = RECEIVED) => {
  const text = `${HEADER}\nS-1,A. Rivera,principal,S1,,,${instant}\n`;
  const { rows, rejects } = readFile("staff.csv", text, null, receivedOn);
  const [row] = rows;
  return row?.table === "staff" ? row.row.recordedAt : rejects.map(({ reason }) => reason);
};

describe("a staff list", () => {
  it.each([
    ["staff.csv", "plain/staff.csv"],
    ["Staff.CSV", "plain/staff.csv"],
    ["staff_2022-03-15.csv", "plain/staff.csv"],
    ["recorded_staff_abcd.csv", "plain/recorded_staff.csv"],
    // A right comes of no file that only looks like a staff list.
    ["people.csv", undefined],
    ["staff_directory.csv", undefined],
    ["our staff.csv", undefined],
  ])("is known by its name: %s is %s", (name, kind) => {
    const text = `${HEADER}\nS-1,A. Rivera,principal,S1,,no,\n`;
    expect(readFile(name, text).reading.kind?.kind).toBe(kind);
  });

  it("is left alone where Clever sends its own under that name", () => {
    const text =
      "School_id,Staff_id,Staff_email,First_name,Last_name,Title\n1,2,a@b.c,Ada,Poe,Nurse\n";
    expect(readFile("staff.csv", text).reading.kind?.kind).toBe("clever/staff.csv");
  });

  it("needs no more than ids and roles", () => {
    const { rows } = readFile("staff.csv", "staff_id,role\nS-1,Superintendent\nS-2,\n");
    expect(rows.map((row) => (row.table === "staff" ? row.row.role : row.table))).toEqual([
      "district-leader",
      null,
    ]);
  });

  it.each([
    ["", ""],
    ["2022-03-15T23:30:00-05:00", "2022-03-16T04:30:00.000Z"],
    ["2022-03-16T23:59:59Z", "2022-03-16T23:59:59.000Z"],
    ["2022-03-17T00:00:00Z", ["day-still-to-come"]],
    ["2202-03-15", ["day-still-to-come"]],
    ["2022-02-30", ["not-a-day"]],
    ["last week", ["not-a-day"]],
  ])("recorded at %j is %j: at most a day after the file came", (instant, expected) => {
    expect(recordedAt(instant)).toEqual(expected);
  });

  it("is read by a profile of the district's own, whose words for roles are mapped and never guessed", () => {
    const own: Profile = {
      id: "hr",
      version: 1,
      title: "The export of human resources",
      files: [
        {
          file: "employees.txt",
          name: "Employees",
          pattern: "^employees\\.txt$",
          signature: ["Emp No", "Job"],
          reads: [
            {
              table: "staff",
              keep: [{ column: "Job", values: ["PRIN", "CNSL", "Registrar"] }],
              columns: [
                { to: "staff", from: ["Emp No"], isRequired: true },
                { to: "name", from: ["Employee"] },
                { to: "role", from: ["Job"], values: { PRIN: "principal" } },
                { to: "schools", from: ["Bldg"] },
              ],
            },
          ],
          leaveOut: [{ column: "Job", values: ["*"] }],
        },
      ],
    };
    expect(isFaulty(validateProfile(own))).toBe(false);
    const rows: ReadRow[] = [];
    const reader = fileReader(
      { name: "employees.txt", encoding: "utf-8", kinds: fileKinds([own, ...PROFILES]) },
      (row) => rows.push(row),
      () => undefined,
    );
    reader.push(
      utf8(
        "Emp No\tEmployee\tJob\tBldg\n7\tA. Rivera\tprin\tS1\n8\tB. Lund\tCNSL\tS1\n9\tC. Poe\tRegistrar\tS1;S2\n10\tD. Moss\tCook\tS1\n",
      ),
    );
    expect(reader.end()).toMatchObject({ records: 4, accepted: 4, leftOut: 1 });
    expect(
      rows.map((row) => (row.table === "staff" ? [row.row.role, row.row.roleAsSent] : row.table)),
    ).toEqual([
      ["principal", "principal"],
      [null, "CNSL"],
      ["registrar", "Registrar"],
    ]);
  });
});

describe("a caseload row", () => {
  const header = "counselor_id,student_id,school_id,grade,last_name_from,last_name_until";
  const read = (line: string) => readFile("caseload.csv", `${header}\n${line}\n`);

  it("that names a student is of that student alone, whatever else it says", () => {
    const [row] = read("K-1,0042,S1,somewhere,Z,A").rows;
    expect(row?.row).toMatchObject({ student: "0042", school: "", grade: null });
  });

  it.each([
    ["K-1,,,09,A,B", "student_id", "missing-value"],
    [",0042,,,,", "counselor_id", "missing-value"],
    ["K-1,,S1,,D,C", "last_name_until", "ends-before-it-begins"],
    ["K-1,,S1,middle,,", "grade", "not-a-listed-value"],
  ])("%j is rejected at %s: %s", (line, column, reason) => {
    const { rows, rejects } = read(line);
    expect(rows).toEqual([]);
    expect(rejects).toEqual([{ file: "caseload.csv", record: 1, column, reason }]);
  });

  it.each(["counselor_id,school_id\nK-1,S1\n", "counselor_id,student_id\nK-1,0042\n"])(
    "needs no more than the column that it fills: %j",
    (text) => {
      expect(readFile("caseload.csv", text).rows).toHaveLength(1);
    },
  );
});
