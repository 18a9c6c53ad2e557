import { describe, expect, it } from "vitest";
import { rowAt } from "../../functions/domain/records/columns.ts";
import { columnsOf } from "../../functions/domain/records/columns-builder.ts";
import { heldColumns, type HeldRow, type HeldTable } from "../../functions/join/rows/held-rows.ts";
import { FIRST_FAULT, IS_LEFT_OUT, REFERS } from "../../functions/join/rows/kept-records.ts";
import type { ArrivedFile } from "../../functions/join/rows/rows-by-key.ts";
import { UNSTATED } from "../../functions/sources/read/record-state.ts";
import { recordIndex } from "../../functions/join/record-index.ts";
import { referring, type Targets } from "../../functions/join/referring.ts";
import { RECORD_TYPES } from "../../functions/domain/record-types/record-types.ts";

const FILE = { name: "a.csv", reading: { kind: null } };

/** A roster with students 1 and 2, of whom 01 is another identifier of 1, in school S1 of district D. */
function targets(): Targets {
  const records = recordIndex();
  const plans = [
    { plan: "P1", student: "1" },
    { plan: "P2", student: "2" },
  ];
  records.add(RECORD_TYPES.plan, columnsOf(plans));
  const goals = [
    { goal: "G1", plan: "P1" },
    { goal: "G2", plan: "P1" },
    { goal: "G2", plan: "P2" },
  ];
  records.add(RECORD_TYPES.goal, columnsOf(goals));
  const resolve = (id: string) =>
    ["1", "01", "2"].includes(id)
      ? { state: "known", student: id === "01" ? "1" : id }
      : { state: id === "3" ? "ambiguous" : "unknown" };
  return {
    roster: {
      schools: new Map([["S1", "One"]]),
      notSchools: new Set(["D"]),
      placed: () => new Set([7]),
      removedStudents: new Set(["9"]),
      crosswalk: { resolve, conflicts: [] },
    },
    rules: {
      requirements: new Set(["annual-review"]),
      byMandate: new Map([["KY", new Set(["annual-review"])]]),
      duties: new Set(["renew-policy"]),
      districtOwn: [],
    },
    records,
    enrolled: new Set(["1"]),
  } as unknown as Targets;
}

function refer(table: HeldTable, row: object, record = 1): unknown {
  const held = { ...UNSTATED, record, row } as HeldRow<HeldTable>;
  const sent = { file: FILE as unknown as ArrivedFile, columns: heldColumns([held]) };
  const { columns, states, faults } = referring(table, targets())(sent);
  const [state = REFERS] = states;
  if (state === IS_LEFT_OUT) return "left-out";
  return state === REFERS ? rowAt(columns, 0) : faults[state - FIRST_FAULT];
}

describe("a record refers", () => {
  it.each<[string, HeldTable, object, unknown]>([
    ["to a student", "studentEvent", { student: "1" }, { student: "1" }],
    ["to a student by another identifier", "studentEvent", { student: "01" }, { student: "1" }],
    ["to no student", "studentEvent", { student: "8" }, ["student", "unknown-student"]],
    ["to several students", "studentEvent", { student: "3" }, ["student", "ambiguous-student"]],
    ["to a student who was taken out", "program", { student: "9" }, "left-out"],
    ["to no school", "incident", { student: "1", school: "S2" }, ["school", "unknown-school"]],
    ["to no plan", "goal", { plan: "P9" }, ["plan", "unknown-plan"]],
    ["to a goal", "actionStep", { goal: "G1" }, { goal: "G1" }],
    ["to no goal", "actionStep", { goal: "G9" }, ["goal", "unknown-goal"]],
    ["to goals of two students", "actionStep", { goal: "G2" }, ["goal", "ambiguous-goal"]],
    ["to no duty", "duty", { duty: "none" }, ["duty", "unknown-duty"]],
    [
      "to all requirements, where it may",
      "exemption",
      { student: "1", requirement: "all" },
      { student: "1", requirement: "all" },
    ],
    [
      "to all requirements, where it may not",
      "attestation",
      { student: "1", requirement: "all" },
      ["requirement", "unknown-requirement"],
    ],
    [
      "to a requirement of another mandate",
      "confirmation",
      { mandate: "OH", requirement: "annual-review" },
      ["requirement", "unknown-requirement"],
    ],
    [
      "to nothing in a field that may be empty",
      "caseload",
      { student: null, school: "S1" },
      { student: null, school: "S1" },
    ],
    [
      "to a student whom no school has enrolled",
      "caseload",
      { student: "2", school: "" },
      ["student", "not-enrolled"],
    ],
  ])("%s", (_fact, table, row, expected) => {
    expect(refer(table, row)).toEqual(expected);
  });

  it("to the district beside a school, and is then left out, and not where it stands alone", () => {
    const row = { student: "1", school: "D" };
    expect(refer("enrollment", row, 7)).toBe("left-out");
    expect(refer("enrollment", row, 8)).toEqual(["school", "unknown-school"]);
  });
});
