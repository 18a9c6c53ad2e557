/** Literal answers about one student, in the shapes that the pages read. The people are made up. */
import type { ConferenceSheet } from "../../../functions/console/student-page/conference-sheet.ts";
import type { StudentPage } from "../../../functions/console/student-page/student-page.ts";
import { day } from "../../../functions/domain/calendar/day.ts";

const SECOND_REVIEW = {
  id: "review-2",
  name: "Second review of the year",
  rule: "The plan is reviewed at least twice a year.",
  citation: "Good practice profile, section 2",
  textStatus: "Recalled, not checked",
  status: "not-held",
  statusName: "Not held",
  standing: "not-met",
  because: "No review was held by May 2, 2022.",
  opensOn: null,
  dueOn: day("2022-05-02"),
  heldOn: null,
  review: null,
  daysLeft: -18,
  evidence: [],
  records: [
    {
      record: "review",
      name: "R-1",
      on: day("2021-11-12"),
      schoolYear: "2021-22",
      isCounted: false,
      note: "before January 7, 2022, the first date that counts",
      isDeciding: false,
    },
  ],
  decidedBy: "Decided by the absence of a further review that counts.",
} as const;

/** As a counselor sees the student. */
export const STUDENT: StudentPage = {
  head: {
    key: "kEy-1",
    id: "900/1",
    givenName: "Vincent",
    familyName: "Orozco",
    gradeName: "Grade 11",
    schoolName: "Cedar Ridge High School",
    isEnrolled: true,
    counselors: ["A. Rivera"],
    programs: ["IEP", "English learner"],
    attendance: { enrolledDays: 164, absentDays: 18, isChronicallyAbsent: true },
    asOf: "2022-05-20",
  },
  due: [
    {
      requirement: "review-2",
      name: "Second review of the year",
      need: "overdue",
      needName: "Review overdue",
      whoActs: "counselor",
      dueOn: "2022-05-02",
      daysLeft: -18,
      sinceOn: null,
      because: "No review was held by May 2, 2022.",
      remedy: "",
    },
    {
      requirement: "record-wrong-school",
      name: "Plan at another school",
      need: "fix-record",
      needName: "Record to fix",
      whoActs: "vendor",
      dueOn: null,
      daysLeft: null,
      sinceOn: "2022-01-10",
      because: "The plan platform has the student at a different school than the roster.",
      remedy: "Have the platform import the roster again.",
    },
  ],
  plans: {
    explanation: {
      student: "900/1",
      givenName: "Vincent",
      familyName: "Orozco",
      grade: "11",
      school: "103",
      schoolName: "Cedar Ridge High School",
      asOf: day("2022-05-20"),
      mandate: "Effective practice",
      warning: "The official text must be checked before use.",
      exemptions: [],
      plans: [],
      plansSince: "2021-22",
      noPlansOf: null,
      notSent: ["programs"],
      requirements: [
        {
          ...SECOND_REVIEW,
          id: "review-1",
          name: "First review of the year",
          statusName: "Held on time",
          standing: "met",
          because: "Review R-1 was held on November 12, 2021.",
          dueOn: day("2022-01-06"),
        },
        SECOND_REVIEW,
      ],
      note: "",
    },
    timeline: [
      {
        ...{ on: "2020-10-01", schoolYear: "2020-21", kind: "goal", what: "Academic goal set" },
        ...{ about: "Pass algebra", isAhead: false },
      },
      {
        ...{ on: "2021-11-12", schoolYear: "2021-22", kind: "review", what: "Review held" },
        ...{ about: "with student and counselor", isAhead: false },
      },
      {
        ...{ on: "2022-05-25", schoolYear: "2021-22", kind: "review", what: "Review scheduled" },
        ...{ about: "", isAhead: true },
      },
    ],
    goals: [
      {
        schoolYear: "2021-22",
        isOfYear: true,
        domain: "career",
        description: "I want to <b>visit</b> UTSA",
        measurement: "1 visit",
        setOn: "2021-09-22",
        targetOn: "2022-03-26",
        dueNotes: [{ kind: "differs-from-text", statedOn: "2022-05-01", targetOn: "2022-03-26" }],
        status: "in-progress",
        statusName: "In progress",
        steps: [
          {
            ...{ description: "Write to the office", owner: "student", dueOn: "2022-02-01" },
            ...{ completedOn: null, isOverdue: true },
          },
          {
            ...{ description: "Look at the map", owner: "", dueOn: null },
            ...{ completedOn: "2022-01-10", isOverdue: false },
          },
        ],
      },
    ],
    statements: [
      {
        ...{ kind: "exemption", requirementName: "Second review of the year", state: "past" },
        ...{ words: "Not asked: medical reasons", by: "the principal" },
        ...{ from: "2021-09-01", until: "2021-12-01" },
        ...{ key: "exemption review-2 2021-09-01 the principal", isDecision: false, noEffect: "" },
      },
      {
        ...{ kind: "exemption", requirementName: "Second review of the year", state: "in-force" },
        ...{ words: "Not asked: medical reasons", by: "J. Ortiz (P-1)" },
        ...{ from: "2022-05-19", until: null, isDecision: true },
        ...{ key: "exemption review-2 2022-05-19 J. Ortiz (P-1)", noEffect: "The rule decides." },
      },
      {
        ...{ kind: "attestation", requirementName: "First review of the year", by: "A. Rivera" },
        ...{ words: "Met: transcript", state: "in-force", from: "2022-01-01", until: null },
        ...{ key: "attestation review-1 2022-01-01 A. Rivera", isDecision: false },
        noEffect: "A later attestation about the same requirement counts instead.",
      },
    ],
  },
  enrollments: [
    { schoolName: "Birch Middle School", enteredOn: "2019-08-20", withdrewOn: "2021-06-10" },
    { schoolName: "Cedar Ridge High School", enteredOn: "2021-08-23", withdrewOn: null },
  ],
  readers: [
    {
      role: "counselor",
      roleName: "counselor",
      people: [
        {
          name: "A. Rivera",
          because: "counselor at Cedar Ridge High School; the student is in the caseload",
          seesPlans: true,
        },
      ],
    },
    {
      role: "registrar",
      roleName: "registrar",
      people: [
        { name: "L. Prather", because: "registrar of Cedar Ridge High School", seesPlans: false },
      ],
    },
  ],
  because: "You are counselor at Cedar Ridge High School, and the student is in your caseload.",
  whyNotMore: null,
};

/** The same as a registrar sees the student. */
export const RECORDS_ALONE: StudentPage = {
  ...STUDENT,
  head: { ...STUDENT.head, programs: [], attendance: null },
  due: STUDENT.due.slice(1),
  plans: null,
  because: "You are registrar of Cedar Ridge High School.",
  whyNotMore: "Your role is to keep the records right, so you see enrollments and records to fix.",
};

const LONG_GOAL =
  "I would like to learn what an apprenticeship is and how long it takes, because my cousin makes good money as an electrician and says so";
const LONG_STEP =
  "Have two adults read my resume and tell me what they would ask me about it in an interview";

/** As much as a sheet has at most, each text as long as the longest of the demo district. */
export const FULL_SHEET: ConferenceSheet = {
  givenName: "Bartholomew-Alexander",
  familyName: "Wolfeschlegelsteinhausen",
  grade: "11",
  schoolName: "Cedar Ridge High School for the Performing Arts",
  counselors: ["A. Rivera", "B. Quintanilla"],
  asOf: "2022-05-20",
  goals: Array.from({ length: 4 }, () => ({
    description: LONG_GOAL,
    targetOn: "2022-09-28",
    dueNote: null,
    steps: [
      { description: LONG_STEP, dueOn: "2022-09-28" },
      { description: LONG_STEP, dueOn: "2022-09-28" },
    ],
  })),
  moreGoals: 2,
  goalsMet: 3,
  attendance: { enrolledDays: 164, absentDays: 18, isChronicallyAbsent: true },
  due: (["overdue", "no-plan", "signature-missing", "due-soon"] as const).map((need) => ({
    name: "Review for the move from grade 8 to 9",
    need,
    dueOn: "2022-09-28",
  })),
  moreDue: 3,
};

/** The same with a note on each due date. */
export const NOTED_SHEET: ConferenceSheet = {
  ...FULL_SHEET,
  goals: FULL_SHEET.goals.map((goal) => ({
    ...goal,
    dueNote: { kind: "before-set", setOn: "2022-09-29", targetOn: "2022-09-28" },
    steps: goal.steps.slice(1),
  })),
};

/** A student of whom there is next to nothing. */
export const EMPTY_SHEET: ConferenceSheet = {
  ...FULL_SHEET,
  givenName: "Vincent",
  familyName: "Orozco",
  grade: "",
  counselors: [],
  goals: [],
  moreGoals: 0,
  goalsMet: 0,
  attendance: null,
  due: [],
  moreDue: 0,
};
