import { all, HAPPENED, ID, TEXT } from "./field.ts";
import { recordType } from "./record-type.ts";

/** That the district did one of its own duties on a day. It is about no student. */
export const duty = recordType({
  name: "duty",
  words: { one: "duty of the district", many: "duties of the district" },
  fields: { duty: ID, doneOn: HAPPENED, doneBy: TEXT },
  required: all("duty", "doneOn", "doneBy"),
  key: ["duty", "doneOn"],
  keyField: "duty",
  references: [{ field: "duty", to: "duty", unknown: "unknown-duty" }],
});
