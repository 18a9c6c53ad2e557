import { describe, expect, it } from "vitest";
import { studentId } from "../../../functions/domain/ids.ts";
import { schoolYear } from "../../../functions/domain/calendar/school-year.ts";
import {
  hasAllDocuments,
  planListItems,
  plansHash,
  readPlanLists,
} from "../../../functions/pipeline/conform/plan-lists.ts";
import { CAST } from "../../support/local-district.ts";
import { memoryTable } from "../../support/stores/memory-table.ts";

const partition = (table: string, hash: string) => ({ name: `${table}/S#1`, table, hash, rows: 1 });
const school = (...hashes: readonly string[]) => ({
  id: "S#1",
  name: "One",
  partitions: hashes.map((hash, index) => partition(["plan", "absence"][index]!, hash)),
});
type School = Parameters<typeof plansHash>[0];
const SCHOOL = school("a", "b") as unknown as School;

const documents = (count: number, id: string) =>
  Array.from({ length: count }, (_, n) => ({
    student: studentId(`${id}${n}`),
    schoolYear: schoolYear(2022),
    hash: n % 3 === 0 ? null : `${n}`.padStart(32, "0"),
  }));

describe("plan-lists", () => {
  it.each([
    ["no document", 0, "C-"],
    ["one", 1, "C-"],
    ["those of the largest school", 20_000, "C-"],
    ["ids of many bytes", 4_000, "é“😀”#".repeat(20)],
  ])("gives back the list of a school: %s", async (_, count, id) => {
    const table = memoryTable();
    const { pages, head } = planListItems(CAST, "S#1", "plans", documents(count, id));
    expect(await table.putAll([...pages, head])).toBe(pages.length + 1);
    const lists = await readPlanLists(table, CAST);
    expect(lists.schools).toEqual(["S#1"]);
    expect(lists.plansOf("S#1")).toBe("plans");
    expect(lists.plansOf("S")).toBeNull();
    expect(lists.documentsOf("S#1")).toEqual(documents(count, id));
    expect(lists.documentsOf("S")).toBeNull();
    expect(lists.pages).toHaveLength(pages.length);
    expect([...lists.pagesOf("S#1")].map(({ sort }) => sort)).toEqual(
      pages.map(({ sort }) => sort),
    );
  });

  it("changes the name of a school's documents with its plans alone", () => {
    expect(plansHash(school("a", "c") as unknown as School)).toBe(plansHash(SCHOOL));
    expect(plansHash(school("c", "b") as unknown as School)).not.toBe(plansHash(SCHOOL));
  });

  it.each([
    ["as the version has them", plansHash(SCHOOL), true],
    ["of other plans", "other", false],
    ["while they are written", null, false],
  ])("says whether the documents of all schools are written: %s", async (_, plans, isAll) => {
    const table = memoryTable();
    expect(await hasAllDocuments(table, CAST, [SCHOOL])).toBe(false);
    await table.put(planListItems(CAST, "S#1", plans, []).head);
    expect(await hasAllDocuments(table, CAST, [SCHOOL])).toBe(isAll);
    expect(await hasAllDocuments(table, CAST, [])).toBe(true);
  });
});
