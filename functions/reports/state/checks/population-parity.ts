import { EVERYBODY, groupKey } from "../../../domain/figures/group-key.ts";
import { counted, number } from "../../../domain/text/counted.ts";
import { studentsOf } from "../../../metrics/cube/cube-counts.ts";
import { failed, notMade, passed, type ReportCheck } from "./report-check.ts";
import { NO_FIGURES } from "./no-figures.ts";

/** As many records as the staff edition of the count day counts students: none is missing, none is too many. */
export const populationParity: ReportCheck = {
  id: "population",
  name: "One record for each student of the population",
  scope: "file",
  run({ cubes, records, kind, context: { definition } }) {
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
