import { describe, expect, it } from "vitest";
import { distinctStudents } from "../../../functions/goals/copies/distinct-students.ts";

describe("distinctStudents", () => {
  it("counts a student once per text, and nobody for a student without goals", () => {
    const firstGoals = [0, 3, 3, 5];
    expect([...distinctStudents({ firstGoals }, [0, 0, 1, 0, 2], 4)]).toEqual([2, 1, 1, 0]);
  });
});
