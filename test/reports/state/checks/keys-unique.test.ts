import { describe, expect, it } from "vitest";
import { keysUnique } from "../../../../functions/reports/state/checks/keys-unique.ts";
import { fieldWith, inHandWith, recordWith } from "../../../support/report-in-hand.ts";

const KEYED = [
  fieldWith("school", { isKey: true, isRequired: true }),
  fieldWith("group", { isKey: true }),
  fieldWith("answer"),
];
const run = (fields: typeof KEYED, ...rows: readonly (readonly string[])[]) =>
  keysUnique.run(
    inHandWith({ fields, records: rows.map((cells, index) => recordWith(String(index), cells)) }),
  );

describe("the keys of records", () => {
  it.each([
    [
      "differ in one part",
      [
        ["A", "x", "Y"],
        ["A", "y", "Y"],
      ],
      [],
    ],
    [
      "are the same, with other answers",
      [
        ["A", "x", "Y"],
        ["B", "x", "Y"],
        ["A", "x", "N"],
      ],
      [0, 2],
    ],
    [
      "are the same three times",
      [
        ["A", "x", ""],
        ["A", "x", ""],
        ["A", "x", ""],
      ],
      [0, 1, 2],
    ],
    [
      "lack the same part that may be empty",
      [
        ["A", "", ""],
        ["A", "", ""],
      ],
      [0, 1],
    ],
    [
      "lack the same part that is required: a fault of its own",
      [
        ["", "x", ""],
        ["", "x", ""],
      ],
      [],
    ],
    [
      "have the same letters, parted otherwise",
      [
        ["Ax", "", ""],
        ["A", "x", ""],
      ],
      [],
    ],
  ] as const)("%s", (_what, rows, doubled) => {
    const result = run(KEYED, ...rows);
    expect([...(result.faults?.keys() ?? [])]).toEqual(doubled);
    expect(result).toMatchObject({
      ...{ outcome: doubled.length === 0 ? "passed" : "failed", failing: doubled.length },
    });
  });

  it("are not compared where the layout has none", () => {
    expect(run([fieldWith("answer")], ["Y"], ["Y"])).toMatchObject({ outcome: "passed" });
  });
});
