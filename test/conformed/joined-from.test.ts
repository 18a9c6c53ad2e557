import { describe, expect, it } from "vitest";
import { joinedFrom, type FileInUse } from "../../functions/conformed/joined-from.ts";
import { noRows, heldColumns } from "../../functions/join/rows/held-rows.ts";

const PLANS = { ...noRows(), plan: heldColumns([]) };
const ONE_PLAN = { ...PLANS, plan: { ...PLANS.plan, length: 1 } };
const kinds = { version: "profiles" } as Parameters<typeof joinedFrom>[1];
const rules = { districtOwn: [] as readonly string[] } as Parameters<typeof joinedFrom>[2];

const fileOf = (of: object, received: object = {}): FileInUse =>
  ({
    file: {
      ...{ name: "plans.csv", sha256: "aa", arrival: 0, bare: [], rows: ONE_PLAN },
      reading: { kind: { kind: "ilp/plans" }, dayOrder: null },
      ...of,
    },
    received: { encoding: "utf-8", receivedOn: "2022-03-01", ...received },
  }) as unknown as FileInUse;
const attendance = (sha256: string, arrival = 0): FileInUse =>
  fileOf({ name: "attendance.csv", sha256, arrival, rows: noRows() });

const PLAN_FILE = fileOf({});
const from = (...files: readonly FileInUse[]): string => joinedFrom(files, kinds, rules);

describe("what records are joined from", () => {
  it("is the same with any attendance, before or after other files", () => {
    const later = fileOf({ name: "changes.csv", sha256: "bb", arrival: 1 });
    const muchLater = fileOf({ name: "changes.csv", sha256: "bb", arrival: 2 });
    expect(from(attendance("a1"), PLAN_FILE, later)).toBe(from(PLAN_FILE, later));
    expect(from(PLAN_FILE, attendance("a2", 1), muchLater)).toBe(from(PLAN_FILE, later));
  });

  it.each([
    ["another file", fileOf({ sha256: "ab" })],
    ["another name", fileOf({ name: "plan.csv" })],
    ["a later arrival than another", fileOf({ arrival: 3 })],
    [
      "another order of days",
      fileOf({ reading: { kind: { kind: "ilp/plans" }, dayOrder: "open" } }),
    ],
    ["another kind", fileOf({ reading: { kind: { kind: "other/plans" }, dayOrder: null } })],
    ["another encoding", fileOf({}, { encoding: "windows-1252" })],
    ["another day on which it came", fileOf({}, { receivedOn: "2022-03-02" })],
  ])("is something else with %s", (_what, changed) => {
    const other = fileOf({ name: "goals.csv", sha256: "cc" });
    expect(from(other, changed)).not.toBe(from(other, PLAN_FILE));
  });

  it("is something else with other profiles, other rules of the district, or the files in another order", () => {
    const other = fileOf({ name: "goals.csv", sha256: "cc" });
    const files = [PLAN_FILE, other];
    const before = from(...files);
    expect(joinedFrom(files, { ...kinds, version: "other" }, rules)).not.toBe(before);
    expect(joinedFrom(files, kinds, { ...rules, districtOwn: ["own"] })).not.toBe(before);
    expect(from(other, PLAN_FILE)).not.toBe(before);
  });

  it("is something else with a file that only says what is no longer so", () => {
    const bare = [{ record: 1, source: "R1", modifiedAt: "", isRemoved: true, table: "none" }];
    const removing = fileOf({ sha256: "dd", rows: noRows(), bare });
    expect(from(PLAN_FILE, removing)).not.toBe(from(PLAN_FILE));
  });
});
