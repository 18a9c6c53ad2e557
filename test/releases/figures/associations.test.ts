import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { effectivePractice } from "../../../functions/mandates/rules/effective-practice.ts";
import type { AssociationPart } from "../../../functions/metrics/cube/attendance-association.ts";
import { publicEstimates } from "../../../functions/protection/public-estimates.ts";
import { measuredAssociations } from "../../../functions/releases/figures/associations.ts";
import { exactEstimates } from "../../../functions/releases/figures/exact-figures.ts";
import { nobodyAssociated } from "../../support/cube-with.ts";
import { associated, ONE, placesWith } from "../associated-school.ts";

const measured = (schools: readonly AssociationPart[]) =>
  measuredAssociations(placesWith(schools), effectivePractice);
const shownOf = (schools: readonly AssociationPart[]) =>
  publicEstimates(
    measured(schools),
    ({ school, exposure, method }) => [school, exposure, method].join(" "),
    null,
    day("2022-03-15"),
  ).table.rows;

describe("measuredAssociations", () => {
  it("are of the district, adjusted first, and of each school unadjusted", () => {
    const named = measured([ONE, ONE]).map(({ key: { level, school, exposure, method } }) =>
      [level, school, exposure, method].join(" "),
    );
    const unadjusted = (place: string) => [
      `${place} plan welch-difference`,
      `${place} plan hedges-g`,
      `${place} goals pearson`,
      `${place} goals spearman`,
      `${place} plan pearson`,
    ];
    expect(named).toEqual([
      "district  plan within-school-difference",
      ...unadjusted("district "),
      ...unadjusted("school S0"),
      ...unadjusted("school S1"),
    ]);
  });

  it("are public as one effect size per comparison: no correlation of a yes-or-no exposure", () => {
    const shown = new Set(
      measured([ONE])
        .filter(({ isPublic }) => isPublic)
        .map(({ key: { exposure, method } }) => `${exposure} ${method}`),
    );
    expect([...shown]).toEqual([
      "plan within-school-difference",
      "plan welch-difference",
      "plan hedges-g",
      "goals spearman",
    ]);
  });

  it("know the students of each arm, of all students where nothing is grouped", () => {
    const of = (method: string) => measured([ONE]).find(({ key }) => key.method === method)!;
    expect(of("welch-difference")).toMatchObject({ students: 84, arms: [38, 46] });
    expect(of("hedges-g")).toMatchObject({ students: 84, arms: [38, 46] });
    expect(of("within-school-difference")).toMatchObject({ students: 84, arms: [38, 46] });
    expect(of("spearman")).toMatchObject({ students: 84, arms: [84] });
  });

  it("leave out a school without students under the mandate", () => {
    const places = placesWith([ONE, ONE]);
    const asked = places.map((place) =>
      place.school === "S1" ? { ...place, cube: { ...place.cube, students: {} } } : place,
    );
    const schools = measuredAssociations(asked, effectivePractice).map(({ school }) => school);
    expect([...new Set(schools)]).toEqual([null, "S0"]);
  });

  it("are marked as the headline where they are adjusted, and say what they are", () => {
    const [headline, ...others] = measured([ONE]);
    expect(headline?.key).toMatchObject({
      isHeadline: true,
      note: "Between students of the same school, in the same grade, with like attendance before the landmark day. No interval: it takes at least 8 schools with students in both groups.",
    });
    expect(headline?.estimate((n) => n)).toMatchObject({ low: null, high: null });
    expect(others.every(({ key }) => !key.isHeadline)).toBe(true);
    expect(others[0]?.key.note).toBe(
      "Not adjusted: students with and without a plan or goals differ in other ways too.",
    );
    const many = Array.from({ length: 8 }, (_, index) =>
      associated(
        { pairs: 5, high: 0.98, low: 0.86 + index / 100 },
        { pairs: 5, high: 0.97, low: 0.79 },
      ),
    );
    expect(measured(many)[0]?.key.note).toMatch(
      / Few schools: take the interval as a rough one\.$/,
    );
  });

  it("have no estimate of nobody", () => {
    const rows = exactEstimates(measured([nobodyAssociated()]));
    expect(rows).toHaveLength(11);
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(["not-enough-data"]));
  });
});

describe("a district of one school", () => {
  const find = <
    Row extends { readonly level: string; readonly exposure: string; readonly method: string },
  >(
    rows: readonly Row[],
    method: string,
  ) =>
    rows.find(
      (row) => row.level === "district" && row.method === method && row.exposure === "plan",
    )!;

  it("has Welch's interval of 38 and 46 for staff, and of 30 and 40 for everybody", () => {
    const staff = find(exactEstimates(measured([ONE])), "welch-difference");
    expect(
      [staff.estimate, staff.low, staff.high, staff.students].map((value) =>
        Number(value?.toFixed(3)),
      ),
    ).toEqual([4, 0.685, 7.315, 84]);
    expect(find(shownOf([ONE]), "welch-difference")).toMatchObject({
      estimate: 4,
      low: 0.4,
      high: 7.6,
      students: 80,
    });
  });

  it("has Hedges' interval of 38 and 46 for staff, and of 30 and 40 for everybody", () => {
    const staff = find(exactEstimates(measured([ONE])), "hedges-g");
    expect(
      [staff.estimate, staff.low, staff.high].map((value) => Number(value?.toFixed(4))),
    ).toEqual([0.5028, 0.0704, 0.9353]);
    expect(find(shownOf([ONE]), "hedges-g")).toMatchObject({
      estimate: 0.5,
      low: 0,
      high: 1,
      students: 80,
    });
  });

  it("widens the rank correlation's interval by the root of 84 by 80", () => {
    const { estimate } = measured([ONE]).find(({ key }) => key.method === "spearman")!;
    const [whole, tens] = [estimate((n) => n)!, estimate((n) => Math.floor(n / 10) * 10)!];
    expect(tens.value).toBe(whole.value);
    expect((tens.high! - tens.value) / (whole.high! - whole.value)).toBeCloseTo(
      Math.sqrt(84 / 80),
      9,
    );
    expect((tens.value - tens.low!) / (whole.value - whole.low!)).toBeCloseTo(
      Math.sqrt(84 / 80),
      9,
    );
  });
});

describe("the difference within schools", () => {
  const eight = Array.from({ length: 8 }, (_, index) =>
    associated(
      { pairs: 3, high: 0.98, low: 0.86 + index / 100 },
      { pairs: 2, high: 0.97, low: 0.79 },
    ),
  );

  it("is widened by the root of the smaller arm by its tens", () => {
    const { estimate, arms } = measured(eight)[0]!;
    expect(arms).toEqual([48, 32]);
    const [whole, tens] = [estimate((n) => n)!, estimate((n) => Math.floor(n / 10) * 10)!];
    expect(tens.value).toBe(whole.value);
    expect((tens.high! - tens.value) / (whole.high! - whole.value)).toBeCloseTo(
      Math.sqrt(32 / 30),
      9,
    );
    expect((tens.value - tens.low!) / (whole.value - whole.low!)).toBeCloseTo(
      Math.sqrt(32 / 30),
      9,
    );
  });

  it("is in percentage points", () => {
    expect(measured(eight)[0]!.estimate((n) => n)!.value).toBeGreaterThan(1);
    expect(measured(eight)[0]!.estimate((n) => n)!.value).toBeLessThan(12);
  });
});
