import { describe, expect, it } from "vitest";
import {
  caseloadCounselors,
  isEmptyRange,
  type CaseloadAssignment,
} from "../../../functions/domain/people/caseload-assignment.ts";
import { studentId } from "../../../functions/domain/ids.ts";

const ofSchool = (
  counselor: string,
  given: Partial<CaseloadAssignment> = {},
): CaseloadAssignment => ({
  ...{ counselor, student: null, school: "S1", grade: null },
  ...{ familyNameFrom: "", familyNameUntil: "", ...given },
});
const ofStudent = (counselor: string, student: string): CaseloadAssignment => ({
  ...ofSchool(counselor),
  ...{ student: studentId(student), school: "" },
});
const range = (from: string, until: string) =>
  ofSchool("K-1", { familyNameFrom: from, familyNameUntil: until });

const student = (familyName: string, grade: "08" | "09" | null = "09", id = "0042") => ({
  ...{ student: studentId(id), familyName, grade },
});
const isIn = (row: CaseloadAssignment, familyName: string): boolean =>
  caseloadCounselors([row])(student(familyName)).length > 0;

describe("caseloadCounselors", () => {
  it("gives a student the counselor whose row names the student, and nobody else", () => {
    const counselors = caseloadCounselors([ofStudent("K-1", "0042")]);
    expect(counselors(student("Reed"))).toEqual(["K-1"]);
    expect(counselors(student("Reed", "09", "42"))).toEqual([]);
  });

  it("gives every student of the school where a row has neither grade nor range", () => {
    expect(isIn(ofSchool("K-1"), "Reed")).toBe(true);
    expect(isIn(ofSchool("K-1"), "")).toBe(true);
  });

  it("gives those of a grade, and none of whom no grade is known", () => {
    const counselors = caseloadCounselors([ofSchool("K-1", { grade: "09" })]);
    expect(counselors(student("Reed", "09"))).toEqual(["K-1"]);
    expect(counselors(student("Reed", "08"))).toEqual([]);
    expect(counselors(student("Reed", null))).toEqual([]);
  });

  it.each([
    ["C", "Cz", "Bzdak", false],
    ["C", "Cz", "C", true],
    ["C", "Cz", "Cabot", true],
    ["C", "Cz", "Cz", true],
    ["C", "Cz", "Czarnecki", true],
    ["C", "Cz", "Dabrowski", false],
    ["A", "C", "Czarnecki", true],
    ["A", "C", "Dabrowski", false],
    ["Cz", "", "Cyrus", false],
    ["Cz", "", "Czarnecki", true],
    ["Cz", "", "Zimmer", true],
    ["", "Cz", "Abel", true],
    ["", "Cz", "Dabrowski", false],
    ["Cz", "C", "Czarnecki", true],
    ["Cz", "C", "Cabot", false],
  ])("includes from %j until %j the name %s: %s", (from, until, name, expected) => {
    expect(isIn(range(from, until), name)).toBe(expected);
  });

  it("compares names without regard to case and accents", () => {
    expect(isIn(range("o", "O"), "Östberg")).toBe(true);
    expect(isIn(range("MUÑ", "mun"), "Munoz")).toBe(true);
    expect(isIn(range("N", "Ñ"), "Ñandú")).toBe(true);
    expect(isIn(range("L", "l"), "Łukasik")).toBe(true);
  });

  it("has a student whose family name nobody sent in no range", () => {
    expect(isIn(range("", "Z"), "")).toBe(false);
    expect(isIn(range("A", ""), " ")).toBe(false);
  });

  it("asks for grade and range together where a row has both", () => {
    const row = ofSchool("K-1", { grade: "09", familyNameFrom: "A", familyNameUntil: "G" });
    const counselors = caseloadCounselors([row]);
    expect(counselors(student("Abel", "09"))).toEqual(["K-1"]);
    expect(counselors(student("Abel", "08"))).toEqual([]);
    expect(counselors(student("Reed", "09"))).toEqual([]);
  });

  it("names each counselor once: of the student's rows first, then the narrowest of the school's", () => {
    const rows = [
      ofSchool("K-1"),
      ofSchool("K-2", { grade: "09" }),
      ofSchool("K-4", { grade: "09", familyNameFrom: "R" }),
      ofSchool("K-3", { familyNameUntil: "S" }),
      ofStudent("K-9", "0042"),
      ofStudent("K-8", "0042"),
      ofSchool("K-9"),
    ];
    const expected = ["K-8", "K-9", "K-4", "K-2", "K-3", "K-1"];
    expect(caseloadCounselors(rows)(student("Reed"))).toEqual(expected);
    expect(caseloadCounselors(rows.toReversed())(student("Reed"))).toEqual(expected);
  });
});

describe("isEmptyRange", () => {
  it.each([
    ["D", "C", true],
    ["Da", "Cz", true],
    ["C", "C", false],
    ["Cz", "C", false],
    ["c", "C", false],
    ["C", "", false],
    ["", "C", false],
    ["", "", false],
  ])("says of %j until %j: %s", (from, until, expected) => {
    expect(isEmptyRange({ familyNameFrom: from, familyNameUntil: until })).toBe(expected);
  });
});
