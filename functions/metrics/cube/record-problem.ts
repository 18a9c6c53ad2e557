/** How records of two systems can disagree about a student: a closed list, in order of urgency. */
export const RECORD_PROBLEMS = [
  "enrolled-without-plan",
  "plan-without-enrollment",
  "wrong-school",
  "wrong-grade",
  "duplicate-identity",
  "stale-plan-file",
] as const;
export type RecordProblem = (typeof RECORD_PROBLEMS)[number];

/** Who can mend it. */
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
    cause: "The roster has the student enrolled, a plan was due by the mandate, and none is open.",
    owner: "counselor",
    remedy: "Open the student's plan on the platform.",
  },
  "plan-without-enrollment": {
    name: "Plan without enrollment",
    cause: "A plan is open, and the roster has the student in no school on this day.",
    owner: "registrar",
    remedy: "Check the withdrawal; where it is right, close or hand over the plan.",
  },
  "wrong-school": {
    name: "Plan at another school",
    cause: "The plan's platform has the student at another school than the roster.",
    owner: "vendor",
    remedy: "Have the platform take the roster in again.",
  },
  "wrong-grade": {
    name: "Plan in another grade",
    cause: "The plan's platform has the student in another grade than the roster.",
    owner: "vendor",
    remedy: "Have the platform take the roster in again; check the yearly promotion.",
  },
  "duplicate-identity": {
    name: "Identifier shared by two students",
    cause: "The roster gives one state identifier to students whose names or birth days differ.",
    owner: "registrar",
    remedy: "Correct the state identifier of one of them.",
  },
  "stale-plan-file": {
    name: "Plans without news",
    cause: "Nothing in any plan of the district has changed for more than 45 days.",
    owner: "vendor",
    remedy: "Check that the platform's export still runs and holds all plans.",
  },
};

export const RECORD_OWNER_NAMES: { readonly [owner in RecordOwner]: string } = {
  registrar: "Registrar",
  counselor: "Counselor",
  vendor: "Vendor of the plan platform",
};
