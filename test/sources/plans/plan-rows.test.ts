import { describe, expect, it } from "vitest";
import { boundFields } from "../../../functions/sources/values/bound-fields.ts";
import { plan, review } from "../../../functions/sources/plans/plan-rows.ts";

const HEADER = ["no", "student", "year", "state", "opened", "ended"];
const COLUMNS = [
  { to: "plan", from: ["no"] },
  { to: "student", from: ["student"] },
  { to: "planType", value: "ILP" },
  { to: "schoolYear", from: ["year"] },
  { to: "status", from: ["state"] },
  { to: "openedOn", from: ["opened"] },
];

describe("plan and review", () => {
  it("are kept without the day that a closed plan or a held review lacks, which is named by its column or else by its field", () => {
    const faultOf = (
      table: "plan" | "review",
      more: readonly { to: string; from?: string[] }[],
    ) => {
      const columns = [...COLUMNS, { to: "state", from: ["state"] }, ...more];
      const fields = boundFields(columns, HEADER, {}, null, undefined, undefined, table);
      const state = table === "plan" ? "closed" : "held";
      fields.begin(["P1", "0042", "2022", state, "2021-09-10", ""]);
      const row = table === "plan" ? plan(fields) : review(fields);
      expect(row).toMatchObject(table === "plan" ? { closedOn: null } : { heldOn: null });
      expect(fields.fault()).toBeNull();
      return fields.setAside();
    };
    expect(faultOf("plan", [])).toEqual([{ column: "closedOn", reason: "missing-value" }]);
    expect(faultOf("plan", [{ to: "closedOn", from: ["ended"] }])).toEqual([
      { column: "ended", reason: "missing-value" },
    ]);
    expect(faultOf("review", [])).toEqual([{ column: "heldOn", reason: "missing-value" }]);
    expect(faultOf("review", [{ to: "heldOn", from: ["ended"] }])).toEqual([
      { column: "ended", reason: "missing-value" },
    ]);
  });

  it.each([
    ["scheduled", "2021-11-03", true],
    ["missed", "2021-11-03", true],
    ["held", "2021-11-03", false],
    ["scheduled", "", false],
    ["missed", "", false],
  ])(
    "keeps a review that is %s with the day held %j, and names its status if they contradict",
    (state, on, isNamed) => {
      const columns = [
        ...COLUMNS,
        { to: "review", from: ["no"] },
        { to: "state", from: ["state"] },
        { to: "heldOn", from: ["ended"] },
      ];
      const fields = boundFields(columns, HEADER, {}, null, undefined, undefined, "review");
      fields.begin(["P1", "0042", "2022", state, "", on]);
      expect(review(fields)).toMatchObject({ state, heldOn: on === "" ? null : on });
      expect(fields.fault()).toBeNull();
      expect(fields.setAside()).toEqual(
        isNamed ? [{ column: "state", reason: "contradicts-its-date" }] : [],
      );
    },
  );
});
