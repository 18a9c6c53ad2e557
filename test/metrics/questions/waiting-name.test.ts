import { expect, it } from "vitest";
import { waitingName } from "../../../functions/metrics/questions/waiting-name.ts";

const OPEN = { name: "A plan is open", kind: "plan", thing: "Plan" };
const GRADE_9 = { name: "Plan in grade 9", kind: "plan", thing: "Plan" };
const REVIEW = { name: "Second review", kind: "recurring-review", thing: "Review" };

it.each([
  ["the plan, where one requirement asks for one", OPEN, [OPEN, REVIEW], "Plan"],
  ["which of two plans", GRADE_9, [OPEN, GRADE_9], "Plan in grade 9"],
  ["the requirement, where it asks for anything else", REVIEW, [OPEN, REVIEW], "Second review"],
])("names %s", (_what, requirement, all, name) => {
  expect(waitingName(requirement, all)).toBe(name);
});
