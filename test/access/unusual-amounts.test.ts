import { describe, expect, it } from "vitest";
import { comparedDays, type DayOfLooks } from "../../functions/access/unusual-amounts.ts";

const day = (on: number, students: number, given: Partial<DayOfLooks> = {}): DayOfLooks => ({
  ...{ who: "K-1", role: "counselor", on: `2022-05-${String(on).padStart(2, "0")}`, students },
  looks: 10,
  ...given,
});
/** So many days of one person before the 20th, each with so many students. */
const before = (days: number, students: number, given: Partial<DayOfLooks> = {}) =>
  Array.from({ length: days }, (_, index) => day(index + 1, students, given));
const on20 = (days: readonly DayOfLooks[]) =>
  comparedDays(days, (on) => on).find(({ on, who }) => on === "2022-05-20" && who === "K-1");

describe("the students that a person was named on a day", () => {
  it("are compared with the median of her other days, and said", () => {
    const days = [...before(4, 10), day(5, 12), day(6, 14), day(7, 90), day(20, 262)];
    expect(on20(days)).toMatchObject({
      usual: { students: 10, looks: 10, of: "person" },
      isUnusual: true,
      because: "262 students named on 2022-05-20; this person’s usual day has 10.",
    });
  });

  it.each([
    ["three times the usual", 36, false],
    ["one more", 37, true],
  ])("are unusual above three times the usual: %s", (_, students, isUnusual) => {
    expect(on20([...before(5, 12), day(20, students)])?.isUnusual).toBe(isUnusual);
  });

  it.each([
    ["19 above few", 20, false],
    ["20 above few", 21, true],
  ])("are unusual from 20 above the usual: %s", (_, students, isUnusual) => {
    expect(on20([...before(5, 1), day(20, students)])?.isUnusual).toBe(isUnusual);
  });

  it.each([
    ["four earlier days", 4, "role"],
    ["five earlier days", 5, "person"],
  ])("are compared with the role's days where there are too few of her own: %s", (_, own, of) => {
    const others = before(6, 100, { who: "K-2" });
    const days = on20([...others, ...before(own, 10), day(20, 90)]);
    expect(days?.usual?.of).toBe(of);
    expect(days?.isUnusual).toBe(of === "person");
    expect(days?.because.includes("fewer than 5 earlier days")).toBe(of === "role");
  });

  it("are not compared with a later role's days, another role's, or nobody's", () => {
    const principal = before(6, 5, { who: "P-1", role: "principal" });
    expect(on20([...principal, day(20, 500)])).toMatchObject({
      usual: null,
      isUnusual: false,
      because: "There are too few days to say what is usual.",
    });
    expect(on20([day(20, 500, { role: null }), day(3, 1, { role: null })])?.usual).toBeNull();
  });

  it.each([
    ["fewer", 187, 9, "Below this person’s usual day (students named: 9,107, looks: 10)."],
    ["as many", 9107, 10, "Equal to this person’s usual day (students named: 9,107, looks: 10)."],
    ["more", 9108, 11, "Not far above this person’s usual day (students named: 9,107, looks: 10)."],
    [
      "fewer by more looks",
      9106,
      11,
      "Below this person’s usual day in students named (9,107), not far above it in looks (10).",
    ],
  ])("are said to be %s beside a usual day", (_, students, looks, because) => {
    expect(on20([...before(5, 9107), day(20, students, { looks })])?.because).toBe(because);
  });

  it("take the lower of two middle days, and leave the day itself out", () => {
    const days = [day(1, 1), day(2, 2), day(3, 3), day(4, 4), day(5, 5), day(6, 6), day(20, 4)];
    expect(on20(days)?.usual?.students).toBe(3);
  });
});

describe("the looks of a day", () => {
  it.each([
    ["49 above", 59, false],
    ["50 above", 60, true],
  ])("are unusual too, from 50 above the usual: %s", (_, looks, isUnusual) => {
    const days = on20([...before(5, 10), day(20, 10, { looks })]);
    expect(days?.isUnusual).toBe(isUnusual);
    if (isUnusual) expect(days?.because).toContain("60 looks on 2022-05-20");
  });
});

describe("the days of all", () => {
  it("come with the unusual ones first, most students first, then the latest", () => {
    const days = [
      ...[...before(5, 10), day(19, 80), day(20, 262)],
      ...before(5, 10, { who: "K-2" }),
      day(20, 11, { who: "K-2" }),
    ];
    expect(
      comparedDays(days, (on) => on)
        .slice(0, 4)
        .map(({ who, students }) => [who, students]),
    ).toEqual([
      ["K-1", 262],
      ["K-1", 80],
      ["K-2", 11],
      ["K-1", 10],
    ]);
  });
});
