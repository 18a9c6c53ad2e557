/** The tables of a staff edition, counted student by student from the conformed records. Longer than most: six tables and the list of students. */
import { studentsOfYear, YEAR_QUESTION, type YearStudent } from "./plain-absence.ts";
import { daysOf, heldReviews, openAccepted, text } from "./plain-answers.ts";
import { conversation, nextActionStep } from "./plain-plans.ts";
import { PATTERNS, patternsOf } from "./plain-patterns.ts";
import { DIVISIONS, isReview, RULES, TRANSITIONS } from "./plain-rules.ts";
import { signaturesOf } from "./plain-signatures.ts";
import {
  MISSING,
  needOf,
  studentsOf,
  weeksOf,
  type DistrictFacts,
  type PlainStudent,
} from "./plain-student.ts";
import type { Cell, SchoolTables } from "./conformed-records.ts";

/** A figure as a row of a table should have it, as text that is easy to compare. */
export type Figures = ReadonlyMap<string, string>;

/** A figure by what it is about. Nobody there is not applicable, and never 0 %. */
export const figureText = (count: number, n: number): string =>
  n === 0 ? "not-applicable" : `${count} of ${n}`;
export const NOT_SENT = "not-enough-data";

interface Place {
  readonly school: string;
  readonly name: string;
  readonly students: readonly PlainStudent[];
  readonly gone: readonly PlainStudent[];
  /** Everyone of the school year, for the one question that is asked of them. */
  readonly year: readonly YearStudent[];
  /** Whether anybody sent the days of school there. */
  readonly hasCalendar: boolean;
}

export interface PlainEdition {
  readonly tables: { readonly [table: string]: Figures };
  /** By id, what the students' file should say of each. */
  readonly students: ReadonlyMap<string, { readonly [column: string]: Cell }>;
}

/** @param previous the day of the edition before; null where there is none */
export function plainEdition(
  schools: readonly SchoolTables[],
  asOf: string,
  previous: string | null,
): PlainEdition {
  const facts = districtFacts(schools, asOf);
  const yearOf = studentsOfYear(schools, facts);
  const own = schools.map((tables): Place => {
    const { students, gone } = studentsOf(tables, facts);
    const { id: school, name } = tables;
    const hasCalendar = daysOf(tables, school, facts.yearBegins).length > 0;
    return { school, name, students, gone, year: yearOf.get(school) ?? [], hasCalendar };
  });
  const district: Place = {
    school: "",
    name: "",
    students: own.flatMap(({ students }) => students),
    gone: own.flatMap(({ gone }) => gone),
    year: yearOf.get("") ?? [],
    hasCalendar: own.some(({ hasCalendar }) => hasCalendar),
  };
  const places = [district, ...own];
  return {
    tables: {
      rates: rates(places, facts),
      statuses: divided(places, "statuses", REVIEW_PARTS, facts),
      standings: divided(places, "standings", STANDING_PARTS, facts),
      "student-groups": studentGroups(places, facts),
      "next-steps": nextSteps(places, facts),
      reconciliation: reconciliation(places, facts),
      lateness: lateness(places, facts),
      "plan-patterns": planPatterns(places, facts),
      "review-signatures": reviewSignatures(places, facts),
      "came-due": cameDue(places, asOf, previous),
    },
    students: new Map(
      own.flatMap(({ name, students, gone }) =>
        [...students, ...gone].map(
          (student) => [student.id, { ...studentRow(student, facts), schoolName: name }] as const,
        ),
      ),
    ),
  };
}

export function districtFacts(schools: readonly SchoolTables[], asOf: string): DistrictFacts {
  const all = (table: string) => schools.flatMap((school) => school.rows(table));
  const year = Number(asOf.slice(0, 4)) + (asOf.slice(5) >= "07-01" ? 1 : 0);
  const changed = [
    ["plan", "openedOn"],
    ["plan", "closedOn"],
    ["goal", "setOn"],
    ["goal", "statusOn"],
    ["actionStep", "completedOn"],
    ["review", "heldOn"],
  ]
    .flatMap(([table = "", column = ""]) => all(table).map((row) => text(row, column)))
    .filter((on) => on !== "" && on <= asOf);
  const last = changed.sort().at(-1) ?? null;
  const isStale = last !== null && Date.parse(asOf) - Date.parse(last) > 45 * 86_400_000;
  return {
    asOf,
    yearBegins: `${year - 1}-07-01`,
    hasPlans: all("plan").length > 0,
    participants: new Set(all("review").flatMap((row) => text(row, "participants").split(";"))),
    components: new Set(all("planComponent").map((row) => text(row, "component"))),
    hasStepsDone: all("actionStep").some((row) => text(row, "completedOn") !== ""),
    hasSignatures: all("planAssent").some(
      (row) =>
        ["student", "family"].includes(text(row, "role")) &&
        ["signature", "approval"].includes(text(row, "degree")),
    ),
    hasPrograms: all("program").length > 0,
    hasAbsences: all("absence").some(
      (row) => text(row, "on") >= `${year - 1}-07-01` && text(row, "on") <= `${year}-06-30`,
    ),
    staleSince: isStale ? last : null,
  };
}

const REVIEW_PARTS = "on-time held-late not-held no-plan not-determinable not-due".split(" ");
const LATENESS_PARTS = [
  ...["held-within-2-weeks", "held-within-6-weeks", "held-after-6-weeks"],
  ...["overdue-within-2-weeks", "overdue-within-6-weeks", "overdue-over-6-weeks", "not-late"],
];
const STANDING_PARTS = "met not-met not-determinable not-applicable".split(" ");

/** Who gave the part, of everybody who has an answer to the question. */
function figure(
  students: readonly Pick<PlainStudent, "parts">[],
  question: string,
  part: string | readonly string[],
  { hasAbsences, hasPlans }: DistrictFacts,
): string {
  const parts = students.flatMap(({ parts: given }) => given.get(question) ?? []);
  const isSent = question.startsWith("chronic-absence") ? hasAbsences : hasPlans;
  if (parts.length > 0 && !isSent) return NOT_SENT;
  const counted = parts.filter((given) => [part].flat().includes(given));
  return figureText(counted.length, parts.length);
}

/** Those of a place who may have an answer. */
const askedAt = ({ students, year }: Place, question: string): readonly YearStudent[] =>
  question === YEAR_QUESTION ? year : students;

/** Of a school without a calendar nobody knows who was enrolled for ten days. */
const isUnknown = ({ hasCalendar }: Place, question: string): boolean =>
  question === YEAR_QUESTION && !hasCalendar;

/** Everybody at a place, then each grade and counselor that somebody with an answer has. */
function breakdowns(place: Place, question: string) {
  const asked = askedAt(place, question).filter(({ parts }) => parts.has(question));
  const by = (breakdown: string, groupOf: (student: YearStudent) => string) =>
    [...new Set(asked.map(groupOf))]
      .filter((group) => breakdown !== "grade" || group !== "")
      .map((group) => ({
        name: `${breakdown}/${group}`,
        students: asked.filter((student) => groupOf(student) === group),
      }));
  return [
    { name: "all/all", students: asked },
    ...by("grade", ({ folder }) => folder.grade),
    ...by("counselor", ({ counselor }) => counselor),
  ];
}

/** The measures of one question: which part of it is counted. */
export const MEASURES: readonly (readonly [measure: string, question: string, part: string])[] = [
  ["requirements-met", "standings/all", "met"],
  ["review-timeliness", "statuses/all", "on-time"],
  ["plan-coverage", "plan-coverage", "open"],
  ["student-participation", "participation/student", "took-part"],
  ["family-participation", "participation/family", "took-part"],
  ["counselor-participation", "participation/counselor", "took-part"],
  ["teacher-participation", "participation/teacher", "took-part"],
  ["others-participation", "participation/others", "took-part"],
  ["review-signature", "review-signature", "signed-in-time"],
  ["component-completeness", "component-completeness", "met"],
  ["goal-domains", "goal-domains", "three-domains"],
  ["goal-individuality", "goal-individuality", "own"],
  ["goals-specific", "goals-specific", "all-goals"],
  ["goals-measurable", "goals-measurable", "all-goals"],
  ["goals-time-bound", "goals-time-bound", "all-goals"],
  ["goals-with-steps", "goals-with-steps", "all-goals"],
  ["goals-reviewed", "goals-reviewed", "all-goals"],
  ...["strengths", "interests", "learning-preferences", "barriers"].map(
    (content) => [`plan-${content}`, `plan-content/${content}`, "yes"] as const,
  ),
  ["program-coordination", "program-coordination", "yes"],
  ["on-track", "on-track", "on-track"],
  ["plan-change", "plan-change", "changed"],
  ["chronic-absence", "chronic-absence", "chronic"],
  ["chronic-absence-year", YEAR_QUESTION, "chronic"],
];

/** The measures of each transition. Grade 12 leads to no school of the district. */
export const OF_TRANSITIONS = TRANSITIONS.flatMap(({ id, grade }) =>
  [
    ["transition-coverage", `transition/${id}`, "ready"] as const,
    ["transition-plan", `transition-plan/${id}`, "yes"] as const,
    ["transition-review", `transition-review/${id}`, "yes"] as const,
    ["transition-focus-areas", `transition-focus-areas/${id}`, "yes"] as const,
    ["transition-handover", `transition-handover/${id}`, "yes"] as const,
  ]
    .filter(([measure]) => measure !== "transition-handover" || grade !== "12")
    .map(([measure, question, part]) => ({ measure, question, part, transition: id })),
);

function rates(places: readonly Place[], facts: DistrictFacts): Figures {
  const rows = new Map<string, string>();
  for (const place of places) {
    for (const [measure, question, part] of MEASURES) {
      for (const { name, students } of breakdowns(place, question)) {
        rows.set(
          `${measure} ${place.school} ${name}`,
          isUnknown(place, question) ? NOT_SENT : figure(students, question, part, facts),
        );
      }
    }
    for (const { id } of RULES) {
      rows.set(
        `requirement-met ${place.school} requirement/${id}`,
        figure(place.students, `standings/${id}`, "met", facts),
      );
    }
    for (const { id } of RULES.filter(isReview)) {
      rows.set(
        `review-held ${place.school} requirement/${id}`,
        figure(place.students, `statuses/${id}`, ["on-time", "held-late"], facts),
      );
    }
    for (const { measure, question, part, transition } of OF_TRANSITIONS) {
      rows.set(
        `${measure} ${place.school} transition/${transition}`,
        figure(place.students, question, part, facts),
      );
    }
  }
  return rows;
}

function divided(
  places: readonly Place[],
  sort: "statuses" | "standings",
  parts: readonly string[],
  facts: DistrictFacts,
): Figures {
  const rows = new Map<string, string>();
  const rules = RULES.filter((rule) => sort === "standings" || isReview(rule));
  for (const place of places) {
    for (const id of ["all", ...rules.map((rule) => rule.id)]) {
      for (const { name, students } of breakdowns(place, `${sort}/${id}`)) {
        for (const part of parts) {
          rows.set(
            `${id} ${place.school} ${name} ${part}`,
            figure(students, `${sort}/${id}`, part, facts),
          );
        }
      }
    }
  }
  return rows;
}

function lateness(places: readonly Place[], facts: DistrictFacts): Figures {
  const rows = new Map<string, string>();
  for (const place of places) {
    for (const question of ["all", ...RULES.filter(isReview).map(({ id }) => id)]) {
      for (const { name, students } of breakdowns(place, `lateness/${question}`)) {
        if (name.startsWith("counselor")) continue;
        for (const part of LATENESS_PARTS) {
          rows.set(
            `${question} ${place.school} ${name} ${part}`,
            figure(students, `lateness/${question}`, part, facts),
          );
        }
      }
    }
  }
  return rows;
}

function studentGroups(places: readonly Place[], facts: DistrictFacts): Figures {
  const rows = new Map<string, string>();
  const [district] = places;
  const measures = [
    ...MEASURES.map(([measure, question, part]) => ({ measure, question, part, transition: "" })),
    ...OF_TRANSITIONS,
  ];
  for (const place of places) {
    for (const [division, groups] of Object.entries(DIVISIONS)) {
      const isSent =
        district?.students.some(({ groups: own }) => (own.get(division) ?? "no") !== "no") ?? false;
      for (const group of groups) {
        // No record of the district names the program: nobody is said not to be in it.
        if (group === "no" && !isSent) continue;
        const inGroup = (students: readonly YearStudent[]) =>
          students.filter((student) => student.groups.get(division) === group);
        for (const { measure, question, part, transition } of measures) {
          const students = inGroup(askedAt(place, question));
          const isThere = students.length > 0 || inGroup(place.students).length > 0;
          if (place !== district && !isThere) continue;
          rows.set(
            `${measure} ${place.school} ${transition} ${division}/${group}`,
            isSent && !isUnknown(place, question)
              ? figure(students, question, part, facts)
              : NOT_SENT,
          );
        }
      }
    }
  }
  return rows;
}

/** What the worklist has, counted: of a review overdue or without a plan, of anything else what is missing. */
function nextSteps(places: readonly Place[], facts: DistrictFacts): Figures {
  const rows = new Map<string, string>();
  for (const { school, students } of places) {
    for (const rule of RULES) {
      const needs = isReview(rule) ? ["overdue", "no-plan"] : [MISSING[rule.kind] ?? ""];
      for (const need of [...needs, "due-soon"]) {
        rows.set(`${school} ${rule.id} ${need}`, figure(students, `needs/${rule.id}`, need, facts));
      }
    }
  }
  return rows;
}

/** For whom a requirement was still open on the day before, and is open no more. */
function cameDue(places: readonly Place[], asOf: string, previous: string | null): Figures {
  const rows = new Map<string, string>();
  if (previous === null) return rows;
  for (const { school, students } of places) {
    for (const rule of RULES) {
      const days = students
        .filter(({ isUnderMandate }) => isUnderMandate)
        .flatMap(({ answers }) => answers.get(rule) ?? [])
        .filter(({ status }) => status !== "exempt")
        .flatMap(({ dueOn }) => dueOn ?? []);
      const isOpen = (on: string, day: string): boolean => day <= on;
      const passed = days.filter((on) => isOpen(on, previous) && !isOpen(on, asOf));
      if (passed.length > 0) rows.set(`${school} ${rule.id}`, `${passed.length} since ${previous}`);
    }
  }
  return rows;
}

const PROBLEMS =
  "enrolled-without-plan plan-without-enrollment wrong-school wrong-grade duplicate-identity stale-plan-file".split(
    " ",
  );

/** With the weeks of the student in the middle. */
function reconciliation(places: readonly Place[], { asOf, hasPlans }: DistrictFacts): Figures {
  const rows = new Map<string, string>();
  for (const { school, students, gone } of places) {
    for (const problem of PROBLEMS) {
      const weeks = [...students, ...gone]
        .flatMap((student) => student.problems)
        .filter((each) => each.problem === problem)
        .map((problem) => weeksOf(problem, asOf))
        .sort((a, b) => a - b);
      const isGone = problem === "plan-without-enrollment";
      const n = students.length + (isGone ? weeks.length : 0);
      const middle = weeks[Math.ceil(weeks.length / 2) - 1];
      rows.set(
        `${school} ${problem}`,
        hasPlans ? `${figureText(weeks.length, n)}, weeks ${middle ?? "none"}` : NOT_SENT,
      );
    }
  }
  return rows;
}

/** Of whom each pattern could be seen, and who shows it; batches are of one school. */
export function planPatterns(
  places: readonly Pick<Place, "school" | "students">[],
  { hasPlans }: DistrictFacts,
): Figures {
  const rows = new Map<string, string>();
  const [district, ...schools] = places;
  const bySchool = schools.map(({ school, students }) => ({
    school,
    shown: patternsOf(students.filter(({ isUnderMandate }) => isUnderMandate)),
  }));
  const all = { school: district?.school ?? "", shown: bySchool.flatMap(({ shown }) => shown) };
  for (const { school, shown } of [all, ...bySchool]) {
    for (const pattern of PATTERNS) {
      const seen = shown.flatMap((student) => student.get(pattern) ?? []);
      rows.set(
        `${school} ${pattern}`,
        hasPlans || seen.length === 0
          ? figureText(seen.filter(Boolean).length, seen.length)
          : NOT_SENT,
      );
    }
  }
  return rows;
}

/** A row of each place. */
export const reviewSignatures = (
  places: readonly Pick<Place, "school" | "students">[],
  facts: DistrictFacts,
): Figures =>
  new Map(places.map(({ school, students }) => [school, signaturesOf(students, facts)]));

/** What is past its due day is equally urgent, whatever it is. */
const URGENCY = ["due-soon", "no-plan", "fix-record"];
const WHO_ACTS: { readonly [problem: string]: string } = {
  "enrolled-without-plan": "counselor",
  "plan-without-enrollment": "registrar",
  "wrong-school": "vendor",
  "wrong-grade": "vendor",
  "duplicate-identity": "registrar",
};

/** A student as the edition's list has them, but for the sentences. */
function studentRow(student: PlainStudent, facts: DistrictFacts) {
  const { hasPlans, hasAbsences } = facts;
  const { folder, parts, groups, isUnderMandate, answers } = student;
  const isAsked = isUnderMandate && hasPlans;
  const row: { [column: string]: Cell } = {};
  const steps: { name: string; need: string; dueOn: string | null; day: string; who: string }[] =
    [];
  for (const rule of RULES) {
    const answer = answers.get(rule);
    const isAnswered = isAsked && answer !== undefined;
    const need = isAnswered ? needOf(rule, answer, folder, answers) : "";
    const dueOn = isAnswered ? answer.dueOn : null;
    row[`${rule.id}.status`] = isAnswered ? answer.status : "";
    row[`${rule.id}.dueOn`] = dueOn;
    row[`${rule.id}.need`] = need;
    if (need !== "") steps.push({ name: rule.id, need, dueOn, day: dueOn ?? "", who: "counselor" });
  }
  const isPlanAsked = steps.some(({ need }) => need === "no-plan" || need === "plan-missing");
  // That the plans' file is stale is no student's fault.
  const listed = student.problems.filter(({ problem }) => problem !== "stale-plan-file");
  for (const { problem, since } of listed) {
    // A plan is asked for once.
    if (problem === "enrolled-without-plan" && isPlanAsked) continue;
    const who = WHO_ACTS[problem] ?? "";
    steps.push({ name: `record-${problem}`, need: "fix-record", dueOn: null, day: since, who });
  }
  const [next] = steps.sort(
    (a, b) => URGENCY.indexOf(a.need) - URGENCY.indexOf(b.need) || a.day.localeCompare(b.day),
  );
  return {
    ...row,
    student: student.id,
    familyName: text(folder.student, "familyName"),
    givenName: text(folder.student, "givenName"),
    grade: folder.grade,
    school: student.school,
    counselor: student.counselor,
    caseload: student.caseload.join(";"),
    isEnrolled: student.isEnrolled,
    isUnderMandate,
    hasOpenPlan: openAccepted(folder).length > 0,
    requirements: isAsked ? (parts.get("standings/all") ?? "") : "",
    reviews: isAsked ? (parts.get("statuses/all") ?? "") : "",
    nextStep: next?.name ?? "",
    nextStepNeed: next?.need ?? "",
    nextStepDueOn: next?.dueOn ?? null,
    whoActs: next?.who ?? "",
    lastReviewOn: heldReviews(folder).at(-1)?.["heldOn"] ?? null,
    onTrack: isAsked ? (parts.get("on-track") ?? "") : "",
    ...nextActionStep(folder, facts, isAsked),
    ...conversation(folder, parts, isAsked && student.isEnrolled),
    enrolledDays: student.enrolledDays,
    absentDays: student.absentDays,
    isChronicallyAbsent: hasAbsences && parts.get("chronic-absence") === "chronic",
    raceEthnicity: groups.get("race-ethnicity") ?? "",
    sex: groups.get("sex") ?? "",
    englishLearner: groups.get("english-learner") ?? "",
    disability: groups.get("disability") ?? "",
    economicStatus: groups.get("economic-status") ?? "",
    homeless: groups.get("homeless") ?? "",
    section504: student.section504,
    recordProblems: listed.map(({ problem, since }) => `${problem}@${since}`).join(";"),
  };
}
