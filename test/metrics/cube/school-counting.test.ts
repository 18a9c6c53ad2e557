import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupKey, type GroupKey } from "../../../functions/domain/figures/group-key.ts";
import { questionsOf } from "../../../functions/metrics/cube/questions.ts";
import {
  countedIn,
  countStudent,
  schoolCounting,
} from "../../../functions/metrics/cube/school-counting.ts";
import { isOf, populationName } from "../../../functions/metrics/questions/question.ts";
import type { AssessedStudent } from "../../../functions/metrics/students/assessed-student.ts";
import {
  assessedStudents,
  otherStudentsOfYear,
} from "../../../functions/metrics/students/assessed-students.ts";
import { counselorOf } from "../../../functions/metrics/students/counselor-of.ts";
import { studentGroups } from "../../../functions/metrics/students/student-groups.ts";
import { CONTEXT, drawnStudent, schoolOf } from "../drawn-school.ts";

const groupsOf = ({ record, year }: AssessedStudent): readonly GroupKey[] => [
  "all/all",
  ...(record.student.grade === null ? [] : [groupKey("grade", record.student.grade)]),
  ...studentGroups(record, year.lastDayHere),
  groupKey("counselor", counselorOf(record)),
];

/** The same counts by plain objects, question by question for every student. */
function plainCounts(students: readonly AssessedStudent[]) {
  const sizes: { [population: string]: { [group: GroupKey]: number } } = {};
  const answers: { [statistic: string]: { [group: GroupKey]: number[] } } = {};
  const firstDueOn: { [statistic: string]: string } = {};
  const questions = questionsOf(CONTEXT.mandate, CONTEXT.asOf);
  const populations = new Map(
    [...questions.map(({ population }) => population), { kind: "enrolled" } as const].map(
      (population) => [populationName(population), population],
    ),
  );
  for (const student of students) {
    for (const [name, population] of populations) {
      if (!isOf(population, student)) continue;
      for (const group of groupsOf(student)) {
        const ofPopulation = (sizes[name] ??= {});
        ofPopulation[group] = (ofPopulation[group] ?? 0) + 1;
      }
    }
    for (const { statistic, population, parts, answer, dueOn } of questions) {
      if (!isOf(population, student)) continue;
      const part = parts.findIndex(({ id }) => id === answer(student, CONTEXT));
      for (const group of groupsOf(student)) {
        const counts = ((answers[statistic] ??= {})[group] ??= parts.map(() => 0));
        counts[part] = counts[part]! + 1;
      }
      const due = dueOn?.(student) ?? null;
      if (due !== null && due < (firstDueOn[statistic] ?? "9")) firstDueOn[statistic] = due;
    }
  }
  return { students: sizes, answers, firstDueOn };
}

describe("the counting of a school", () => {
  it("gives what plain objects give, byte for byte", () => {
    fc.assert(
      fc.property(fc.array(drawnStudent, { maxLength: 12 }), (drawn) => {
        const records = schoolOf("A", drawn);
        const students = [
          ...assessedStudents(records, CONTEXT),
          ...otherStudentsOfYear(records, CONTEXT.asOf),
        ];
        const counting = schoolCounting(CONTEXT);
        for (const student of students) countStudent(counting, student);
        expect(JSON.stringify(countedIn(counting))).toBe(JSON.stringify(plainCounts(students)));
      }),
    );
  });
});
