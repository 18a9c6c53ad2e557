import { describe, expect, it } from "vitest";
import { ingestText, publishText } from "../../../functions/cli/text/step-text.ts";
import { day } from "../../../functions/domain/calendar/day.ts";

const REPORT = {
  ...{ district: "fernhill", asOf: day("2022-03-15"), schoolsMeasured: 2, edition: "e" },
  ...{ isNew: true, replaces: null, isCurrent: true, publicRelease: null, isPublicNew: false },
  ...{ nextPublicOn: null, takenOut: [], notMade: [], notCollected: [] },
};

describe("what publish prints", () => {
  it("names what no record carries, and the file and column that would", () => {
    const missing = {
      ...{ requirement: "approval", requirementName: "Yearly approval" },
      ...{ what: "approval by a parent", file: "plan_assents.csv", column: "degree" },
    };
    const said = publishText({ ...REPORT, notCollected: [missing] });
    expect(said).toContain("no record shows what these requirements ask for");
    expect(said).toMatch(
      /^ {2}Yearly approval: approval by a parent \(plan_assents.csv, degree\)$/m,
    );
    expect(publishText(REPORT)).not.toContain("no record shows");
  });
});

it("says of an edition which one of the same day it replaces", () => {
  const said = publishText({ ...REPORT, replaces: "2022-03-15-aaaaaaaa" });
  expect(said).toContain("it replaces edition 2022-03-15-aaaaaaaa of the same day");
  expect(publishText(REPORT)).not.toContain("replaces");
});

describe("what ingest prints of the records", () => {
  const report = {
    ...{ district: "fernhill", version: "v1", isNew: true, changes: [], schoolsGone: [] },
    ...{ notCompared: [], madeAgain: 0 },
    ...{
      notSent: [],
      absencesOutside: 0,
      sharedAttendance: null,
      undatedEnrollments: 0,
      missing: [],
      files: [],
    },
    gradeLevels: { students: 960, unknown: 0 },
  };

  it.each([
    [960, 1, "1 of 960 students without a grade level in any file"],
    [1, 1, "1 of 1 student without a grade level in any file"],
    [2_960, 1_500, "1,500 of 2,960 students without a grade level in any file"],
  ])("says of how many of %i students no grade level is known", (students, unknown, words) => {
    expect(ingestText({ ...report, gradeLevels: { students, unknown } })).toContain(words);
    expect(ingestText(report)).not.toContain("grade level");
  });

  it.each([
    [
      1,
      0,
      "1 day of students is in more than one attendance file (a.csv and b.csv), with the same",
    ],
    [20, 3, "(a.csv and b.csv), 3 of them with different marks: the file that came later counts"],
  ])("says that attendance files share %i days, %i differently", (days, different, words) => {
    const sharedAttendance = { files: ["a.csv", "b.csv"], days, different };
    const said = ingestText({ ...report, sharedAttendance });
    expect(said).toContain(words);
    expect(said).toContain("An absence that only one of the files has counts.");
    expect(ingestText(report)).not.toContain("attendance file");
  });

  it("names two of several attendance files that share days", () => {
    const sharedAttendance = { files: ["a.csv", "b.csv", "c.csv"], days: 2, different: 0 };
    expect(ingestText({ ...report, sharedAttendance })).toContain(
      "(a.csv and b.csv and 1 more file)",
    );
  });

  it("says how they differ from those before, by type, and which school is gone", () => {
    const changes = [
      { table: "absence", added: 55, changed: 0, withdrawn: 2_749 },
      { table: "goal", added: 0, changed: 1_351, withdrawn: 0 },
    ] as const;
    const said = ingestText({ ...report, changes, schoolsGone: ["North"] });
    expect(said).toContain(
      [
        "compared with the records before this ingest:",
        "  Absences: 55 added, 2,749 removed",
        "  Goals: 1,351 changed",
        "  the school North is not in the records any more",
        "conformed version v1",
      ].join("\n"),
    );
    expect(ingestText(report)).not.toContain("compared");
  });

  it.each([
    [1, "1 file of stored records was damaged or missing, and was made again from the files"],
    [2, "2 files of stored records were damaged or missing, and were made again from the files"],
  ])("says that %d damaged files were made again", (madeAgain, words) => {
    expect(ingestText({ ...report, madeAgain })).toContain(words);
    expect(ingestText(report)).not.toContain("damaged");
  });

  it.each([
    ["absence", "2022-05", 1, "Absences of 2022-05: nobody can say what", "the 1 record now"],
    ["goal", null, 1_351, "Goals: nobody can say what", "the 1,351 records now in use come"],
  ] as const)("says of the table %s that it could not be compared", (...row) => {
    const [table, month, records, begins, many] = row;
    const said = ingestText({ ...report, notCompared: [{ table, month, records }] });
    expect(said).toMatch(new RegExp(`^${begins}`, "m"));
    expect(said).toContain(many);
  });

  it("names the files that did not come", () => {
    const said = ingestText({ ...report, notSent: ["plans.csv", "goals.csv"] });
    expect(said).toContain(
      "not sent this time, so the last version of each is still used: plans.csv, goals.csv\n",
    );
    expect(ingestText(report)).not.toContain("not sent");
  });
});
