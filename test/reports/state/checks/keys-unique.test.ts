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

  it.each([
    ["case", "ab12", "AB12"],
    ["a blank before or after it", "ab12", " ab12\u00a0"],
    ["a blank within it", "ab12", "ab 12"],
    ["a blank within it that does not break", "ab12", "ab\u00a012"],
    ["the width of its letters", "ab12", "\uff41b1\uff12"],
    ["a character that nobody sees", "ab12", "ab\u200b12"],
  ])("are the same where they differ in %s alone", (_what, first, second) => {
    const result = run(KEYED, [first, "x", "Y"], ["other", "x", "Y"], [second, "x", "Y"]);
    expect([...(result.faults?.keys() ?? [])]).toEqual([0, 2]);
    expect(result.faults?.get(2)?.because).toBe(
      "Another record of the file has the same key, but for case, blanks or the width of letters.",
    );
    expect(JSON.stringify([...(result.faults?.values() ?? []), result.because])).not.toMatch(
      /ab12/i,
    );
  });

  it("keep the case of the district’s own identifiers, of which some systems have no other difference", () => {
    const own = [fieldWith("id", { isKey: true, source: { row: "student.id" } })];
    expect(run(own, ["001A"], ["001a"]).outcome).toBe("passed");
    expect(run(own, ["001A"], ["001A "]).outcome).toBe("failed");
    expect(run(own, ["001A"], ["00 1A"]).outcome).toBe("failed");
  });

  describe("with a state identifier beside them", () => {
    const beside = [
      fieldWith("id", { isKey: true, source: { row: "student.id" } }),
      fieldWith("state", { source: { row: "student.stateId" } }),
    ];

    it.each([
      ["the same", "X1", [0, 1]],
      ["in another case", "x1", [0, 1]],
      ["with a blank within it", "X 1", [0, 1]],
      ["of another student", "X2", []],
      ["not known", "", []],
    ])("%s: %s in the records %j", (_what, second, doubled) => {
      const result = run(beside, ["1", "X1"], ["2", second]);
      expect([...(result.faults?.keys() ?? [])]).toEqual(doubled);
      expect(result.outcome).toBe(doubled.length === 0 ? "passed" : "failed");
    });

    it("may be in several records of one student, and missing in many", () => {
      const records = [
        recordWith("1", ["a", "X1"]),
        recordWith("1", ["b", "X1"]),
        recordWith("2", ["c", ""]),
        recordWith("3", ["d", ""]),
      ];
      expect(keysUnique.run(inHandWith({ fields: beside, records })).outcome).toBe("passed");
    });
  });

  it("are not compared where the layout has none", () => {
    expect(run([fieldWith("answer")], ["Y"], ["Y"])).toMatchObject({ outcome: "passed" });
  });
});
