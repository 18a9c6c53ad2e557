import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byUrgency, urgency } from "../../../functions/reports/worklist/by-urgency.ts";
import type { WorklistEntry } from "../../../functions/reports/worklist/worklist-entries.ts";
import {
  isPastDue,
  WORKLIST_NEEDS,
  type WorklistNeed,
} from "../../../functions/metrics/questions/worklist-needs.ts";

const entry = (
  student: string,
  need: string,
  dueOn: string | null,
  given: Partial<WorklistEntry> = {},
): WorklistEntry =>
  ({
    school: "A",
    student,
    need,
    dueOn,
    sinceOn: null,
    requirement: "review-1",
    ...given,
  }) as WorklistEntry;

const students = (entries: readonly WorklistEntry[]) => entries.map(({ student }) => student);

describe("urgency", () => {
  it("puts what is past its due day first, then due soon, no plan, and records to fix", () => {
    const orderOf = (need: WorklistNeed) =>
      urgency({ need, dueOn: "2022-01-07" as never, sinceOn: null });
    const orders = ["overdue", "due-soon", "no-plan", "fix-record"] as const;
    expect(orders.map(orderOf).sort()).toEqual(orders.map(orderOf));
    const missing = ["plan-missing", "content-missing", "signature-missing", "record-missing"];
    for (const need of missing as readonly WorklistNeed[]) {
      expect(orderOf(need)).toBe(orderOf("overdue"));
      expect(isPastDue(need)).toBe(true);
    }
    expect(new Set([...orders, ...missing])).toEqual(new Set(WORKLIST_NEEDS));
    expect(orders.map(isPastDue)).toEqual([true, false, false, false]);
  });

  it("puts the earliest day first, since when for a record", () => {
    const of = (dueOn: string | null, sinceOn: string | null) =>
      urgency({ need: "fix-record", dueOn, sinceOn });
    expect(of(null, "2021-09-06") < of(null, "2021-09-07")).toBe(true);
    expect(of("2021-09-01", "2022-01-01") < of(null, "2021-09-02")).toBe(true);
  });

  it("puts what was due in an earlier year, on a day no record gives, first of what is overdue", () => {
    const overdue = (dueOn: string | null) => urgency({ need: "overdue", dueOn, sinceOn: null });
    expect(overdue(null) < overdue("2021-09-06")).toBe(true);
    const plan = urgency({ need: "plan-missing", dueOn: null, sinceOn: null });
    expect(plan < overdue("2021-09-06")).toBe(true);
    const missing = (dueOn: string | null) => urgency({ need: "no-plan", dueOn, sinceOn: null });
    expect(missing(null) > missing("2021-09-06")).toBe(true);
  });
});

describe("byUrgency", () => {
  it("puts the most urgent first over several schools", () => {
    const entries = [
      entry("1", "no-plan", null),
      entry("2", "due-soon", "2022-03-20"),
      entry("3", "overdue", "2022-01-19"),
      entry("4", "overdue", "2021-11-12", { school: "B" }),
      entry("5", "fix-record", null, { sinceOn: "2021-09-06" as never }),
      entry("6", "overdue", null),
    ];
    expect(students(byUrgency(entries))).toEqual(["6", "4", "3", "2", "1", "5"]);
  });

  it("puts what is as urgent in order by school, student and requirement", () => {
    const entries = [
      entry("2", "overdue", null),
      entry("1", "overdue", null, { school: "B" }),
      entry("1", "overdue", null, { requirement: "review-2" }),
      entry("1", "overdue", null),
    ];
    expect(
      byUrgency(entries).map(({ school, student, requirement }) => [school, student, requirement]),
    ).toEqual([
      ["A", "1", "review-1"],
      ["A", "1", "review-2"],
      ["A", "2", "review-1"],
      ["B", "1", "review-1"],
    ]);
  });

  it("comes to the same in whatever order entries come, and changes none", () => {
    const any = fc
      .uniqueArray(fc.nat({ max: 40 }), { maxLength: 12 })
      .map((numbers) =>
        numbers.map((number) =>
          entry(
            `${number}`,
            WORKLIST_NEEDS[number % WORKLIST_NEEDS.length]!,
            number % 3 === 0 ? null : "2022-01-19",
          ),
        ),
      );
    fc.assert(
      fc.property(any, (entries) => {
        const before = [...entries];
        expect(byUrgency(entries.toReversed())).toEqual(byUrgency(entries));
        expect(entries).toEqual(before);
      }),
    );
  });
});
