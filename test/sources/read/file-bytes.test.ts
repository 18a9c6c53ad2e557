import { describe, expect, it } from "vitest";
import type { Reject } from "../../../functions/domain/records/reject.ts";
import { fileReader } from "../../../functions/sources/read/file-reader.ts";
import { cut, utf8 } from "../read-export.ts";

const HEADER = "student_id,date,status,portion_absent,note\n";
const ROLES =
  "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,orgSourcedId";

/** The rejects of a file that comes in chunks cut at these places. */
function rejectsOf(name: string, text: string, places: readonly number[]) {
  const rejects: Reject[] = [];
  const students: string[] = [];
  const reader = fileReader(
    { name, encoding: "utf-8" },
    (row) => {
      if (row.table === "attendance" || row.table === "enrollment") students.push(row.row.student);
    },
    (reject) => rejects.push(reject),
  );
  for (const chunk of cut(utf8(text), places)) reader.push(chunk);
  reader.end();
  return { students, rejects: rejects.map(({ record, reason }) => [record, reason]) };
}

describe("records with characters that are rare", () => {
  const lines = ["1,2022-03-01,absent,,a", "2,2022-03-01,absent,,\u0000", "3,2022-03-01,absent,,c"];
  const text = `${HEADER}${lines.join("\n")}\n`;

  it.each([
    ["whole", []],
    ["cut before it", [text.indexOf("\u0000")]],
    ["cut after it", [text.indexOf("\u0000") + 1]],
    ["cut at every byte", [...text].map((_, place) => place)],
  ])("are rejected alone for a NUL in a file that comes %s", (_how, places) => {
    expect(rejectsOf("daily_attendance.csv", text, places)).toEqual({
      students: ["1", "3"],
      rejects: [[2, "unreadable-characters"]],
    });
  });

  it("are read without the marks that spreadsheets keep text with", () => {
    const roles = ['r1,,,="0042",primary,student,2021-08-23,S1', "r2,,,43,primary,student,,S1"];
    const { students, rejects } = rejectsOf("roles.csv", [ROLES, ...roles, ""].join("\n"), []);
    expect(students).toEqual(["0042", "43"]);
    expect(rejects).toEqual([]);
  });
});
