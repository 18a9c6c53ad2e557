import { describe, expect, it } from "vitest";
import { carriedPartitions } from "../../functions/conformed/carried-partitions.ts";

const partition = (name: string, month: string | null) => ({
  ...{ table: name, month, name, hash: `hash of ${name}`, rows: 1 },
});
const before = {
  joinedFrom: "these files",
  schools: [
    {
      id: "S1",
      name: "One",
      partitions: [partition("plan/S1", null), partition("absence/S1", "2022-03")],
    },
    { id: "S2", name: "Two", partitions: [partition("plan/S2", null)] },
  ],
};

describe("partitions carried over from the version before", () => {
  it("are those of each school but its absences", () => {
    expect(carriedPartitions(before, "these files", () => true)).toEqual(
      new Map([
        ["S1", [partition("plan/S1", null)]],
        ["S2", [partition("plan/S2", null)]],
      ]),
    );
  });

  it("are none of a school of which one is damaged", () => {
    const carried = carriedPartitions(before, "these files", ({ name }) => name !== "plan/S1");
    expect([...carried.keys()]).toEqual(["S2"]);
  });

  it("may be of a school of which the absences alone are damaged", () => {
    const carried = carriedPartitions(before, "these files", ({ month }) => month === null);
    expect([...carried.keys()]).toEqual(["S1", "S2"]);
  });

  it.each([
    ["after other files", before],
    ["where the version before does not say from which", { schools: before.schools }],
    ["before the first version", null],
  ])("are none %s", (_when, version) => {
    expect(carriedPartitions(version, "others", () => true)).toEqual(new Map());
  });
});
