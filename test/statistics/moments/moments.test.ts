import { describe, expect, it } from "vitest";
import { addRow, emptyMoments } from "../../../functions/statistics/moments/moments.ts";
import { momentsOf } from "../moments-of.ts";
import { ATTENDANCE, allMoments, momentsOfStudents, students } from "../fixture.ts";

describe("momentsOf", () => {
  it("sums the fixture up to its 60 students, 35 plans and mean attendance", () => {
    expect(allMoments.n).toBe(60);
    expect(students.filter((student) => student.isChronic)).toHaveLength(22);
    expect(students.filter((student) => student.plan === 1)).toHaveLength(35);
    expect(allMoments.means[ATTENDANCE]).toBeCloseTo(0.9159243758, 10);
    expect(Math.sqrt(allMoments.m2[ATTENDANCE]![ATTENDANCE]! / 59)).toBeCloseTo(0.057850719, 10);
  });

  it.each([
    // school, n, means of plan, prior, attendance, products pp pq pa qq qa aa
    ["A", 12, 0.9166666667, 0.8902777778, 0.9237508609],
    ["B", 12, 0.5, 0.8675925926, 0.8884868217],
    ["C", 12, 0.6666666667, 0.9342592593, 0.9627111893],
    ["D", 12, 0.25, 0.8671296296, 0.8815248592],
    ["E", 12, 0.5833333333, 0.9101851852, 0.9231481481],
    ["ALL", 60, 0.5833333333, 0.8938888889, 0.9159243758],
  ] as const)("has the means of school %s", (school, n, plan, prior, attendance) => {
    const moments = momentsOfSchool(school);
    expect(moments.n).toBe(n);
    [plan, prior, attendance].forEach((mean, i) => expect(moments.means[i]).toBeCloseTo(mean, 10));
  });

  it.each([
    ["A", 0.9166666667, 0.0347222222, 0.0293064164, 0.0876003086, 0.0385965529, 0.0191035008],
    ["B", 3.0, 0.2166666667, 0.1468568473, 0.1018415638, 0.0578915261, 0.0392488424],
    ["C", 2.6666666667, 0.137037037, 0.1235630111, 0.0488786008, 0.0253423204, 0.018640823],
    ["D", 2.25, 0.2152777778, 0.1612733757, 0.0760159465, 0.0545288048, 0.0420788279],
    ["E", 2.9166666667, -0.237962963, -0.112037037, 0.0617798354, 0.0373251029, 0.0275205761],
    ["ALL", 14.5833333333, 0.525, 0.5920909878, 0.4159074074, 0.2571275597, 0.1974556356],
  ] as const)("has the squares and products of school %s", (school, pp, pq, pa, qq, qa, aa) => {
    const { m2 } = momentsOfSchool(school);
    const expected = [
      [pp, pq, pa],
      [pq, qq, qa],
      [pa, qa, aa],
    ];
    expected.forEach((line, i) => {
      line.forEach((value, j) => expect(m2[i]![j]).toBeCloseTo(value, 10));
    });
  });

  it("keeps its digits at values of 1e9, where sums of squares lose them", () => {
    const moments = momentsOf(2, [
      [1e9 + 4, 1],
      [1e9 + 7, 2],
      [1e9 + 13, 3],
      [1e9 + 16, 4],
    ]);
    expect(moments.m2[0]![0]! / 3).toBe(30);
    expect(moments.m2[0]![1]! / 3).toBe(7);
  });

  it("finds no variation at all in a constant that binary cannot hold", () => {
    expect(momentsOf(1, [[0.1], [0.1], [0.1]]).m2).toEqual([[0]]);
  });

  it("survives JSON", () => {
    expect(JSON.parse(JSON.stringify(allMoments))).toEqual(allMoments);
  });
});

describe("addRow", () => {
  it("gives what momentsOf gives of the same rows", () => {
    const growing = emptyMoments(2);
    addRow(growing, [1, 2]);
    addRow(growing, [3, 5]);
    expect(growing).toEqual({
      n: 2,
      means: [2, 3.5],
      m2: [
        [2, 3],
        [3, 4.5],
      ],
    });
  });

  it("refuses a row of another width", () => {
    expect(() => addRow(emptyMoments(2), [1])).toThrow("expected a row of 2 columns, got 1");
  });

  it("refuses a missing value without saying whose or what", () => {
    expect(() => addRow(emptyMoments(2), [1, Number.NaN])).toThrow(
      "moments: expected finite values, column 1 has another",
    );
  });
});

const momentsOfSchool = (school: string) =>
  school === "ALL"
    ? allMoments
    : momentsOfStudents(students.filter((student) => student.school === school));
