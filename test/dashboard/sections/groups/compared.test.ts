import { describe, expect, it } from "vitest";
import { compared } from "../../../../dashboard/src/components/sections/groups/compared.ts";
import type {
  AskedGroups,
  GroupRow,
} from "../../../../dashboard/src/components/sections/groups/group-row.ts";
import { day } from "../../../../functions/domain/calendar/day.ts";
import { rateRow, studentGroupRow, unshown } from "../../../releases/release-rows.ts";

const DUE = { first: day("2022-02-15"), last: day("2022-02-15") };
const MANDATE = {
  requirements: [
    { id: "review-1", dueOn: DUE },
    { id: "transition-9", dueOn: DUE },
  ],
  composites: { "review-timeliness": ["review-1"] },
};
const [BEFORE, ON] = ["2022-02-15", "2022-03-15"];
const APART = { heldOn: BEFORE, dueOn: DUE };
const reviews = { measure: "review-timeliness" };
const learners = (given: object = {}) => studentGroupRow({ ...reviews, ...given });
const asked = (...rows: readonly GroupRow[]): AskedGroups => ({
  ...{ measure: rows[0]?.measure ?? "", what: "", level: "district", school: "", schoolName: "" },
  ...{ isBySchool: false, rows },
});
const apartOf = (row: GroupRow, whole: object, others: readonly GroupRow[] = []) => {
  const { apart, apartFromWhole } = compared([rateRow(whole)], asked(row, ...others), MANDATE);
  return [apart(row), apartFromWhole(row)];
};

describe("what a group is compared with", () => {
  it("is all students of the place, whose counts may be on the other side of a due day", () => {
    const row = learners({ drawnOn: BEFORE });
    expect(apartOf(row, { ...reviews, drawnOn: ON })).toEqual([APART, APART]);
    expect(apartOf(row, { ...reviews, drawnOn: BEFORE })).toEqual([null, null]);
    expect(apartOf(learners(), { ...reviews, drawnOn: BEFORE })).toEqual([APART, APART]);
    expect(apartOf(learners(), { ...reviews, drawnOn: "2022-02-16" })).toEqual([null, null]);
  });

  it("is the other of a pair, beside the line of all students", () => {
    const pair = { division: "sex", drawnOn: BEFORE };
    const female = learners({ ...pair, group: "female", comparedWith: "male" });
    const male = learners({ ...pair, group: "male", comparedWith: "" });
    const whole = { ...reviews, drawnOn: ON };
    expect(apartOf(female, whole, [male])).toEqual([null, APART]);
    expect(apartOf(female, whole, [{ ...male, drawnOn: ON }])).toEqual([APART, APART]);
    expect(apartOf(female, whole)).toEqual([null, APART]);
  });

  it("is nothing where one of the two has no figure, or the place no rate", () => {
    const row = learners({ drawnOn: BEFORE });
    expect(apartOf(row, { ...reviews, ...unshown("left-out") })).toEqual([null, null]);
    expect(apartOf(learners(unshown("left-out")), reviews)).toEqual([null, null]);
    expect(compared([], asked(row), MANDATE).whole).toBeNull();
  });

  it("is all students of a transition, by its own due day", () => {
    const of = { measure: "transition-coverage", drawnOn: BEFORE };
    const row = learners({ ...of, requirement: "transition-9" });
    const whole = { ...of, breakdown: "transition", group: "transition-9", drawnOn: ON };
    expect(apartOf(row, whole)).toEqual([APART, APART]);
  });
});
