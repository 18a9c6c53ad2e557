import { describe, expect, it } from "vitest";
import {
  PUBLIC_USE,
  RESTRICTED_USE,
  researchClasses,
} from "../../functions/disclosure/research-classes.ts";
import { students, type FixtureStudent } from "../statistics/fixture.ts";

const band = ({ grade }: FixtureStudent): string => (grade <= 8 ? "6-8" : "9-12");

const classesBy = (tells: (student: FixtureStudent) => readonly (string | number)[]) =>
  researchClasses(
    students.map((student) => ({
      tells: tells(student).map(String),
      sensitive: String(student.isChronic),
    })),
    RESTRICTED_USE,
  );

describe("researchClasses", () => {
  it("finds the classes of the sixty students, with chronic absence sensitive", () => {
    expect(classesBy((one) => [one.school, band(one), one.frl])).toMatchObject({
      classes: 20,
      fewestAlike: 1,
      recordsTooFewAlike: 43,
      uniqueRecords: 2,
      classesOfOneValue: 7,
      recordsOfOneValue: 13,
    });
    expect(classesBy((one) => [one.school, band(one)])).toMatchObject({
      classes: 10,
      fewestAlike: 3,
      recordsTooFewAlike: 11,
      classesOfOneValue: 1,
      recordsOfOneValue: 4,
    });
    expect(classesBy((one) => [band(one), one.frl])).toMatchObject({
      classes: 4,
      fewestAlike: 10,
      classesOfOneValue: 0,
      maySend: true,
    });
    expect(classesBy((one) => [one.school, one.grade, one.frl])).toMatchObject({
      classes: 44,
      uniqueRecords: 31,
      recordsOfOneValue: 48,
      maySend: false,
    });
  });

  it("wants eleven alike for everybody, and nobody's class nearly all of one value", () => {
    const alike = (yes: number, no: number) =>
      [...Array<string>(yes).fill("yes"), ...Array<string>(no).fill("no")].map((sensitive) => ({
        tells: ["grade 9"],
        sensitive,
      }));
    expect(researchClasses(alike(5, 5), PUBLIC_USE).maySend).toBe(false);
    expect(researchClasses(alike(6, 5), PUBLIC_USE).maySend).toBe(true);
    expect(researchClasses(alike(18, 1), RESTRICTED_USE).classesNearlyOfOneValue).toBe(1);
    expect(researchClasses(alike(18, 2), RESTRICTED_USE).maySend).toBe(true);
  });
});
