import { describe, expect, it } from "vitest";
import type { ArrivedFile } from "../../../functions/join/rows/rows-by-key.ts";
import { joinLog } from "../../../functions/join/rows/join-log.ts";
import { rowAt } from "../../../functions/domain/records/columns.ts";
import { heldColumns, type HeldRow } from "../../../functions/join/rows/held-rows.ts";
import { keptRecords, LEFT_OUT, rowByRow } from "../../../functions/join/rows/kept-records.ts";

const FILE = { name: "goals.csv", sha256: "a", arrival: 0, reading: { kind: null }, rows: {} };

const sent = (record: number, goal: string, more: object = {}): HeldRow<"goal"> =>
  ({
    ...{ record, source: "", modifiedAt: "", isRemoved: false },
    row: { goal, plan: "P1" },
    ...more,
  }) as unknown as HeldRow<"goal">;

/** What is kept of goals of which X refers to nothing and L is left out. */
function kept(...rows: readonly HeldRow<"goal">[]) {
  const log = joinLog();
  const refer = rowByRow<"goal">(({ row }) =>
    row.goal === "X" ? ["plan", "unknown-plan"] : row.goal === "L" ? LEFT_OUT : row,
  );
  const parts = [{ file: FILE as unknown as ArrivedFile, columns: heldColumns(rows) }];
  const columns = keptRecords("goal", parts, refer, log);
  const goals = Array.from({ length: columns.length }, (_, row) => rowAt(columns, row)["goal"]);
  const rejects = log.end().rejects.get("a") ?? [];
  return { goals, rejects: rejects.map(({ record, reason }) => [record, reason]) };
}

describe("of the records of a type", () => {
  it("those are kept that refer to what is there", () => {
    expect(kept(sent(1, "G1"), sent(2, "X"), sent(3, "L"))).toEqual({
      goals: ["G1"],
      rejects: [[2, "unknown-plan"]],
    });
  });

  it("one that is removed is not kept", () => {
    expect(kept(sent(1, "G1", { isRemoved: true }), sent(2, "G2"))).toEqual({
      goals: ["G2"],
      rejects: [],
    });
  });

  it("one that was removed with what it refers to is not rejected", () => {
    expect(kept(sent(1, "X"), sent(2, "X", { isRemoved: true }))).toEqual({
      goals: [],
      rejects: [],
    });
  });
});
