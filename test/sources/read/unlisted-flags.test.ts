import { describe, expect, it } from "vitest";
import { readFile } from "../read-export.ts";

const CLEVER =
  "School_id,Student_id,Student_number,State_id,Last_name,First_name,Gender,Dob,Grade,Ell_status,Iep_status,Frl_status";
const student = (ell: string, iep: string, frl: string): string =>
  `${CLEVER}\nS1,0061,8061,T61,Penhallow,Ivo,M,01/02/2006,11,${ell},${iep},${frl}\n`;

/** The programs that a student is in, and the columns that are told. */
function read(ell: string, iep: string, frl: string) {
  const { rows, rejects, reading } = readFile("students.csv", student(ell, iep, frl));
  const programs = rows.flatMap(({ table, row }) =>
    table === "program" && row !== null && "program" in row ? [row.program] : [],
  );
  expect(reading).toMatchObject({ records: 1, accepted: 1, rejected: 0 });
  return { programs, told: rejects.map(({ column, disposition }) => [column, disposition]) };
}

describe("a flag of a program", () => {
  it.each([
    ["Y", "N", "F", ["English learner", "Economically disadvantaged"], []],
    ["", "", "", [], []],
    ["N", "0", "P", [], []],
    ["n/a", "NA", "Paid", [], []],
    ["maybe", "N", "R", ["Economically disadvantaged"], ["Ell_status"]],
    ["Y", "2", "sometimes", ["English learner"], ["Iep_status", "Frl_status"]],
  ] as const)("of %j, %j and %j is %j, and tells of %j", (ell, iep, frl, programs, columns) => {
    expect(read(ell, iep, frl)).toEqual({
      programs,
      told: columns.map((column) => [column, "set-aside"]),
    });
  });
});

describe("schools listed in one cell", () => {
  const users = (orgs: string): string =>
    `sourcedId,orgSourcedIds,role,givenName,familyName,grades\n7,"${orgs}",student,A,B,09\n`;

  it.each(["S1,S2", "S1;S2", "S1|S2", "[S1, S2]", " S1 , S2 "])("are two in %j", (orgs) => {
    const { rows } = readFile("users.csv", users(orgs));
    const schools = rows.flatMap(({ table, row }) =>
      table === "enrollment" && row !== null && "school" in row ? [row.school] : [],
    );
    expect(schools).toEqual(["S1", "S2"]);
  });
});
