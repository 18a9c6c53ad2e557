/** One student's answer to every question that a staff edition counts, worked out plainly. Longer than most: every question in one place. */
import {
  answerTo,
  daysOf,
  folderOf,
  goalsSet,
  heldReviews,
  holdsOn,
  isExempt,
  isOpen,
  isPlanDue,
  listed,
  openAccepted,
  reviewPartOf,
  standingOf,
  text,
  type Folder,
  type PlainAnswer,
} from "./plain-answers.ts";
import {
  daysFrom,
  DIVISIONS,
  isReview,
  MANDATE,
  plusDays,
  programGroup,
  RULES,
  TRANSITIONS,
  type Rule,
} from "./plain-rules.ts";
import { counselorsOf } from "./plain-counselors.ts";
import { substanceOf } from "./plain-substance.ts";
import type { SchoolTables } from "./conformed-records.ts";

/** What is known of the whole district. */
export interface DistrictFacts {
  readonly asOf: string;
  readonly yearBegins: string;
  readonly hasPrograms: boolean;
  readonly hasAbsences: boolean;
  readonly hasPlans: boolean;
  /** Everybody whom any review names. */
  readonly participants: ReadonlySet<string>;
  /** Every component of which any plan has an entry. */
  readonly components: ReadonlySet<string>;
  /** Whether any step has a day on which it was done. */
  readonly hasStepsDone: boolean;
  /** Whether any record is a signature of a student or a family. */
  readonly hasSignatures: boolean;
  /** The last day on which a plan changed, where that is more than 45 days ago. */
  readonly staleSince: string | null;
}

export interface Problem {
  readonly problem: string;
  readonly since: string;
}

export interface PlainStudent {
  readonly id: string;
  readonly folder: Folder;
  readonly school: string;
  readonly isEnrolled: boolean;
  readonly isUnderMandate: boolean;
  readonly counselor: string;
  /** Every counselor who has the student. */
  readonly caseload: readonly string[];
  /** By division. */
  readonly groups: ReadonlyMap<string, string>;
  readonly section504: string;
  readonly enrolledDays: number;
  readonly absentDays: number;
  readonly answers: ReadonlyMap<Rule, PlainAnswer>;
  readonly problems: readonly Problem[];
  /** By question. */
  readonly parts: ReadonlyMap<string, string>;
}

/** The students whom a school counts, and those who are enrolled nowhere, were here last and have an open plan. */
export function studentsOf(
  tables: SchoolTables,
  facts: DistrictFacts,
): { readonly students: readonly PlainStudent[]; readonly gone: readonly PlainStudent[] } {
  const folders = tables.rows("student").map((row) => folderOf(tables, row, facts.asOf));
  return {
    students: folders
      .filter(({ school }) => school === tables.id)
      .map((folder) => plainStudent(tables, folder, facts)),
    gone: folders.flatMap((folder) => {
      const problems = planWithoutEnrollment(tables.id, folder);
      return problems.length === 0 ? [] : [goneStudent(tables, folder, facts, problems)];
    }),
  };
}

/** Of whom nothing is asked and no day counted: only the open plan is left to close. */
const goneStudent = (
  tables: SchoolTables,
  folder: Folder,
  facts: DistrictFacts,
  problems: readonly Problem[],
): PlainStudent => ({
  ...plainStudent(tables, folder, facts),
  ...{ isEnrolled: false, isUnderMandate: false, enrolledDays: 0, absentDays: 0 },
  answers: new Map(),
  problems,
  parts: new Map(),
});

function plainStudent(tables: SchoolTables, folder: Folder, facts: DistrictFacts): PlainStudent {
  const isUnderMandate = MANDATE.grades.includes(folder.grade);
  const answers = new Map(RULES.map((rule) => [rule, answerTo(folder, rule)]));
  const attendance = attendanceOf(tables, folder);
  const caseload = counselorsOf(tables, folder);
  const groups = groupsOf(tables, folder, facts);
  const section504 = section504Of(tables, folder, facts);
  const isInProgram = groups.get("disability") === "yes" || section504 === "yes";
  return {
    id: text(folder.student, "student"),
    folder,
    school: tables.id,
    isEnrolled: true,
    isUnderMandate,
    counselor: caseload[0] ?? "",
    caseload,
    groups,
    section504,
    ...attendance,
    answers,
    problems: problemsOf(tables.id, folder, facts),
    parts: partsOf(folder, answers, { ...attendance, isUnderMandate, isInProgram }, facts),
  };
}

/** Each instructional day of a school on which the student was enrolled there, counted once. */
function attendanceOf(tables: SchoolTables, { enrollments, student, asOf, yearBegins }: Folder) {
  const enrolled = new Set(
    enrollments.flatMap((enrollment) =>
      daysOf(tables, text(enrollment, "school"), yearBegins).filter(
        (on) => on <= asOf && holdsOn(enrollment, "enteredOn", "withdrewOn", on),
      ),
    ),
  );
  const absent = tables
    .rowsWith("absence", "student", student["student"] ?? null)
    .filter((row) => Number(row["absentMilli"]) >= 500 && enrolled.has(text(row, "on")));
  return { enrolledDays: enrolled.size, absentDays: absent.length };
}

export function groupsOf(
  tables: SchoolTables,
  { student, asOf }: Folder,
  { hasPrograms }: DistrictFacts,
): ReadonlyMap<string, string> {
  const groups = new Map<string, string>();
  const enter = (division: string, group: string): void => {
    if (DIVISIONS[division]?.includes(group) === true) groups.set(division, group);
  };
  enter("race-ethnicity", text(student, "raceEthnicity"));
  enter("sex", text(student, "sex"));
  if (!hasPrograms) return groups;
  const current = tables
    .rowsWith("program", "student", student["student"] ?? null)
    .filter((row) => holdsOn(row, "beganOn", "endedOn", asOf))
    .map((row) => programGroup(text(row, "program")));
  for (const division of ["english-learner", "disability", "economic-status", "homeless"]) {
    enter(division, current.includes(division) ? "yes" : "no");
  }
  return groups;
}

/** The one program of the demo and the cast that is a plan under Section 504, by its name. */
const SECTION_504 = "Section 504 Placement";

export function section504Of(
  tables: SchoolTables,
  { student, asOf }: Folder,
  { hasPrograms }: DistrictFacts,
): string {
  if (!hasPrograms) return "";
  const rows = tables
    .rowsWith("program", "student", student["student"] ?? null)
    .filter((row) => holdsOn(row, "beganOn", "endedOn", asOf));
  return rows.some((row) => text(row, "program") === SECTION_504) ? "yes" : "no";
}

const REVIEW_ORDER = "no-plan not-held not-determinable held-late on-time not-due".split(" ");
const STANDING_ORDER = "not-met not-determinable met not-applicable".split(" ");
const firstOf = (order: readonly string[], parts: readonly string[]): string =>
  order.find((part) => parts.includes(part)) ?? order.at(-1) ?? "";

function partsOf(
  folder: Folder,
  answers: PlainStudent["answers"],
  {
    enrolledDays,
    absentDays,
    isUnderMandate,
    isInProgram,
  }: Pick<PlainStudent, "enrolledDays" | "absentDays" | "isUnderMandate"> & {
    readonly isInProgram: boolean;
  },
  facts: DistrictFacts,
): ReadonlyMap<string, string> {
  const chronic = absentDays * 10 >= enrolledDays ? "chronic" : "not-chronic";
  const parts = new Map([["chronic-absence", enrolledDays < 10 ? "too-few-days" : chronic]]);
  if (!isUnderMandate) return parts;
  const all = [...answers];
  for (const [rule, answer] of all) {
    parts.set(`standings/${rule.id}`, standingOf(answer));
    if (isReview(rule)) parts.set(`statuses/${rule.id}`, reviewPartOf(answer));
    parts.set(`needs/${rule.id}`, needOf(rule, answer, folder, answers) || "nothing");
  }
  const standings = (wanted: (rule: Rule) => boolean): string =>
    firstOf(
      STANDING_ORDER,
      all.filter(([rule]) => wanted(rule)).map(([, answer]) => standingOf(answer)),
    );
  parts.set(
    "standings/all",
    standings(() => true),
  );
  parts.set(
    "component-completeness",
    standings(({ kind }) => kind === "content"),
  );
  const reviews = all.filter(([rule]) => isReview(rule));
  parts.set(
    "statuses/all",
    firstOf(
      REVIEW_ORDER,
      reviews.map(([, answer]) => reviewPartOf(answer)),
    ),
  );
  for (const [rule, answer] of reviews) {
    parts.set(`lateness/${rule.id}`, latenessOf([answer], folder.asOf));
  }
  parts.set(
    "lateness/all",
    latenessOf(
      reviews.map(([, answer]) => answer),
      folder.asOf,
    ),
  );
  for (const [question, part] of substanceOf(folder, facts, isInProgram)) parts.set(question, part);
  for (const rule of TRANSITIONS) {
    const answer = answers.get(rule);
    if (answer === undefined) continue;
    if (folder.grade === rule.grade) {
      for (const [name, part] of transitionParts(folder, rule, answer)) {
        parts.set(`${name}/${rule.id}`, part);
      }
    }
    if (folder.grade === ARRIVES_IN[rule.grade ?? ""]) {
      parts.set(`transition-handover/${rule.id}`, handover(folder, rule));
    }
  }
  return parts;
}

/** Of the review that is latest: two weeks, six weeks or more, held at last or not. */
function latenessOf(answers: readonly PlainAnswer[], asOf: string): string {
  const late = answers.flatMap((answer) => {
    const isHeld = answer.status === "held-late";
    const isOverdue = ["not-held", "no-plan"].includes(reviewPartOf(answer));
    if (!isHeld && !isOverdue) return [];
    return [{ isHeld, days: daysFrom(answer.dueOn ?? "", isHeld ? (answer.doneOn ?? "") : asOf) }];
  });
  const [latest] = late.sort((a, b) => b.days - a.days || Number(a.isHeld) - Number(b.isHeld));
  if (latest === undefined) return "not-late";
  const { days, isHeld } = latest;
  if (days > 42) return isHeld ? "held-after-6-weeks" : "overdue-over-6-weeks";
  return `${isHeld ? "held" : "overdue"}-within-${days > 14 ? "6" : "2"}-weeks`;
}

function transitionParts(
  folder: Folder,
  { id, focusAreas = [] }: Rule,
  { status, dueOn, doneOn, opensOn }: PlainAnswer,
): readonly (readonly [name: string, part: string])[] {
  const { asOf } = folder;
  const isOpened = opensOn !== null && opensOn <= asOf;
  const present = focusAreasOf(folder);
  const hasFocus = focusAreas.every((area) => present.has(area));
  const hasPlan = openAccepted(folder).length > 0;
  const yesNo = (isYes: boolean): string => (isYes ? "yes" : "no");
  const ready = (): string => {
    if (status === "exempt") return "not-due";
    if (hasPlan && doneOn !== null && hasFocus) return "ready";
    // Without a day while no plan is due, or because nobody sent a calendar.
    if (dueOn === null) return status === "pending" ? "not-due" : "not-determinable";
    return asOf <= dueOn ? "not-due" : "not-ready";
  };
  return [
    ["transition", ready()],
    ["transition-plan", isExempt(folder, id) ? "not-asked" : yesNo(hasPlan)],
    ["transition-review", isOpened ? yesNo(doneOn !== null) : "not-asked"],
    ["transition-focus-areas", isOpened ? yesNo(hasFocus) : "not-asked"],
  ];
}

/** Listed by a held review, or served by a completed action step of an accepted plan. */
function focusAreasOf(folder: Folder): ReadonlySet<string> {
  const accepted = new Set(goalsSet({ ...folder, asOf: "9999" }).map((goal) => text(goal, "goal")));
  const ofYear = new Set(
    goalsSet({ ...folder, asOf: "9999" }, folder.plans).map((goal) => text(goal, "goal")),
  );
  return new Set([
    ...heldReviews(folder).flatMap((review) => listed(review, "focusAreas")),
    ...folder.steps
      .filter(
        (step) =>
          accepted.has(text(step, "goal")) &&
          step["completedOn"] !== null &&
          text(step, "completedOn") <= folder.asOf &&
          (ofYear.has(text(step, "goal")) || text(step, "completedOn") >= folder.yearBegins),
      )
      .map((step) => text(step, "focusArea")),
  ]);
}

const ARRIVES_IN: { readonly [grade: string]: string } = { "06": "06", "08": "09" };

/** Whether the platform has the open plan of a student who came to the school this year at that school. */
function handover(folder: Folder, { id }: Rule): string {
  const { enrollments, school, asOf, yearBegins } = folder;
  const wasHereBefore = enrollments.some(
    (enrollment) => enrollment["school"] === school && text(enrollment, "enteredOn") < yearBegins,
  );
  const [open] = openAccepted(folder);
  if (isExempt(folder, id) || wasHereBefore || open === undefined) return "not-asked";
  if (!enrollments.some((enrollment) => holdsOn(enrollment, "enteredOn", "withdrewOn", asOf)))
    return "not-asked";
  if (open["school"] === null) return "not-asked";
  return open["school"] === school ? "yes" : "no";
}

/** What is missing where nothing is recorded of a requirement that is no review. */
export const MISSING: { readonly [kind: string]: string } = {
  plan: "plan-missing",
  content: "content-missing",
  assent: "signature-missing",
};

/** What a student waits for under a rule, if anything. Content and signatures come after a plan that is waited for. */
export function needOf(
  rule: Rule,
  { status, dueOn, doneOn, opensOn, isAttested, isElsewhere }: PlainAnswer,
  folder: Folder,
  answers: PlainStudent["answers"],
): string {
  const { asOf } = folder;
  const inThirtyDays = plusDays(asOf, 30);
  const isDueSoon =
    dueOn !== null && dueOn >= asOf && dueOn <= inThirtyDays && (opensOn ?? "") <= inThirtyDays;
  if (isReview(rule)) {
    if (status === "plan-missing") return "no-plan";
    if (status === "not-held") return "overdue";
    return status === "pending" && isDueSoon ? "due-soon" : "";
  }
  const isPlanAwaited = [...answers].some(
    ([other, answer]) =>
      answer.status === "plan-missing" ||
      (other.kind === "plan" &&
        answer.status === "not-met" &&
        answer.doneOn === null &&
        openAccepted(folder).length === 0),
  );
  if (isPlanAwaited && rule.kind !== "plan") return "";
  if (doneOn !== null || isAttested) return "";
  if (status === "not-met") {
    const need = MISSING[rule.kind];
    if (need === undefined) throw new Error(`a requirement of kind ${rule.kind} is not known`);
    return need;
  }
  return status === "not-applicable" && isDueSoon && !isElsewhere ? "due-soon" : "";
}

/** Where the plans of an enrolled student and the roster do not agree, in the order of urgency. */
function problemsOf(school: string, folder: Folder, facts: DistrictFacts): readonly Problem[] {
  const { student, enrollments, plans, asOf, yearBegins, grade } = folder;
  const open = plans.filter((plan) => isOpen(plan, asOf));
  const enrollment = enrollments.find(
    (row) => row["school"] === school && holdsOn(row, "enteredOn", "withdrewOn", asOf),
  );
  const entered = enrollment === undefined ? "" : text(enrollment, "enteredOn");
  const since = (...days: readonly string[]): string => [yearBegins, ...days].sort().at(-1) ?? "";
  const problems: Problem[] = [];
  const isAsked = MANDATE.grades.includes(grade) && !isExempt(folder, "all");
  const hasOpenPlan = open.length > 0 || openAccepted(folder).length > 0;
  if (facts.hasPlans && !hasOpenPlan && isAsked && isPlanDue(folder)) {
    const closed = plans.map((plan) => text(plan, "closedOn"));
    problems.push({ problem: "enrolled-without-plan", since: since(entered, ...closed) });
  }
  // Of several plans of the school year any one that the platform has elsewhere is to be fixed.
  const elsewhere = open.find((plan) => plan["school"] !== null && plan["school"] !== school);
  if (elsewhere !== undefined) {
    problems.push({ problem: "wrong-school", since: since(entered, text(elsewhere, "openedOn")) });
  }
  const otherGrade = open.find((plan) => plan["grade"] !== null && plan["grade"] !== grade);
  if (otherGrade !== undefined && grade !== "") {
    problems.push({ problem: "wrong-grade", since: since(text(otherGrade, "openedOn")) });
  }
  if (student["isIdentityShared"] === true) {
    problems.push({ problem: "duplicate-identity", since: since(entered) });
  }
  if (hasOpenPlan && facts.staleSince !== null) {
    problems.push({ problem: "stale-plan-file", since: since(facts.staleSince) });
  }
  return problems;
}

/** A plan is open of somebody who is enrolled nowhere: told by the school of the latest stay. */
function planWithoutEnrollment(school: string, folder: Folder): readonly Problem[] {
  const { enrollments, plans, asOf, yearBegins } = folder;
  const open = plans.find((plan) => isOpen(plan, asOf)) ?? openAccepted(folder)[0];
  const last = enrollments
    .filter((enrollment) => text(enrollment, "enteredOn") <= asOf)
    .sort((a, b) => text(a, "enteredOn").localeCompare(text(b, "enteredOn")))
    .at(-1);
  if (folder.school !== null || open === undefined || last?.["school"] !== school) return [];
  const days = [yearBegins, text(last, "withdrewOn"), text(open, "openedOn")];
  return [{ problem: "plan-without-enrollment", since: days.sort().at(-1) ?? "" }];
}

/** Whole weeks since a problem began. */
export const weeksOf = ({ since }: Problem, asOf: string): number =>
  Math.max(0, Math.floor(daysFrom(since, asOf) / 7));
