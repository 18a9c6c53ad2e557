import { describe, expect, it } from "vitest";
import { fieldsUnder } from "../../../../functions/reports/state/definitions/report-fields.ts";
import { fieldWith } from "../../../support/report-in-hand.ts";

const REQUIREMENTS = [
  { id: "plan", name: "Plan" },
  { id: "review-1", name: "First review" },
] as never;
const each = (name: string, row: string) =>
  fieldWith(name, {
    source: { row },
    definition: "{requirementName}: a part.",
    forEach: "requirement",
  });

describe("the fields of a report under a mandate", () => {
  it("have neighbors that stand for each requirement together, requirement by requirement", () => {
    const fields = [
      fieldWith("id"),
      each("{requirement}_answer", "answer.{requirement}.standing"),
      each("{requirement}_due", "answer.{requirement}.dueOn"),
      fieldWith("end"),
      each("{requirement}_why", "answer.{requirement}.because"),
    ];
    const made = fieldsUnder({ fields }, { requirements: REQUIREMENTS });
    expect(made.map(({ name }) => name)).toEqual([
      ...["id", "plan_answer", "plan_due", "review-1_answer", "review-1_due", "end"],
      ...["plan_why", "review-1_why"],
    ]);
    expect(made[3]).toMatchObject({
      definition: "First review: a part.",
      source: { row: "answer.review-1.standing" },
    });
    expect(made.every((field) => field.forEach === undefined)).toBe(true);
  });

  it("are those of the definition where none stands for a requirement", () => {
    const fields = [fieldWith("id"), fieldWith("constant", { source: { constant: "X" } })];
    expect(fieldsUnder({ fields }, { requirements: REQUIREMENTS })).toEqual(fields);
  });

  it("that stand for each requirement are none under a mandate that asks nothing", () => {
    const fields = [fieldWith("id"), each("{requirement}_answer", "answer.{requirement}.status")];
    expect(fieldsUnder({ fields }, { requirements: [] }).map(({ name }) => name)).toEqual(["id"]);
  });
});
