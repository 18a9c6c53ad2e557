import { describe, expect, it } from "vitest";
import { columnsOf } from "../../functions/domain/records/columns-builder.ts";
import { schoolId, studentId } from "../../functions/domain/ids.ts";
import {
  ownedRows,
  recordsAsOwners,
  schoolsAsOwners,
  studentsAsOwners,
} from "../../functions/join/owned-rows.ts";
import { NO_SCHOOLS, schoolSets } from "../../functions/join/school-sets.ts";

const sets = schoolSets(
  new Map([
    [schoolId("S1"), [studentId("1"), studentId("2")]],
    [schoolId("S2"), [studentId("2")]],
  ]),
);
const ownersOf = ({ to }: { readonly to: string }) =>
  to === "student" ? studentsAsOwners(sets) : to === "school" ? schoolsAsOwners(sets) : null;

/** By row the schools that have it. */
const schoolsIn = (numbers: Int32Array) =>
  [...numbers].map((set) => (set === NO_SCHOOLS ? [] : sets.sets[set]));

describe("owned rows", () => {
  it("belong to the first owner that they name, and with it to its schools", () => {
    const columns = columnsOf([
      { counselor: "D", student: "", school: "S2" },
      { counselor: "C", student: "2", school: "S1" },
      { counselor: "B", student: "nobody", school: "S1" },
      { counselor: "A", student: null, school: "S1" },
      { counselor: "C", student: "1", school: "" },
    ]);
    const { byOwner, inOrder, schools } = ownedRows("caseload", columns, ownersOf);
    expect(schoolsIn(schools)).toEqual([[1], [0, 1], [], [0], [0]]);
    // By student, and then those of schools.
    expect([...byOwner.rows]).toEqual([4, 1, 3, 0]);
    // By counselor and student, as the table is sorted.
    expect([...inOrder]).toEqual([3, 4, 1, 0]);
  });

  it("of the district itself belong to nobody", () => {
    const { inOrder } = ownedRows("duty", columnsOf([{ duty: "renew" }]), ownersOf);
    expect([...inOrder]).toEqual([]);
  });

  it("belong to a record by its key, and to the schools that have the record", () => {
    const plans = ownedRows(
      "plan",
      columnsOf([
        { plan: "P9", student: "2" },
        { plan: "P1", student: "1" },
        { plan: "P2", student: "nobody" },
      ]),
      ownersOf,
    );
    const owners = recordsAsOwners("plan", plans);
    expect(["P1", "P9", "P2"].map(owners.placeOf)).toEqual([0, 1, undefined]);
    const goals = ownedRows(
      "goal",
      columnsOf([
        { goal: "G3", plan: "P9" },
        { goal: "G2", plan: "P1" },
        { goal: "G1", plan: "P9" },
        { goal: "G0", plan: "P2" },
      ]),
      () => owners,
    );
    expect([...goals.byOwner.rows]).toEqual([1, 0, 2]);
    expect([...goals.inOrder]).toEqual([2, 1, 0]);
    expect(schoolsIn(goals.schools)).toEqual([[0, 1], [0], [0, 1], []]);
  });
});
