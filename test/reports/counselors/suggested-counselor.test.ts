import { describe, expect, it } from "vitest";
import type { CaseloadAssignment } from "../../../functions/domain/people/caseload-assignment.ts";
import { suggestedCounselors } from "../../../functions/reports/counselors/suggested-counselor.ts";
import { row } from "../week/waiting-row.ts";

const assigned = (counselor: string, given: Partial<CaseloadAssignment>): CaseloadAssignment => ({
  ...{ counselor, student: null, school: "A", grade: null },
  ...{ familyNameFrom: "", familyNameUntil: "", ...given },
});
const nameOf = (id: string): string => (id === "K-1" ? "A. Rivera" : id);
const everywhere = (): boolean => true;
const LIST = [
  assigned("K-1", { grade: "09", familyNameFrom: "A", familyNameUntil: "K" }),
  assigned("K-2", { grade: "09", familyNameFrom: "L", familyNameUntil: "R" }),
  assigned("K-3", { grade: "10", familyNameFrom: "A", familyNameUntil: "K" }),
];
const without = (grade: string, familyName: string) =>
  row("1", { grade, familyName, counselor: "", caseload: "" });
const byList = (grade: string, familyName: string, list = LIST) =>
  suggestedCounselors(list, [], nameOf, everywhere)(without(grade, familyName));

describe("suggestedCounselors, by the district's list of caseloads", () => {
  it("suggests who has the grade and the family names", () => {
    expect(byList("09", "Bauer")).toEqual({
      counselor: "K-1",
      because: "Has grade 9, family names A to K at North by the district’s list of caseloads.",
    });
  });

  it("else who has the grade, and nobody where two have it", () => {
    expect(byList("10", "Sand")).toEqual({
      counselor: "K-3",
      because: "Has grade 10 at North by the district’s list of caseloads (family names A to K).",
    });
    expect(byList("09", "Sand")).toEqual({
      counselor: null,
      because: "No suggestion: A. Rivera and K-2 are as near by the district’s list of caseloads.",
    });
  });

  it("else who has the family names in every grade", () => {
    const range = { familyNameFrom: "L", familyNameUntil: "R" };
    expect(byList("11", "Lund", [...LIST, assigned("K-5", range)])).toEqual({
      counselor: "K-5",
      because: "Has family names L to R at North by the district’s list of caseloads.",
    });
  });

  it.each(["08", "10", "11", "12"])(
    "does not take a range of grade 9 for a reason in grade %s",
    (grade) => {
      const list = [assigned("K-2", { grade: "09", familyNameFrom: "L", familyNameUntil: "R" })];
      expect(byList("09", "Lund", list).counselor).toBe("K-2");
      expect(byList(grade, "Lund", list)).toEqual({
        counselor: null,
        because: `No suggestion: nobody who works there has a student of grade ${Number(grade)} at North.`,
      });
    },
  );

  it("else who has the whole school", () => {
    expect(byList("11", "Sand", [...LIST, assigned("K-9", {})])).toEqual({
      counselor: "K-9",
      because: "Has all students at North by the district’s list of caseloads.",
    });
  });

  it("goes by the students of the grade where no row of the list is near", () => {
    const peer = row("2", { grade: "11", counselor: "K-4", caseload: "K-4" });
    expect(suggestedCounselors(LIST, [peer], nameOf, everywhere)(without("11", "Sand"))).toEqual({
      counselor: "K-4",
      because: "Has the most students of grade 11 at North (1).",
    });
  });
});

describe("suggestedCounselors, without a list of the school", () => {
  const of = (counselor: string, grade: string, student: string) =>
    row(student, { grade, counselor, caseload: counselor });
  const rows = [
    of("K-1", "09", "2"),
    of("K-1", "09", "3"),
    of("K-2", "09", "4"),
    of("K-2", "10", "5"),
  ];
  const suggest = suggestedCounselors([], rows, nameOf, everywhere);

  it("suggests who has the most students of the grade", () => {
    expect(suggest(without("09", "Bauer"))).toEqual({
      counselor: "K-1",
      because: "Has the most students of grade 9 at North (2).",
    });
  });

  it("suggests nobody where two have as many, or nobody has any", () => {
    const tied = suggestedCounselors([], [...rows, of("K-2", "09", "6")], nameOf, everywhere);
    expect(tied(without("09", "Bauer"))).toEqual({
      counselor: null,
      because:
        "No suggestion: A. Rivera and K-2 have as many students of grade 9 at North (2 each).",
    });
    expect(suggest(without("12", "Bauer"))).toEqual({
      counselor: null,
      because: "No suggestion: nobody who works there has a student of grade 12 at North.",
    });
  });

  it("leaves out who does not work at the school, whoever has the most students there", () => {
    const worksHere = (counselor: string): boolean => counselor === "K-2";
    expect(suggestedCounselors([], rows, nameOf, worksHere)(without("09", "Bauer"))).toEqual({
      counselor: "K-2",
      because: "Has the most students of grade 9 at North (1).",
    });
  });

  it("counts a student of two caseloads for both", () => {
    const shared = row("7", { grade: "11", counselor: "K-1", caseload: "K-1;K-2" });
    const alone = row("8", { grade: "11", counselor: "K-2", caseload: "K-2" });
    expect(
      suggestedCounselors([], [shared, alone], nameOf, everywhere)(without("11", "Bauer")),
    ).toMatchObject({
      counselor: "K-2",
    });
  });
});
