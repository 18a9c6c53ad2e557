import { expect, it } from "vitest";
import { goalWording } from "../../../functions/domain/record-types/goal-wording.ts";
import { keyOf } from "../../../functions/domain/record-types/record-type.ts";

it("the same words may begin a goal and be a required goal: those are two wordings, and twice the same is one", () => {
  const beginning = { wording: "beginning", text: "My goal is to" };
  const required = { ...beginning, wording: "required-goal" };
  const keys = [beginning, required, { ...beginning }].map((row) => keyOf(goalWording, row));
  expect(keys[1]).not.toBe(keys[0]);
  expect(keys[2]).toBe(keys[0]);
  expect(keyOf(goalWording, { ...beginning, text: "I will" })).not.toBe(keys[0]);
});
