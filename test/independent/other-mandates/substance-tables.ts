/** What the tables of a staff edition should say of the substance of plans under any mandate. */
import { districtFacts, planPatterns, reviewSignatures } from "../plain-figures.ts";
import { conversation, nextActionStep } from "../plain-plans.ts";
import { heldReviews, openAccepted } from "../plain-answers.ts";
import type { Cell, Row, SchoolTables } from "../conformed-records.ts";
import type { PlainMandate } from "../every-mandate/plain-mandates.ts";
import type { PlainStudent } from "../plain-student.ts";
import { studentsUnder } from "./students-under.ts";

/** The measures of the substance of plans, and the question of each. */
export const SUBSTANCE: { readonly [measure: string]: string } = {
  "goal-individuality": "goal-individuality",
  "goal-domains": "goal-domains",
  "goals-specific": "goals-specific",
  "goals-measurable": "goals-measurable",
  "goals-time-bound": "goals-time-bound",
  "goals-with-steps": "goals-with-steps",
  "goals-reviewed": "goals-reviewed",
  "on-track": "on-track",
  "plan-change": "plan-change",
  "review-signature": "review-signature",
  "plan-strengths": "plan-content/strengths",
  "plan-interests": "plan-content/interests",
  "plan-learning-preferences": "plan-content/learning-preferences",
  "plan-barriers": "plan-content/barriers",
  "program-coordination": "program-coordination",
  ...Object.fromEntries(
    ["student", "family", "counselor", "teacher", "others"].map((role) => [
      `${role}-participation`,
      `participation/${role}`,
    ]),
  ),
};

export interface Substance {
  /** By measure, school, group and answer how many students of how many; an answer that nobody gave is left out. */
  readonly answers: ReadonlyMap<string, string>;
  readonly patterns: ReadonlyMap<string, string>;
  readonly signatures: ReadonlyMap<string, string>;
  /** By student some columns of the list. */
  readonly students: ReadonlyMap<string, Readonly<Record<string, Cell>>>;
}

export function substanceUnder(
  mandate: PlainMandate,
  schools: readonly SchoolTables[],
  asOf: string,
): Substance {
  const facts = districtFacts(schools, asOf);
  const own = schools.map((tables) => ({
    school: tables.id,
    students: studentsUnder(mandate, tables, facts),
  }));
  const district = { school: "", students: own.flatMap(({ students }) => students) };
  const places = [district, ...own];
  return {
    answers: new Map(places.flatMap(({ school, students }) => answersAt(school, students))),
    patterns: planPatterns(places, facts),
    signatures: reviewSignatures(places, facts),
    students: new Map(
      district.students.map((student) => [student.id, columnsOf(student, facts)] as const),
    ),
  };
}

function answersAt(
  school: string,
  students: readonly PlainStudent[],
): readonly (readonly [key: string, figure: string])[] {
  const asked = students.filter(({ isUnderMandate }) => isUnderMandate);
  if (asked.length === 0) {
    return Object.keys(SUBSTANCE).map((measure): readonly [string, string] => [
      `${measure} ${school} all/all nobody`,
      "not-applicable",
    ]);
  }
  const groups = new Map<string, PlainStudent[]>();
  for (const student of asked) {
    const { grade } = student.folder;
    const own = ["all/all", `grade/${grade}`, `counselor/${student.counselor}`];
    for (const group of own) groups.set(group, [...(groups.get(group) ?? []), student]);
  }
  return Object.entries(SUBSTANCE).flatMap(([measure, question]) =>
    [...groups].flatMap(([group, members]) => {
      const given = members.map(({ parts }) => parts.get(question) ?? "");
      return [...new Set(given)].map((answer): readonly [string, string] => [
        `${measure} ${school} ${group} ${answer}`,
        `${given.filter((other) => other === answer).length} of ${members.length}`,
      ]);
    }),
  );
}

function columnsOf(
  { folder, parts, isUnderMandate }: PlainStudent,
  facts: ReturnType<typeof districtFacts>,
): Row {
  return {
    isUnderMandate,
    hasOpenPlan: openAccepted(folder).length > 0,
    lastReviewOn: heldReviews(folder).at(-1)?.["heldOn"] ?? null,
    onTrack: parts.get("on-track") ?? "",
    ...nextActionStep(folder, facts, isUnderMandate),
    ...conversation(folder, parts, isUnderMandate),
  };
}
