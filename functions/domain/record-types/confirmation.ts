import { all, HAPPENED, ID, TEXT, YES_NO } from "./field.ts";
import { recordType } from "./record-type.ts";
import { OF_REQUIREMENT } from "./reference.ts";

/** That the district has found a rule to be as the mandate's profile has it, or takes this back. */
export const confirmation = recordType({
  name: "confirmation",
  words: { one: "confirmed rule", many: "confirmed rules" },
  fields: {
    mandate: ID,
    requirement: ID,
    isWithdrawn: YES_NO,
    by: TEXT,
    source: TEXT,
    on: HAPPENED,
    rule: ID,
    recordedAt: TEXT,
  },
  required: all("mandate", "requirement", "isWithdrawn", "by", "on", "rule", "recordedAt"),
  // Each statement is kept: what was confirmed and taken back can be looked up.
  key: ["mandate", "requirement", "recordedAt"],
  keyField: "requirement",
  references: [{ ...OF_REQUIREMENT, mandateField: "mandate" }],
});
