/** The clock's answer for one requirement and one student, in the fixed order of every chart. */
export const REVIEW_STATUSES = [
  "timely",
  "held-late",
  "not-held",
  "pending",
  "exempt",
  "not-yet-assessable",
  "plan-missing",
] as const;
export type ReviewStatus = (typeof REVIEW_STATUSES)[number];

/** The status as a page says it. */
export const REVIEW_STATUS_NAMES: { readonly [status in ReviewStatus]: string } = {
  timely: "Held on time",
  "held-late": "Held late",
  "not-held": "Not held",
  pending: "Not yet due",
  exempt: "Exempt",
  "not-yet-assessable": "Too new to assess",
  "plan-missing": "No plan",
};
