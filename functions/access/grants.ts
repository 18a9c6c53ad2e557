import type { StaffRole } from "../domain/people/staff-member.ts";

/** What somebody can ask to see or do. */
export const REQUEST_KINDS = [
  /** Exact figures of a school or of the district: counts of students, without a name. */
  "see-figures",
  /** One student by name: plan, goals, reviews, and the reason of each answer. */
  "see-student",
  /** One student by name, with the enrollment and problems of records; nothing of a plan. */
  "see-records",
  /** One student by name whose records are to be fixed, with the problems; nothing of a plan. */
  "see-data-to-fix",
  /** By counselor, how many students of a school have a goal that others have too. It names no student. */
  "see-shared-by-counselor",
  /** Which records of the files sent could not be used, and why; no value of a record. */
  "see-rejected-files",
  /** Who looked at what, and who recorded what. */
  "see-log",
  /** Make a research extract. */
  "make-extract",
  /** Write or certify a file for the state, and say what its checks ask. */
  "make-state-file",
  /** Record, or end, an exemption of a student. */
  "record-exemption",
  /** State that a student meets a requirement, or does not. */
  "record-attestation",
  /** Record that the district did one of its duties. */
  "record-duty",
  /** Confirm a rule of the mandate, or take the confirmation back. */
  "confirm-rule",
  /** Assign a student to a counselor, or withdraw it. */
  "assign-counselor",
  /** Accept or refuse a file that would remove many students or plans. */
  "decide-removals",
  /** Give a staff member a role, or take it away. */
  "change-staff",
] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** How far a grant reaches. */
export type Reach =
  | "district"
  /** The staff member's schools, and the students enrolled there on the edition's day. */
  | "schools"
  /**
   * The staff member's schools, and the students who have left them and still have an open plan.
   */
  | "schools-and-left"
  /**
   * The enrolled students of the caseload, and at the staff member's schools those without a
   * counselor.
   */
  | "caseload";

/** What each role grants; what is not here is refused. */
export const GRANTS: {
  readonly [role in StaffRole]: { readonly [kind in RequestKind]?: Reach };
} = {
  "district-leader": {
    "see-figures": "district",
    "see-student": "district",
    "see-records": "district",
    "see-data-to-fix": "district",
    "record-exemption": "district",
    "record-attestation": "district",
    "record-duty": "district",
    "see-rejected-files": "district",
    "make-state-file": "district",
    "confirm-rule": "district",
    "assign-counselor": "district",
    "decide-removals": "district",
    "change-staff": "district",
  },
  principal: {
    "see-figures": "schools",
    "see-student": "schools",
    "see-records": "schools",
    "see-data-to-fix": "schools",
    // Nobody above her: it is for a talk at the school and no comparison of staff.
    "see-shared-by-counselor": "schools",
    "record-exemption": "schools",
    "record-attestation": "schools",
    "assign-counselor": "schools",
  },
  counselor: {
    "see-figures": "schools",
    "see-student": "caseload",
    "see-records": "caseload",
    "see-data-to-fix": "caseload",
    "record-attestation": "caseload",
  },
  registrar: {
    "see-records": "schools-and-left",
    "see-data-to-fix": "schools-and-left",
    "see-rejected-files": "schools",
  },
  "state-reporter": {
    "see-figures": "district",
    "see-data-to-fix": "district",
    "see-rejected-files": "district",
    "make-state-file": "district",
    "record-duty": "district",
  },
  researcher: { "see-figures": "district", "make-extract": "district" },
  "privacy-officer": { "see-log": "district" },
};
