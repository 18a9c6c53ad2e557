import { all, ID, oneOf, TEXT } from "./field.ts";
import { recordType } from "./record-type.ts";

/** A school, the district, or a part of either. */
export const organization = recordType({
  name: "organization",
  words: { one: "school", many: "schools" },
  fields: { id: ID, name: TEXT, type: oneOf(["district", "school", "other"]) },
  required: all("id", "name", "type"),
  key: ["id"],
  keyField: "id",
  references: [],
  guardedBy: ["id"],
});
