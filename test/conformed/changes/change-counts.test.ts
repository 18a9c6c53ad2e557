import { expect, it } from "vitest";
import { changeCounts } from "../../../functions/conformed/changes/change-counts.ts";

it("counts what differs by table, in the order of the tables, and lists what cannot be compared", () => {
  const counts = changeCounts();
  const row = { was: 1 };
  const notCompared = { table: "absence", month: "2022-05", records: 3 } as const;
  counts.add({ table: "goal", key: "g1", before: null, now: row });
  counts.add({ table: "goal", key: "g2", before: row, now: null });
  counts.add(notCompared);
  counts.add({ table: "goal", key: "g3", before: row, now: row });
  counts.add({ table: "student", key: "s1", before: row, now: null });
  expect(counts.end()).toEqual({
    changes: [
      { table: "student", added: 0, changed: 0, withdrawn: 1 },
      { table: "goal", added: 1, changed: 1, withdrawn: 1 },
    ],
    notCompared: [notCompared],
  });
});
