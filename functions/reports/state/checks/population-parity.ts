import { EVERYBODY, groupKey } from "../../../domain/figures/group-key.ts";
import { counted, number } from "../../../domain/text/counted.ts";
import { studentsOf } from "../../../metrics/cube/cube-counts.ts";
import {
  failed,
  notMade,
  passed,
  type CheckResult,
  type ReportCheck,
  type ReportInHand,
} from "./report-check.ts";
import type { RecordFault } from "../records/report-records.ts";
import type { RowSubject } from "../rows/report-row.ts";
import { NO_FIGURES } from "./no-figures.ts";

/** As many records as the staff edition of the count day counts students: none is missing, none is too many. */
export const populationParity: ReportCheck = {
  id: "population",
  name: "One record for each student of the population",
  scope: "file",
  run(report) {
    const { cubes, records, kind, context } = report;
    const { definition } = context;
    if (kind.populationOf !== undefined) return eachStudent(report);
    if (kind.givesAnswers !== true)
      return notMade("The file gives no answers that the figures count.");
    if (cubes === null) return NO_FIGURES;
    const { grades } = definition.population;
    const expected = cubes.reduce((sum, { cube }) => {
      if (grades === null) return sum + studentsOf(cube, { kind: "mandate" }, EVERYBODY);
      const ofGrade = grades.map((grade) =>
        studentsOf(cube, { kind: "enrolled" }, groupKey("grade", grade)),
      );
      return sum + ofGrade.reduce((total, students) => total + students, 0);
    }, 0);
    if (expected === 0) {
      return failed(
        "The figures of the count day have no student of the population.",
        "Check the count day and the grade levels of the enrollment export.",
      );
    }
    return records.length === expected
      ? passed(`${counted(records.length, "record")}, and as many students in the figures.`)
      : failed(
          `${counted(records.length, "record")}, and ${number(expected)} students in the figures.`,
          "Publish the count day again, so that figures and file come from the same records.",
        );
  },
};

/** Each student of the population has a record, and nobody else has; none has records of two schools. */
function eachStudent({ population, records }: ReportInHand): CheckResult {
  const students = new Map(population.map((about) => [about.student, about]));
  if (students.size === 0) {
    return failed(
      "No student of the population is enrolled on the count day.",
      "Check the count day, the grade levels and the plans of the exports.",
    );
  }
  const schoolOf = new Map<string, string>();
  const faults = new Map<number, RecordFault>();
  for (const [index, { about }] of records.entries()) {
    const school = schoolOf.get(about.student) ?? about.school;
    schoolOf.set(about.student, school);
    if (!students.has(about.student)) faults.set(index, NOT_OF_POPULATION);
    else if (school !== about.school) faults.set(index, OF_TWO_SCHOOLS);
  }
  const besides = [...students.values()]
    .filter(({ student }) => !schoolOf.has(student))
    .map((about): RecordFault & { readonly about: RowSubject } => ({ ...NO_RECORD, about }));
  const failing = faults.size + besides.length;
  return failing === 0
    ? passed(`${counted(students.size, "student")} of the population, each with a record.`)
    : {
        ...failed(
          `${counted(besides.length, "student")} of ${number(students.size)} have no record, and ${counted(faults.size, "record")} of nobody in the population or of a second school.`,
          "The list to fix has each.",
          failing,
        ),
        ...{ faults, besides },
      };
}

const NO_RECORD: RecordFault = {
  check: "population",
  field: "",
  because: "The student is enrolled on the count day, and no school counts the student.",
  owner: "registrar",
  system: "student information system",
  column: "enrollment",
  remedy: "Correct the student's enrollments there, and send the export again.",
};
const NOT_OF_POPULATION: RecordFault = {
  ...NO_RECORD,
  because: "The student has a record and is not enrolled on the count day in the report's grades.",
};
const OF_TWO_SCHOOLS: RecordFault = {
  ...NO_RECORD,
  because: "The student has records of two schools.",
};
