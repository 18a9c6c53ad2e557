import { all, ARRANGED, ID, TEXT } from "./field.ts";
import { recordType } from "./record-type.ts";

/** A term of a school year, or the year. A session lies within the one that it names as its parent. */
export const session = recordType({
  name: "session",
  words: { one: "school year or term", many: "school years and terms" },
  fields: { session: ID, parent: ID, title: TEXT, beginsOn: ARRANGED, endsOn: ARRANGED },
  required: all("beginsOn", "endsOn"),
  key: ["session"],
  keyWithoutId: ["title", "beginsOn", "endsOn"],
  keyField: "session",
  references: [],
});
