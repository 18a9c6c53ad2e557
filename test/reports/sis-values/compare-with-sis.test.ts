import { describe, expect, it } from "vitest";
import { compareWithSis } from "../../../functions/reports/sis-values/compare-with-sis.ts";
import { makeReport } from "../../../functions/pipeline/state-reports/make-report.ts";
import { conformedCastForStates } from "../../support/cast-for-states.ts";
import { CAST, CAST_DAY, quiet } from "../../support/local-district.ts";
import { reportCalled } from "../../support/made-report.ts";

const fileOf = (...lines: readonly string[]) => ({
  name: "list.csv",
  text: lines.map((line) => `${line}\n`).join(""),
});
const made = async (id: string) =>
  makeReport(await conformedCastForStates(), CAST, reportCalled(id), CAST_DAY, quiet);

describe("a report beside the student information system's own list", { timeout: 60_000 }, () => {
  it("differs by student and field, whatever the gate says", async () => {
    const report = await made("tx-endorsement-reconciliation");
    const place = (name: string) => report.inHand.fields.findIndex((field) => field.name === name);
    const stateIdOf = (student: string) =>
      report.inHand.records.find(({ about }) => about.student === student)!.cells[
        place("state_student_id")
      ]!;
    const students = report.inHand.records.map(({ about, cells }) => ({
      ...{ student: about.student, stateId: cells[place("state_student_id")]! },
      ...{ grade: cells[place("grade")]!, says: cells[place("finding")]! },
    }));
    const [named, none] = ["4 the plan names one", "2 the plan names none"].map((says) =>
      students.find((student) => student.says === says)!,
    );
    // Each student as the plan has it, but the two that are to differ.
    const lines = students.map(({ student, stateId, grade, says }) => {
      const isNamed = says.startsWith("4") !== [named!.student, none!.student].includes(student);
      return `${stateId},${isNamed ? 1 : 0},0,0,0,0,${grade}`;
    });
    const header = "E1523,E1544,E1545,E1546,E1547,E1548,grade";
    const compared = compareWithSis(report.inHand, fileOf(header, ...lines));
    if ("because" in compared) throw new Error(compared.because);
    const { differences, matched, rejects, lacking } = compared;
    const differing = differences.filter(({ kind }) => kind === "differs");
    expect(
      differing.map(({ about, field, inList, inReport }) => [
        about?.student,
        field,
        inList,
        inReport,
      ]),
    ).toEqual(
      expect.arrayContaining([
        [named!.student, "endorsement", "none", "an endorsement"],
        [none!.student, "endorsement", "an endorsement", "none"],
      ]),
    );
    expect(differing).toHaveLength(2);
    expect([rejects, lacking]).toEqual([[], []]);
    expect(matched).toBeGreaterThan(5);
    expect(stateIdOf(named!.student)).toMatch(/^77/);
  });

  it("needs a report that has a profile, and columns to compare", async () => {
    const report = await made("in-diploma-reconciliation");
    const because = ({ inHand }: typeof report, ...lines: readonly string[]) => {
      const compared = compareWithSis(inHand, fileOf(...lines));
      return "because" in compared ? compared.because : "";
    };
    expect(because(report, "id,graduationPlanType")).toContain(
      "expected one named studentUniqueId or STN",
    );
    expect(because(report, "STN,name", "1,a")).toContain("the list has no column to compare");
    expect(because(await made("ky-ilp-completion"), "STN")).toContain(
      "ky-ilp-completion is compared with no list",
    );
  });
});
