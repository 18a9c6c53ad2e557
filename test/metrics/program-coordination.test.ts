import { describe, expect, it } from "vitest";
import { day } from "../../functions/domain/calendar/day.ts";
import { planId, studentId } from "../../functions/domain/ids.ts";
import type { PlanDocument } from "../../functions/domain/plans/plan.ts";
import type { MoreRecords } from "../../functions/mandates/clock/clock-case.ts";
import { programCoordination } from "../../functions/metrics/measures/program-coordination.ts";
import { ALL_COLLECTED, NOTHING_COLLECTED } from "../mandates/all-collected.ts";
import { documentOf, FIRST_DAY, held, plan } from "../mandates/clock-case.ts";
import { assessed, partOf } from "./assessed-student.ts";

const inProgram = (program: string): Partial<MoreRecords> => ({
  programs: [{ student: studentId("0042"), program, beganOn: FIRST_DAY, endedOn: null }],
});
const IEP = inProgram("Special Education");
const entered = (on: string): Partial<MoreRecords> => ({
  components: [
    {
      ...{ component: "program-coordination", enteredOn: day(on) },
      ...{ quantity: 1, strand: "", marks: [] },
    },
  ],
});
const beside = plan({ plan: planId("P2"), planType: "504" });

function partWith(given: Partial<MoreRecords>, document: PlanDocument = documentOf([])): string {
  const student = assessed({ document });
  const more = { ...student.record.more, components: [], collected: ALL_COLLECTED, ...given };
  return partOf(programCoordination, { ...student, record: { ...student.record, more } });
}

describe("program-coordination", () => {
  it("is asked of students with an IEP or a 504 plan, by program or by the type of a plan", () => {
    expect(partWith({})).toBe("not-asked");
    expect(partWith({ programs: [] })).toBe("not-asked");
    expect(partWith(inProgram("Bilingual"))).toBe("not-asked");
    expect(partWith(IEP)).toBe("no");
    expect(partWith(inProgram("Section 504 Placement"))).toBe("no");
    expect(partWith({}, documentOf([], [plan(), beside]))).toBe("no");
    expect(partWith({}, documentOf([], [plan(), { ...beside, planType: "IEP" }]))).toBe("no");
  });

  it("is asked of students with an open plan of their own", () => {
    expect(partWith(IEP, documentOf([], [plan({ status: "draft" })]))).toBe("not-asked");
  });

  it.each([
    ["2021-06-30", "no"],
    ["2021-07-01", "yes"],
    ["2021-11-26", "yes"],
    ["2021-11-27", "no"],
  ])("of an entry made on %s says %s", (on, part) => {
    expect(partWith({ ...IEP, ...entered(on) })).toBe(part);
  });

  it.each([
    ["2021-10-01", "yes"],
    ["2021-10-04", "no"],
  ])("of plans reviewed on October 1 and on %s says %s", (on, part) => {
    const reviews = [held("2021-10-01"), held(on, { review: "R2", plan: beside.plan })];
    expect(partWith({}, documentOf(reviews, [plan(), beside]))).toBe(part);
  });

  it("is not asked where nobody notes it, unless both plans were reviewed on one day", () => {
    const unknown = { collected: NOTHING_COLLECTED };
    expect(partWith({ ...IEP, ...unknown })).toBe("not-asked");
    expect(partWith({ ...IEP, components: null })).toBe("not-asked");
    const reviews = [held("2021-10-01"), held("2021-10-01", { review: "R2", plan: beside.plan })];
    expect(partWith(unknown, documentOf(reviews, [plan(), beside]))).toBe("yes");
  });
});
