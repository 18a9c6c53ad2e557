/**
 * How the records of two systems can disagree about a student: a closed list, in order of urgency.
 */
export const RECORD_PROBLEMS = [
  "enrolled-without-plan",
  "plan-without-enrollment",
  "wrong-school",
  "wrong-grade",
  "duplicate-identity",
  "stale-plan-file",
] as const;
export type RecordProblem = (typeof RECORD_PROBLEMS)[number];

/** Who can fix it. */
export type RecordOwner = "registrar" | "counselor" | "vendor";

export interface RecordProblemDefinition {
  readonly name: string;
  readonly cause: string;
  readonly owner: RecordOwner;
  readonly remedy: string;
}

export const RECORD_PROBLEM_DEFINITIONS: {
  readonly [problem in RecordProblem]: RecordProblemDefinition;
} = {
  "enrolled-without-plan": {
    name: "Enrolled without a plan",
    cause: "The student is enrolled and the mandate requires a plan by now, but none is open.",
    owner: "counselor",
    remedy: "Open the student's plan on the platform.",
  },
  "plan-without-enrollment": {
    name: "Plan without enrollment",
    cause: "A plan is open, but the student is not enrolled in any school on this date.",
    owner: "registrar",
    remedy:
      "Check the withdrawal; if it is right, close the plan or transfer it to the new school.",
  },
  "wrong-school": {
    name: "Plan at another school",
    cause: "The plan platform has the student at a different school than the roster.",
    owner: "vendor",
    remedy: "Have the platform import the roster again.",
  },
  "wrong-grade": {
    name: "Plan in another grade",
    cause: "The plan platform has the student in a different grade than the roster.",
    owner: "vendor",
    remedy: "Have the platform import the roster again, and check the yearly grade promotion.",
  },
  "duplicate-identity": {
    name: "Identifier shared by two students",
    cause: "The roster has one state identifier for students with different names or birth dates.",
    owner: "registrar",
    remedy: "Correct the state identifier of one of the students.",
  },
  "stale-plan-file": {
    name: "Plans without changes",
    cause: "Nothing in any plan of the district has changed for more than 45 days.",
    owner: "vendor",
    remedy: "Check that the platform's export still runs and includes all plans.",
  },
};

export const RECORD_OWNER_NAMES: { readonly [owner in RecordOwner]: string } = {
  registrar: "Registrar",
  counselor: "Counselor",
  vendor: "Vendor of the plan platform",
};
