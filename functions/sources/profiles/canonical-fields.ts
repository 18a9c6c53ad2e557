/**
 * The fields that a profile may fill, table by table. (A table of contents, so longer than most.)
 */
import { RACE_ETHNICITIES, SEXES } from "../../domain/people/demographics.ts";
import { EXEMPTION_REASONS } from "../../domain/plans/exemption.ts";
import { GRADES } from "../../domain/people/grade.ts";
import { ASSENT_DEGREES } from "../../domain/plans/plan-assent.ts";
import { PLAN_COMPONENTS } from "../../domain/plans/plan-component.ts";
import {
  FOCUS_AREAS,
  GOAL_DOMAINS,
  GOAL_STATUSES,
  MEETINGS,
  PARTICIPANTS,
  PLAN_STATUSES,
  PLAN_TYPES,
  REVIEW_STATES,
} from "../../domain/plans/plan.ts";
import { STAFF_ROLES } from "../../domain/people/staff-member.ts";
import { STUDENT_EVENTS } from "../../domain/people/student-event.ts";
import { ATTENDANCE_KINDS, STAY_STATUSES, type CanonicalTable } from "./profile.ts";

/**
 * What sort of day a field holds, which says how early and how late it can be:
 * - `happened`: somebody did it, so not after the file came;
 * - `arranged`: it begins or ends by arrangement, up to two years after the file came;
 * - `planned`: aimed at, up to fifteen years after the file came, from kindergarten to graduation and
 *   two years of repeated grades;
 * - `born`: of a student, who was no older than 26 when the earliest records begin.
 */
export type DaySort = "happened" | "arranged" | "planned" | "born";

/** What a field's cells hold. Of a list of `values` a cell holds one, or several with `;` between them. */
export type CanonicalField =
  | { readonly is: "text" | "id" | "student" | "school-year" | "number" | "yes-no" }
  | {
      readonly is: "day" | "end-day";
      readonly sort: DaySort;
      /** Of a day that belongs to the school year of a plan: within it and what is around it, or not after. */
      readonly planYear?: "within" | "not-after";
    }
  | { readonly is: "one-of" | "list-of"; readonly values: readonly string[] };

export type DayField = Extract<CanonicalField, { readonly is: "day" | "end-day" }>;

export const isDayField = (field: CanonicalField | undefined): field is DayField =>
  field?.is === "day" || field?.is === "end-day";

/** The fields that a profile may fill of one table, and what a row cannot do without. */
export interface CanonicalFields {
  readonly fields: { readonly [field: string]: CanonicalField };
  /** Each of these in one of its ways; a way is the fields that it takes together. */
  readonly required: readonly (readonly (readonly string[])[])[];
  /** Fields that may be empty, yet not wrong: to read them as empty would say something else of the student. */
  readonly decisive?: readonly string[];
}

/** The fields of a table that a row can do without: where one cannot be read, it is as if it were empty. */
export function optionalFields(table: CanonicalTable): ReadonlySet<string> {
  const { fields, required, decisive = [] } = CANONICAL_FIELDS[table];
  const needed = new Set([...required.flat(2), ...decisive]);
  return new Set(Object.keys(fields).filter((field) => !needed.has(field)));
}

const TEXT = { is: "text" } as const;
const ID = { is: "id" } as const;
const STUDENT = { is: "student" } as const;
const HAPPENED = { is: "day", sort: "happened" } as const;
const ARRANGED = { is: "day", sort: "arranged" } as const;
const ARRANGED_END = { is: "end-day", sort: "arranged" } as const;
const PLANNED = { is: "day", sort: "planned" } as const;
const PLANNED_END = { is: "end-day", sort: "planned" } as const;
const NUMBER = { is: "number" } as const;
const YES_NO = { is: "yes-no" } as const;
const SCHOOL_YEAR = { is: "school-year" } as const;
const oneOf = (values: readonly string[]) => ({ is: "one-of", values }) as const;
const listOf = (values: readonly string[]) => ({ is: "list-of", values }) as const;

const GRADE = oneOf(GRADES);
/** Where the export numbers no plans, the student, the sort of plan and the year say which it is. */
const OF_A_PLAN = {
  plan: ID,
  student: STUDENT,
  planType: oneOf(PLAN_TYPES),
  schoolYear: SCHOOL_YEAR,
} as const;
const ONE_PLAN = [["plan"], ["student", "planType", "schoolYear"]] as const;

/** What a column map may name, table by table: `profile.schema.json` says the same to editors. */
export const CANONICAL_FIELDS: { readonly [T in CanonicalTable]: CanonicalFields } = {
  organization: {
    fields: { id: ID, name: TEXT, type: oneOf(["district", "school", "other"]) },
    required: all("id", "name", "type"),
  },
  session: {
    fields: { session: ID, parent: ID, title: TEXT, beginsOn: ARRANGED, endsOn: ARRANGED },
    required: all("beginsOn", "endsOn"),
  },
  calendarDay: {
    fields: {
      school: ID,
      calendar: ID,
      on: ARRANGED,
      event: listOf(["instructional", "off"]),
      isInstructional: YES_NO,
    },
    required: [...all("school", "on"), [["event"], ["isInstructional"]]],
    decisive: ["calendar"],
  },
  person: {
    fields: {
      student: STUDENT,
      stateId: ID,
      localId: ID,
      username: ID,
      email: ID,
      otherIds: TEXT,
      givenName: TEXT,
      familyName: TEXT,
      birthOn: { is: "day", sort: "born" },
      grade: GRADE,
      sex: oneOf(SEXES),
      raceEthnicity: oneOf(RACE_ETHNICITIES),
      isHispanic: YES_NO,
      isAmericanIndian: YES_NO,
      isAsian: YES_NO,
      isBlack: YES_NO,
      isPacificIslander: YES_NO,
      isWhite: YES_NO,
      isMultiple: YES_NO,
    },
    required: all("student"),
  },
  enrollment: {
    fields: {
      student: STUDENT,
      school: ID,
      enteredOn: ARRANGED,
      withdrewOn: ARRANGED_END,
      isPrimary: YES_NO,
      calendar: ID,
      stayStatus: oneOf(STAY_STATUSES),
      isNoShow: YES_NO,
    },
    required: all("student", "school"),
    decisive: ["enteredOn", "withdrewOn", "stayStatus", "isNoShow"],
  },
  classEnrollment: {
    fields: { student: STUDENT, school: ID, beginsOn: ARRANGED, endsOn: ARRANGED_END },
    required: all("student", "school"),
    decisive: ["beginsOn", "endsOn"],
  },
  attendance: {
    fields: {
      student: STUDENT,
      // An absence may be arranged in advance.
      on: ARRANGED,
      kind: oneOf(ATTENDANCE_KINDS),
      isAbsent: YES_NO,
      isExcused: YES_NO,
      isExempt: YES_NO,
      isPresent: YES_NO,
      portionAbsent: NUMBER,
      portionPresent: NUMBER,
      minutesAbsent: NUMBER,
      minutesPossible: NUMBER,
    },
    required: [
      ...all("student", "on"),
      [
        ["kind"],
        ["isAbsent"],
        ["isPresent"],
        ["portionAbsent"],
        ["portionPresent"],
        ["minutesAbsent", "minutesPossible"],
      ],
    ],
    decisive: ["isExempt"],
  },
  attendanceTotal: {
    fields: {
      student: STUDENT,
      school: ID,
      schoolYear: SCHOOL_YEAR,
      asOf: ARRANGED,
      enrolledDays: NUMBER,
      absentDays: NUMBER,
      excusedDays: NUMBER,
      unexcusedDays: NUMBER,
    },
    required: all("student", "schoolYear", "absentDays"),
  },
  program: {
    fields: { student: STUDENT, program: TEXT, beganOn: ARRANGED, endedOn: PLANNED_END },
    required: all("student", "program"),
    decisive: ["beganOn", "endedOn"],
  },
  incident: {
    fields: {
      incident: ID,
      student: STUDENT,
      school: ID,
      occurredOn: HAPPENED,
      behavior: TEXT,
      action: TEXT,
    },
    required: all("incident", "student", "school", "occurredOn"),
  },
  plan: {
    fields: {
      ...OF_A_PLAN,
      status: oneOf(PLAN_STATUSES),
      openedOn: { ...ARRANGED, planYear: "not-after" },
      closedOn: PLANNED_END,
      counselor: TEXT,
      school: ID,
      grade: GRADE,
    },
    required: all("student", "planType", "schoolYear", "status", "openedOn"),
    decisive: ["plan"],
  },
  goal: {
    fields: {
      goal: ID,
      ...OF_A_PLAN,
      domain: oneOf(GOAL_DOMAINS),
      description: TEXT,
      measurement: TEXT,
      setOn: { ...HAPPENED, planYear: "not-after" },
      targetOn: PLANNED,
      status: oneOf(GOAL_STATUSES),
      statusOn: HAPPENED,
    },
    required: [...all("goal"), ONE_PLAN, ...all("description", "status")],
  },
  actionStep: {
    fields: {
      actionStep: ID,
      goal: ID,
      description: TEXT,
      owner: TEXT,
      focusArea: oneOf(FOCUS_AREAS),
      dueOn: PLANNED,
      completedOn: HAPPENED,
    },
    required: all("actionStep", "goal", "description"),
    decisive: ["completedOn"],
  },
  review: {
    fields: {
      review: ID,
      ...OF_A_PLAN,
      state: oneOf(REVIEW_STATES),
      scheduledOn: { ...ARRANGED, planYear: "within" },
      heldOn: { ...HAPPENED, planYear: "within" },
      participants: listOf(PARTICIPANTS),
      focusAreas: listOf(FOCUS_AREAS),
      meeting: oneOf(MEETINGS),
    },
    required: [...all("review"), ONE_PLAN, ...all("state")],
    decisive: ["heldOn"],
  },
  exemption: {
    fields: {
      student: STUDENT,
      requirement: ID,
      reason: oneOf(EXEMPTION_REASONS),
      decidedBy: TEXT,
      from: ARRANGED,
      until: PLANNED_END,
    },
    required: all("student", "requirement", "reason", "decidedBy", "from"),
    decisive: ["until"],
  },
  attestation: {
    fields: {
      student: STUDENT,
      requirement: ID,
      isMet: YES_NO,
      reason: TEXT,
      attestedBy: TEXT,
      from: ARRANGED,
      until: PLANNED_END,
    },
    required: all("student", "requirement", "isMet", "reason", "attestedBy", "from"),
    decisive: ["until"],
  },
  planAssent: {
    fields: {
      student: STUDENT,
      role: oneOf(PARTICIPANTS),
      degree: oneOf(ASSENT_DEGREES),
      givenOn: HAPPENED,
      isDesignee: YES_NO,
      isGoodFaithEffort: YES_NO,
    },
    required: all("student", "role", "degree", "givenOn"),
    decisive: ["isDesignee", "isGoodFaithEffort"],
  },
  planComponent: {
    fields: {
      student: STUDENT,
      component: oneOf(PLAN_COMPONENTS),
      enteredOn: HAPPENED,
      quantity: NUMBER,
      strand: TEXT,
      marks: TEXT,
    },
    required: all("student", "component", "enteredOn"),
    decisive: ["quantity"],
  },
  studentEvent: {
    fields: { student: STUDENT, event: oneOf(STUDENT_EVENTS), occurredOn: HAPPENED },
    required: all("student", "event", "occurredOn"),
  },
  duty: {
    fields: { duty: ID, doneOn: HAPPENED, doneBy: TEXT },
    required: all("duty", "doneOn", "doneBy"),
  },
  confirmation: {
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
  },
  staff: {
    fields: {
      staff: ID,
      name: TEXT,
      role: oneOf(STAFF_ROLES),
      schools: TEXT,
      counselors: TEXT,
      isRemoved: YES_NO,
      recordedAt: TEXT,
    },
    required: all("staff", "role"),
    decisive: ["schools", "counselors", "isRemoved", "recordedAt"],
  },
  caseload: {
    fields: {
      counselor: TEXT,
      student: STUDENT,
      school: ID,
      grade: GRADE,
      familyNameFrom: TEXT,
      familyNameUntil: TEXT,
    },
    required: [...all("counselor"), [["student"], ["school"]]],
    decisive: ["grade", "familyNameFrom", "familyNameUntil"],
  },
};

/** Each of the fields, in the one way there is. */
function all(...fields: readonly string[]): readonly (readonly (readonly string[])[])[] {
  return fields.map((field) => [[field]]);
}

/** What says whether a day was missed, where more than its amount is known. */
export const KIND_FIELDS: readonly string[] = ["kind", "isAbsent", "isPresent"];
