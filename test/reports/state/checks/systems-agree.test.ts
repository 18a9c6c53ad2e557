import { describe, expect, it } from "vitest";
import { day } from "../../../../functions/domain/calendar/day.ts";
import { studentId } from "../../../../functions/domain/ids.ts";
import type { RecordProblem } from "../../../../functions/metrics/cube/record-problem.ts";
import { systemsAgree } from "../../../../functions/reports/state/checks/systems-agree.ts";
import { COUNTING, inHandWith, recordWith } from "../../../support/report-in-hand.ts";

const ten = Array.from({ length: 10 }, (_, n) => recordWith(String(n), []));
const differing = (problem: RecordProblem, ...students: readonly string[]) =>
  students.map((student) => ({
    ...{ student: studentId(student), problem, sinceOn: day("2022-01-10") },
  }));

describe("roster and plan platform", () => {
  it.each([
    ["none", [], "passed", 0],
    ["a tenth, which is the limit", ["3"], "passed", 1],
    ["two of ten", ["3", "4"], "failed", 2],
    ["a student of no record", ["x"], "passed", 0],
  ] as const)("may differ in %s", (_what, students, outcome, failing) => {
    const discrepancies = differing("wrong-grade", ...students);
    const result = systemsAgree.run(inHandWith({ records: ten, discrepancies }));
    expect(result).toMatchObject({ outcome, failing });
    expect(result.faults?.size).toBe(failing);
  });

  it("count a student once who has two problems", () => {
    const discrepancies = [...differing("wrong-grade", "3"), ...differing("wrong-school", "3")];
    expect(systemsAgree.run(inHandWith({ records: ten, discrepancies })).failing).toBe(1);
  });

  it("do not differ by a plan that is missing or old", () => {
    const discrepancies = [
      ...differing("enrolled-without-plan", "1", "2", "3"),
      ...differing("stale-plan-file", "4"),
    ];
    expect(systemsAgree.run(inHandWith({ records: ten, discrepancies })).failing).toBe(0);
  });

  it("say who changes what, and in which system", () => {
    const discrepancies = differing("wrong-school", "0");
    const fault = systemsAgree.run(inHandWith({ records: ten, discrepancies })).faults?.get(0);
    expect(fault).toMatchObject({ owner: "vendor", system: "plan platform", column: "school" });
  });

  it("are not compared for counts", () => {
    expect(systemsAgree.run(inHandWith({ kind: COUNTING })).outcome).toBe("not-made");
  });
});
