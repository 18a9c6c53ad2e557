import { describe, expect, it } from "vitest";
import { schoolId, studentId } from "../../functions/domain/ids.ts";
import { NO_SCHOOLS, rowsOfSchools, schoolSets } from "../../functions/join/school-sets.ts";

const studentsOf = new Map(
  Object.entries({ A: ["2", "10"], B: ["3"], C: ["10", "3", "1"] }).map(
    ([school, students]) => [schoolId(school), students.map(studentId)] as const,
  ),
);

describe("the schools of students", () => {
  const sets = schoolSets(studentsOf);

  it("are a set for each student, in order of the students, and one set for those who have the same", () => {
    expect(sets.students).toEqual(["1", "10", "2", "3"]);
    expect([...sets.ofStudent].map((set) => sets.sets[set])).toEqual([[2], [0, 2], [0], [1, 2]]);
    const twice = schoolSets(
      new Map([...studentsOf].map(([id]) => [id, [studentId("1"), studentId("2")]])),
    );
    expect(new Set(twice.ofStudent).size).toBe(1);
  });

  it("have a row in each of its schools, in its order, and one of no school in none", () => {
    const [, ofTen, ofTwo, ofThree] = [...sets.ofStudent] as [number, number, number, number];
    const setOf = Int32Array.from([ofThree, NO_SCHOOLS, ofTen, ofTwo]);
    const { starts, rows } = rowsOfSchools(sets, Int32Array.from([3, 2, 1, 0]), setOf);
    const of = (school: number) => [...rows.subarray(starts[school], starts[school + 1])];
    expect([of(0), of(1), of(2)]).toEqual([[3, 2], [0], [2, 0]]);
  });
});
