import { describe, expect, it } from "vitest";
import {
  RESTRICTED_USE,
  researchClasses,
} from "../../../functions/reports/extract/research-classes.ts";
import { students, type FixtureStudent } from "../../statistics/fixture.ts";

const band = ({ grade }: FixtureStudent): string => (grade <= 8 ? "6-8" : "9-12");

const classesBy = (valuesOf: (student: FixtureStudent) => readonly (string | number)[]) =>
  researchClasses(
    students.map((student) => ({
      quasiIdentifiers: valuesOf(student).map(String),
      sensitive: String(student.isChronic),
    })),
    RESTRICTED_USE,
  );

describe("researchClasses", () => {
  it("finds the equivalence classes of the sixty students, with chronic absence sensitive", () => {
    expect(classesBy((student) => [student.school, band(student), student.frl])).toMatchObject({
      classes: 20,
      smallestClass: 1,
      recordsInSmallClasses: 43,
      uniqueRecords: 2,
      classesOfOneValue: 7,
      recordsOfOneValue: 13,
    });
    expect(classesBy((student) => [student.school, band(student)])).toMatchObject({
      classes: 10,
      smallestClass: 3,
      recordsInSmallClasses: 11,
      classesOfOneValue: 1,
      recordsOfOneValue: 4,
    });
    expect(classesBy((student) => [band(student), student.frl])).toMatchObject({
      classes: 4,
      smallestClass: 10,
      classesOfOneValue: 0,
      isSafe: true,
    });
    expect(classesBy((student) => [student.school, student.grade, student.frl])).toMatchObject({
      classes: 44,
      uniqueRecords: 31,
      recordsOfOneValue: 48,
      isSafe: false,
    });
  });

  it("takes the size that a class is asked to have, and no small class nearly all of one value", () => {
    const classOf = (yes: number, no: number) =>
      [...Array<string>(yes).fill("yes"), ...Array<string>(no).fill("no")].map((sensitive) => ({
        quasiIdentifiers: ["grade 9"],
        sensitive,
      }));
    const ofEleven = { classSize: 11, sensitiveValues: 2 };
    expect(researchClasses(classOf(5, 5), ofEleven).isSafe).toBe(false);
    expect(researchClasses(classOf(6, 5), ofEleven).isSafe).toBe(true);
    expect(researchClasses(classOf(18, 1), RESTRICTED_USE).classesNearlyOfOneValue).toBe(1);
    expect(researchClasses(classOf(18, 2), RESTRICTED_USE).isSafe).toBe(true);
  });
});
