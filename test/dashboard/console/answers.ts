/** Literal answers of the console, in the shapes that its pages read. The people are made up. */
import type { StudentDecisions } from "../../../functions/console/decision-answers.ts";
import type { LogEntry } from "../../../functions/access/log-entry.ts";
import type { LogPage } from "../../../functions/console/log-answers.ts";
import type { SessionAnswer } from "../../../functions/cli/server/session-answer.ts";
import type {
  AboutReader,
  ListedStudent,
  StudentChoices,
  StudentList,
} from "../../../functions/console/answers.ts";

const HIGH = { id: "103", name: "Cedar Ridge High School" };
const MIDDLE = { id: "102", name: "Birch Middle School" };

export const LEADER: AboutReader = {
  staff: "D-1",
  name: "J. Ortiz",
  roles: [
    {
      role: "district-leader",
      roleName: "district leader",
      because: "You are a district leader.",
    },
  ],
  district: { id: "marsh-valley", name: "Marsh Valley School District" },
  asOf: "2022-05-20",
  figures: {
    isWholeDistrict: true,
    schools: [MIDDLE, HIGH],
    because: "You are a district leader.",
  },
  listSchools: [MIDDLE, HIGH],
  can: ["see-figures", "see-student", "see-records", "see-data-to-fix"],
  notices: [],
};

export const COUNSELOR: AboutReader = {
  ...LEADER,
  staff: "C-7",
  name: "A. Rivera",
  roles: [
    {
      role: "counselor",
      roleName: "counselor",
      because: "You are counselor at Cedar Ridge High School.",
    },
  ],
  figures: {
    isWholeDistrict: false,
    schools: [HIGH],
    because: "You are counselor at Cedar Ridge High School.",
  },
  listSchools: [HIGH],
};

export const PRIVACY_OFFICER: AboutReader = {
  ...LEADER,
  staff: "P-1",
  name: "M. Osei",
  roles: [
    {
      role: "privacy-officer",
      roleName: "privacy officer",
      because: "You are the privacy officer.",
    },
  ],
  figures: { isWholeDistrict: false, schools: [], because: "You are the privacy officer." },
  listSchools: [],
  can: ["see-log"],
};

export const NO_DEMO: SessionAnswer = { isDemo: false, staff: "D-1", choices: [] };
export const DEMO: SessionAnswer = {
  isDemo: true,
  staff: "D-1",
  choices: [
    { staff: "C-7", name: "A. Rivera", roles: ["counselor"] },
    { staff: "D-1", name: "J. Ortiz", roles: ["district leader"] },
    { staff: "X-9", name: "", roles: [] },
  ],
};

const choices: StudentChoices = {
  schools: [MIDDLE, HIGH],
  grades: [
    { id: "08", name: "Grade 8" },
    { id: "11", name: "Grade 11" },
  ],
  counselors: [
    { id: "S-2001", name: "A. Rivera" },
    { id: "S-2003", name: "S-2003" },
  ],
  requirements: [
    {
      id: "all",
      name: "All requirements together",
      statuses: [
        { id: "met", name: "Met" },
        { id: "not-met", name: "Not met" },
      ],
      needs: [],
    },
    {
      id: "review-2",
      name: "Second review of the year",
      statuses: [
        { id: "on-time", name: "Held on time" },
        { id: "not-held", name: "Not held" },
      ],
      needs: [{ id: "overdue", name: "Review overdue" }],
    },
  ],
  needs: [
    { id: "overdue", name: "Review overdue" },
    { id: "fix-record", name: "Record to fix" },
  ],
  problems: [{ id: "wrong-school", name: "Plan at another school" }],
};

export const VINCENT: ListedStudent = {
  key: "key-of-vincent",
  student: "900/1",
  familyName: "Orozco",
  givenName: "Vincent",
  grade: "11",
  school: HIGH.id,
  schoolName: HIGH.name,
  counselors: [{ id: "S-2001", name: "A. Rivera" }],
  isEnrolled: true,
  answer: {
    statusName: "Not held",
    because: "No review was held by May 2, 2022.",
    dueOn: "2022-05-02",
  },
  nextStep: {
    name: "Second review of the year",
    thing: "Review",
    needName: "Review overdue",
    dueOn: "2022-05-02",
    daysLeft: -18,
    whoActs: "counselor",
  },
  overdue: [{ name: "Second review of the year", needName: "Review overdue", dueOn: "2022-05-02" }],
  lastReviewOn: "2021-11-12",
  actionSteps: {
    part: "overdue",
    partName: "A step is overdue",
    next: {
      ...{ dueOn: "2022-05-02", isOverdue: true },
      ...{ focusArea: "career exploration", owner: "student" },
    },
  },
  attendance: { enrolledDays: 160, absentDays: 20, isChronicallyAbsent: true },
  programs: ["IEP"],
  recordProblems: [],
};

export const PATRICK: ListedStudent = {
  ...VINCENT,
  key: "key-of-patrick",
  student: "900/2",
  familyName: "<b>Murphy</b>",
  givenName: "Patrick",
  counselors: [],
  answer: null,
  nextStep: null,
  ...{ overdue: [], actionSteps: null, attendance: null, programs: [] },
  lastReviewOn: null,
  recordProblems: [
    {
      name: "Plan at another school",
      sinceOn: "2022-01-10",
      remedy: "Have the platform import the roster again.",
    },
  ],
};

export const LIST: StudentList = {
  asked: {
    school: HIGH.id,
    grade: null,
    counselor: null,
    caseload: null,
    requirement: "review-2",
    status: "not-held",
    need: null,
    problem: null,
    ...{ due: null, from: null, until: null, plan: null, held: null, flag: null, enrolled: null },
  },
  sort: "urgency",
  askedInWords: "Second review of the year: not held, Cedar Ridge High School",
  counted: 128,
  ...{ enrolled: 128, left: 0 },
  named: 3,
  students: [VINCENT, PATRICK],
  choices,
  next: "edition:2",
  because: "You are counselor at Cedar Ridge High School, and the student is in your caseload.",
};

export const LAST_PAGE: StudentList = {
  ...LIST,
  students: [{ ...VINCENT, student: "900/3", familyName: "Quill", givenName: "Ada" }],
  next: null,
};

export const DECISIONS: StudentDecisions = {
  ...{ student: "KEY-1", signedAs: "J. Ortiz (P-1)", firstDay: "2022-05-20" },
  ...{ canExempt: true, canAttest: true, canAssign: true, others: "" },
  requirements: [{ id: "review-2", name: "Second review of the year" }],
  reasons: [{ id: "medical", name: "Medical reasons" }],
  counselors: [{ id: "K-1", name: "A. Rivera (K-1)" }],
  decided: [
    {
      ...{ kind: "exemption", at: "2022-05-19T10:00:00.000Z", by: "J. Ortiz (P-1)" },
      ...{ isWithdrawal: false, state: "in-force", reason: "", student: null, isPending: true },
      statement: "exemption review-2 2022-05-19 J. Ortiz (P-1)",
      inWords: "Exempt from Second review of the year from May 19, 2022: medical reasons",
      withdraw: {
        path: "/console/exemptions/withdraw",
        body: { student: "KEY-1", requirement: "review-2", from: "2022-05-19" },
        ...{ asks: null, effect: "The student will be asked for it again." },
      },
    },
  ],
};

export const LOOK: LogEntry = {
  at: "2022-05-20T11:10:22.000Z",
  who: "C-7",
  role: "counselor",
  isDemo: false,
  kind: "see-student",
  what: "students",
  schools: [HIGH.id],
  students: 22,
  subject: null,
  isAllowed: true,
  because: "You are counselor at Cedar Ridge High School, and the student is in your caseload.",
  through: "console",
};

export const LOG: LogPage = {
  entries: [
    LOOK,
    {
      ...LOOK,
      kind: "see-log",
      what: "log",
      schools: null,
      students: null,
      isAllowed: false,
      because:
        "You are counselor at Cedar Ridge High School, and that does not include the access log.",
    },
    {
      ...LOOK,
      who: "system account",
      role: null,
      kind: "record-exemption",
      what: "exempt",
      students: 1,
      subject: "p-4f2a",
      because: "You use the system account of the machine that keeps the district’s records.",
      through: "command",
    },
  ],
  ...{ from: "2022-04-21", until: "2022-05-20", all: 3, ofStudent: null },
  days: [
    {
      ...{ who: "C-7", role: "counselor", on: "2022-05-20", students: 262, looks: 31 },
      ...{ usual: { students: 12, looks: 9, of: "person" }, isUnusual: true },
      because: "262 students named on May 20, 2022; this person’s usual day has 12.",
    },
  ],
  people: ["C-7", "system account"],
  schools: [MIDDLE, HIGH],
  next: null,
  because: "You are the privacy officer.",
};
