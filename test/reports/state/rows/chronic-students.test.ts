import { describe, expect, it } from "vitest";
import {
  SEXES_WITH_A_CODE,
  studentsOfYear,
} from "../../../../functions/reports/state/rows/chronic-students.ts";
import { CONTEXT, schoolGiven, type GivenStudent } from "./school-of-report.ts";

const studentsIn = (students: readonly GivenStudent[]) =>
  studentsOfYear(schoolGiven(students), CONTEXT);

describe("studentsOfYear", () => {
  it("has a student's days at the school, sex, race and statuses", () => {
    expect(
      studentsIn([{ absent: 3, race: null, programs: [["IDEA Part B", "2021-09-01"]] }]),
    ).toEqual([
      {
        ...{ grade: "09", enrolledDays: 30, absentDays: 3, isChronic: true, sex: "female" },
        categories: {
          ...{ race: "missing", disability: "yes", section504: "no" },
          ...{ englishLearner: "no", homeless: "no" },
        },
      },
    ]);
  });

  it.each([
    ["Section 504", "section504"],
    ["504 Plan", "section504"],
    ["Special Education", "disability"],
    ["English as a Second Language (ESL)", "englishLearner"],
    ["McKinney-Vento", "homeless"],
  ])("reads the program %s as %s alone", (program, status) => {
    const [student] = studentsIn([{ programs: [[program, "2021-09-01"]] }]);
    const { race: _race, ...statuses } = student?.categories ?? {};
    expect(Object.keys(statuses).filter((category) => statuses[category] === "yes")).toEqual([
      status,
    ]);
  });

  it.each([
    ["Not homeless"],
    ["Former English learner"],
    ["Gifted and Talented"],
    ["Exited Section 504"],
  ])("reads the program %s as no status", (program) => {
    const [student] = studentsIn([{ programs: [[program, "2021-09-01"]] }]);
    expect(Object.values(student?.categories ?? {})).toEqual(["no", "no", "no", "no", "white"]);
  });

  it("keeps a student without a grade level, who may be one to count", () => {
    expect(studentsIn([{ grade: null }, { grade: "PK" }]).map(({ grade }) => grade)).toEqual([
      null,
    ]);
  });

  it("has a code for two sexes", () => {
    expect(studentsIn([{ sex: "male" }, { sex: "other" }]).map(({ sex }) => sex)).toEqual([
      "male",
      "missing",
    ]);
    expect(SEXES_WITH_A_CODE).toEqual(["female", "male"]);
  });
});
