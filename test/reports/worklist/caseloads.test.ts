import { describe, expect, it } from "vitest";
import { caseloadsOf } from "../../../functions/reports/worklist/caseloads.ts";
import type { WorklistEntry } from "../../../functions/reports/worklist/worklist-entries.ts";
import { WORKLIST_NEEDS } from "../../../functions/metrics/questions/worklist-needs.ts";

const entry = (
  student: string,
  counselor: string,
  need: string,
  dueOn: string | null,
  school = "A",
) => ({ school, schoolName: `School ${school}`, student, counselor, need, dueOn }) as WorklistEntry;

const NONE = Object.fromEntries(WORKLIST_NEEDS.map((need) => [need, 0]));

describe("caseloads", () => {
  it("count each counselor's students once and their entries by need, with what comes due first", () => {
    const caseloads = caseloadsOf([
      entry("1", "K-1", "overdue", "2022-01-19"),
      entry("1", "K-1", "due-soon", "2022-04-06"),
      entry("2", "K-1", "due-soon", "2022-03-20"),
      entry("3", "", "no-plan", null),
      entry("3", "", "fix-record", null),
      entry("3", "", "signature-missing", "2022-01-19"),
    ]);
    expect(caseloads).toEqual([
      {
        ...{ school: "A", schoolName: "School A", counselor: "", students: 1, nextDueOn: null },
        entries: { ...NONE, "no-plan": 1, "fix-record": 1, "signature-missing": 1 },
      },
      {
        ...{ school: "A", schoolName: "School A", counselor: "K-1", students: 2 },
        nextDueOn: "2022-03-20",
        entries: { ...NONE, overdue: 1, "due-soon": 2 },
      },
    ]);
  });

  it("are one per school of a counselor who looks after students of two, in their order", () => {
    const caseloads = caseloadsOf([
      entry("2", "K-1", "overdue", null, "B"),
      entry("1", "K-1", "overdue", null, "A"),
      entry("3", "K-0", "overdue", null, "B"),
    ]);
    expect(
      caseloads.map(({ school, counselor, students }) => [school, counselor, students]),
    ).toEqual([
      ["A", "K-1", 1],
      ["B", "K-0", 1],
      ["B", "K-1", 1],
    ]);
  });

  it("name no student", () => {
    const [caseload] = caseloadsOf([entry("0042", "K-1", "overdue", null)]);
    expect(JSON.stringify(caseload)).not.toContain("0042");
  });

  it("are none where nothing is to be done", () => {
    expect(caseloadsOf([])).toEqual([]);
  });
});
