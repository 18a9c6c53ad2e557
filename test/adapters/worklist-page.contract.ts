import { describe, expect, it } from "vitest";
import { districtId, schoolId, studentId } from "../../functions/domain/ids.ts";
import { day } from "../../functions/domain/day.ts";
import type { Table } from "../../functions/pipeline/ports.ts";
import type { WorklistEntry } from "../../functions/pipeline/worklist-entries.ts";
import { worklistItem, worklistPage } from "../../functions/pipeline/worklist.ts";

const DISTRICT = districtId("cast");
const entry = (given: Partial<WorklistEntry>): WorklistEntry => ({
  student: studentId("0042"),
  givenName: "Maren",
  familyName: "Alderwick",
  grade: "07",
  school: schoolId("A"),
  schoolName: "School A",
  counselor: "K-1",
  requirement: "review-1",
  requirementName: "First review of the year",
  rule: "The plan is reviewed.",
  citation: "A rule",
  status: "not-held",
  need: "overdue",
  owner: "counselor",
  sinceOn: null,
  dueOn: day("2022-01-19"),
  daysLeft: -55,
  because: "No review was held.",
  asOf: day("2022-03-15"),
  ...given,
});

const OVERDUE = ["2022-01-20", "2021-11-02", "2022-02-01"].map((on, at) =>
  entry({ student: studentId(`O${at}`), dueOn: day(on) }),
);
const SOON = entry({
  student: studentId("S"),
  need: "due-soon",
  status: "pending",
  dueOn: day("2022-03-20"),
});
const NO_PLAN = entry({ student: studentId("N"), need: "no-plan", status: "plan-missing" });
const MEND = entry({
  student: studentId("M"),
  need: "mend-record",
  status: "",
  dueOn: null,
  sinceOn: day("2021-09-01"),
});
const EARLIER = entry({ student: studentId("E"), status: "not-met", dueOn: null });

/** What a page of a school's worklist is, on any table. */
export function worklistPageContract(open: () => Promise<Table>): void {
  describe("a page of the worklist", () => {
    const filled = async (): Promise<{ table: Table; asked: () => number }> => {
      const table = await open();
      const entries = [MEND, NO_PLAN, SOON, ...OVERDUE, EARLIER];
      await table.putAll(entries.map((one) => worklistItem(DISTRICT, "A", one)));
      const elsewhere = entry({ student: studentId("X"), school: schoolId("B") });
      await table.put(worklistItem(DISTRICT, "B", elsewhere));
      let asked = 0;
      const counted: Table = {
        ...table,
        queryWorklist: (query) => {
          asked++;
          return table.queryWorklist(query);
        },
      };
      return { table: counted, asked: () => asked };
    };
    const students = ({ entries }: { entries: readonly WorklistEntry[] }) =>
      entries.map(({ student }) => student);

    it("has the most urgent first: overdue by days, due soon, without a plan, records to mend", async () => {
      const { table, asked } = await filled();
      const page = await worklistPage(table, DISTRICT, "A", { limit: 50 });
      expect(students(page)).toEqual(["E", "O1", "O0", "O2", "S", "N", "M"]);
      expect(page).toMatchObject({ next: null });
      expect(asked()).toBe(1);
    });

    it("is one query, and the next goes on where it ended", async () => {
      const { table, asked } = await filled();
      const first = await worklistPage(table, DISTRICT, "A", { limit: 3 });
      expect(students(first)).toEqual(["E", "O1", "O0"]);
      expect(asked()).toBe(1);
      const second = await worklistPage(table, DISTRICT, "A", { limit: 3, after: first.next });
      expect(students(second)).toEqual(["O2", "S", "N"]);
      expect(asked()).toBe(2);
    });

    it("is of one need alone where that is asked", async () => {
      const { table } = await filled();
      const overdue = await worklistPage(table, DISTRICT, "A", { need: "overdue", limit: 50 });
      expect(students(overdue)).toEqual(["E", "O1", "O0", "O2"]);
      const none = await worklistPage(table, DISTRICT, "C", { need: "overdue", limit: 50 });
      expect(none).toEqual({ entries: [], next: null });
    });
  });
}
