import { describe, expect, it } from "vitest";
import type { Grade } from "../../../../functions/domain/people/grade.ts";
import { schoolId, studentId } from "../../../../functions/domain/ids.ts";
import type { SchoolOfReport } from "../../../../functions/reports/state/rows/report-row.ts";
import {
  reportedStudents,
  stateIdOf,
  studentRows,
  studentsWithoutGrade,
} from "../../../../functions/reports/state/rows/student-rows.ts";
import { AS_OF, assessed } from "../../../metrics/assessed-student.ts";
import { CITED, contextWith, definitionWith } from "../../../support/report-in-hand.ts";

const schoolWith = (
  counted: SchoolOfReport["counted"],
  shared: readonly string[] = [],
): SchoolOfReport => ({
  ...{ id: "A", name: "Fernhill", counted, discrepancies: [] },
  records: {
    ...{ school: schoolId("A"), calendars: new Map(), students: [] },
    sharedIdentities: new Set(shared.map(studentId)),
  },
});
const contextOf = (grades: readonly Grade[] | null) =>
  contextWith({
    asOf: AS_OF,
    settings: { district: {}, schools: { A: "0001" } },
    definition: definitionWith({ population: { ...CITED, words: "", rows: "students", grades } }),
  });
const withStateIds = (stateIds: string | null) => {
  const student = assessed({});
  return { ...student.record, student: { ...student.record.student, stateIds } };
};
const withoutGrade = () => {
  const { record, ...student } = assessed({});
  return { ...student, record: { ...record, student: { ...record.student, grade: null } } };
};

describe("a row of a student", () => {
  const [row] = studentRows.rowsOfSchool(schoolWith([assessed({})]), contextOf(null));
  it.each([
    ["school.id", "A"],
    ["school.name", "Fernhill"],
    ["school.stateId", "0001"],
    ["student.id", "0042"],
    ["student.stateId", ""],
    ["student.familyName", "Alderwick"],
    ["student.givenName", "Maren"],
    ["student.grade", "07"],
    ["student.birthOn", ""],
    ["answer.plan.status", "met"],
  ])("says of %s %j", (name, expected) => {
    expect(row?.value(name)).toBe(expected);
    expect(studentRows.sourceOf(name)).not.toBe(null);
  });
  it("gives an answer with its reason", () => {
    expect(row?.value("answer.plan.standing")).toMatchObject({ text: "met" });
  });
  it("says nothing of what it does not know", () => {
    expect(studentRows.sourceOf("student.shoeSize")).toBe(null);
    expect(() => row?.value("student.shoeSize")).toThrow("no value student.shoeSize");
    expect(() => row?.value("answer.nothing.status")).toThrow("no answer for requirement nothing");
  });
});

describe("the students of a report", () => {
  it.each([
    [null, "07", 1],
    [null, "02", 0],
    [["07"], "07", 1],
    [["08"], "07", 0],
    [["02"], "02", 1],
  ] as const)("of grades %j have one of grade %s: %i", (grades, grade, expected) => {
    const school = schoolWith([assessed({ grade })]);
    expect(reportedStudents(school, contextOf(grades))).toHaveLength(expected);
  });
  it("without a grade are in no file, and are named", () => {
    const school = schoolWith([assessed({}), withoutGrade()]);
    expect(reportedStudents(school, contextOf(["07"]))).toHaveLength(1);
    expect(studentsWithoutGrade(school)).toMatchObject([{ student: "0042", school: "A" }]);
  });
});

describe("the state identifier of a student", () => {
  it.each([
    [null, [], ""],
    ["123", [], "123"],
    ["123;124", [], { text: "", isContradicted: true }],
    ["123", ["0042"], { text: "", isContradicted: true }],
    ["123", ["0043"], "123"],
    [null, ["0042"], ""],
  ] as const)("of %j, shared by %j, is %j", (stateIds, shared, expected) => {
    const value = stateIdOf(withStateIds(stateIds), schoolWith([], shared));
    if (typeof expected === "string") expect(value).toBe(expected);
    else expect(value).toMatchObject(expected);
  });
});
