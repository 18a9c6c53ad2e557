import { expect, it } from "vitest";
import { districtCube } from "../../functions/editions/district-cube.ts";
import { assessedStudents } from "../../functions/metrics/students/assessed-students.ts";
import { schoolCube } from "../../functions/metrics/cube/school-cube.ts";
import { CONTEXT, PLAIN, schoolOf } from "../metrics/drawn-school.ts";

it("counts the students of all schools, once for the same list of them", () => {
  const cubes = [2, 3].map((students, index) => {
    const records = schoolOf(
      `S${index}`,
      Array.from({ length: students }, () => PLAIN),
    );
    const cube = schoolCube(records, assessedStudents(records, CONTEXT), CONTEXT);
    return { name: records.school, cube };
  });
  const district = districtCube(cubes);
  expect(district.students["enrolled"]?.["all/all"]).toBe(5);
  expect(districtCube(cubes)).toBe(district);
  expect(districtCube(cubes.slice(0, 1)).students["enrolled"]?.["all/all"]).toBe(2);
});
