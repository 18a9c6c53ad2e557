import { describe, expect, it } from "vitest";
import { caseloadsOf } from "../../functions/pipeline/caseloads.ts";
import type { WorklistEntry } from "../../functions/pipeline/worklist-entries.ts";

const entry = (student: string, counselor: string, need: string, dueOn: string | null) =>
  ({ school: "A", schoolName: "School A", student, counselor, need, dueOn }) as WorklistEntry;

describe("caseloads", () => {
  it("count each counselor's students once and their entries by need, with what comes due first", () => {
    const caseloads = caseloadsOf([
      entry("1", "K-1", "overdue", "2022-01-19"),
      entry("1", "K-1", "due-soon", "2022-04-06"),
      entry("2", "K-1", "due-soon", "2022-03-20"),
      entry("3", "", "no-plan", null),
    ]);
    expect(caseloads).toEqual([
      {
        ...{ school: "A", schoolName: "School A", counselor: "", students: 1, nextDueOn: null },
        entries: { overdue: 0, "due-soon": 0, "no-plan": 1, "mend-record": 0 },
      },
      {
        ...{ school: "A", schoolName: "School A", counselor: "K-1", students: 2 },
        nextDueOn: "2022-03-20",
        entries: { overdue: 1, "due-soon": 2, "no-plan": 0, "mend-record": 0 },
      },
    ]);
  });
});
