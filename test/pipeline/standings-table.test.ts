import { describe, expect, it } from "vitest";
import { standingsBeside } from "../../functions/pipeline/standings-table.ts";

const PLACE = { level: "school", school: "A", schoolName: "School A" } as const;
const REVIEW = { requirement: "review-1", requirementName: "First review" } as const;
const part = (name: string, students: number | null) => ({
  ...PLACE,
  ...REVIEW,
  part: name,
  students,
  of: 60,
  share: null,
  state: students === null ? ("hidden" as const) : ("shown" as const),
});
const status = (name: string, students: number | null) => ({
  ...part(name, students),
  ...{ breakdown: "all", group: "all", groupName: "All students" },
});
const STANDINGS = [part("met", 20), part("not-met", 28), part("not-applicable", 12)];

describe("the standings of a review", () => {
  it("are hidden where the statuses hide some of more than one standing", () => {
    const statuses = [status("timely", null), status("held-late", null), status("pending", 12)];
    const shown = standingsBeside(statuses, STANDINGS);
    expect(shown.map(({ students, state }) => [students, state])).toEqual(
      STANDINGS.map(() => [null, "hidden"]),
    );
  });

  it("are shown where the hidden statuses are of one standing: their sum is shown already", () => {
    const statuses = [status("held-late", null), status("not-held", null), status("timely", 20)];
    expect(standingsBeside(statuses, STANDINGS)).toEqual(STANDINGS);
  });

  it("are not hidden for what is hidden elsewhere", () => {
    const elsewhere = [
      { ...status("timely", null), school: "B" },
      { ...status("held-late", null), school: "B" },
      { ...status("timely", null), breakdown: "grade" },
      { ...status("held-late", null), breakdown: "grade" },
    ];
    expect(standingsBeside(elsewhere, STANDINGS)).toEqual(STANDINGS);
  });
});
