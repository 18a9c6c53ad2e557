import { STAFF_ROLES } from "../people/staff-member.ts";
import { all, ID, oneOf, TEXT, YES_NO } from "./field.ts";
import { recordType } from "./record-type.ts";

/** One staff member in one role. It is about no student. */
export const staff = recordType({
  name: "staff",
  words: { one: "staff member", many: "staff" },
  fields: {
    staff: ID,
    name: TEXT,
    role: oneOf(STAFF_ROLES),
    schools: TEXT,
    counselors: TEXT,
    email: TEXT,
    isRemoved: YES_NO,
    recordedAt: TEXT,
  },
  required: all("staff", "role"),
  decisive: ["schools", "counselors", "isRemoved", "recordedAt"],
  // Each record is kept; roles that nobody knows are no repeats of one another.
  key: ["staff", ["role", "roleAsSent"], "recordedAt"],
  keyField: "staff",
  references: [],
});
