import { describe, expect, it } from "vitest";
import { day } from "../../functions/domain/calendar/day.ts";
import {
  noEstimate,
  publicEstimates,
  type DrawnEstimates,
  type MeasuredEstimate,
} from "../../functions/protection/public-estimates.ts";
import { hedgesG } from "../../functions/statistics/differences/hedges-g.ts";
import { welch } from "../../functions/statistics/differences/welch.ts";

interface Key {
  readonly name: string;
}
type Measured = MeasuredEstimate<Key>;

const MARCH = day("2022-03-15");
const APRIL = day("2022-04-15");

/** A difference of 1.2345 with an interval of the numbers of students that it is given. */
const measured = (given: Partial<Measured> = {}): Measured => ({
  key: { name: "welch" },
  school: null,
  comparison: "plan",
  isPublic: true,
  students: 83,
  arms: [38, 45],
  estimate: (of) => ({ value: 1.2345, low: -of(38), high: of(45) }),
  unit: "percentage-points",
  isOfSchools: true,
  ...given,
});

const show = (estimates: readonly Measured[], before: DrawnEstimates | null = null, asOf = MARCH) =>
  publicEstimates(estimates, ({ name }) => name, before, asOf);
const first = (...estimates: readonly Measured[]) => show(estimates).table.rows[0];

describe("publicEstimates", () => {
  it("shows one decimal, and students and intervals of numbers rounded down to tens", () => {
    expect(first(measured())).toEqual({
      name: "welch",
      estimate: 1.2,
      low: -30,
      high: 40,
      students: 80,
      state: "shown",
    });
  });

  it.each([
    [[29, 45], "too-few-students"],
    [[45, 29], "too-few-students"],
    [[30, 30], "shown"],
    [[29], "too-few-students"],
    [[30], "shown"],
  ] as const)("shows arms of 30 students or more: %j is %s", (arms, state) => {
    expect(first(measured({ arms }))?.state).toBe(state);
  });

  it("gives no number of what it does not show", () => {
    expect(first(measured({ arms: [29, 45] }))).toEqual({
      name: "welch",
      ...noEstimate("too-few-students"),
    });
    expect(noEstimate("too-few-students")).toEqual({
      ...{ estimate: null, low: null, high: null, students: null },
      state: "too-few-students",
    });
  });

  it("has not enough data without students, or where the data carry no estimate", () => {
    expect(first(measured({ students: 0, arms: [0, 0] }))?.state).toBe("not-enough-data");
    expect(first(measured({ estimate: () => null }))?.state).toBe("not-enough-data");
  });

  it("leaves out what the public edition does not have at all", () => {
    const all = show([measured({ isPublic: false }), measured({ key: { name: "g" } })]);
    expect(all.table.rows.map(({ name }) => name)).toEqual(["g"]);
    expect(Object.keys(all.drawn)).toEqual(["g"]);
  });

  it("keeps an interval that could not be had missing", () => {
    const without = measured({ estimate: () => ({ value: 1.2345, low: null, high: null }) });
    expect(first(without)).toMatchObject({ estimate: 1.2, low: null, high: null, state: "shown" });
  });

  it.each([
    ["others", 299, 0.1],
    ["others", 300, 0.12],
    ["percentage-points", 300, 0.1],
    ["share", 299, 0.123],
  ] as const)("rounds %s of %d students to %d", (unit, students, estimate) => {
    const value = () => ({ value: 0.1234, low: 0.1234, high: 0.1234 });
    expect(first(measured({ unit, students, estimate: value }))).toMatchObject({
      estimate,
      low: estimate,
      high: estimate,
    });
  });
});

describe("an interval of rounded numbers of students", () => {
  // 38 with a plan attended 92 % (standard deviation 6), 45 without 88 % (9): worked out of 30 and 40.
  const withPlan = { kind: "group-summary", mean: 0.92, standardDeviation: 0.06 } as const;
  const without = { kind: "group-summary", mean: 0.88, standardDeviation: 0.09 } as const;

  it("is Welch's of 30 and 40 where 38 and 45 are compared", () => {
    const estimate: Measured["estimate"] = (of) => {
      const difference = welch({ ...withPlan, n: of(38) }, { ...without, n: of(45) });
      if (difference.kind !== "mean-difference") return null;
      const { lower, upper } = difference.interval;
      return { value: 100 * difference.difference, low: 100 * lower, high: 100 * upper };
    };
    // Standard error √(0.06²/30 + 0.09²/40) = 0.01796, 67.19 degrees of freedom, t 1.996. Of 38 and 45: 0.7 to 7.3.
    expect(first(measured({ estimate }))).toMatchObject({ estimate: 4, low: 0.4, high: 7.6 });
  });

  it("is Hedges' of 30 and 40 alike", () => {
    const estimate: Measured["estimate"] = (of) => {
      const effect = hedgesG({ ...withPlan, n: of(38) }, { ...without, n: of(45) });
      if (effect.kind !== "effect-size") return null;
      const { lower, upper } = effect.interval;
      return { value: effect.hedgesG, low: lower, high: upper };
    };
    // d 0.5088, correction 1 - 3/271, standard error 0.2453. Of 38 and 45: 0.51, 0.07 to 0.94.
    expect(first(measured({ estimate, unit: "others", students: 300 }))).toMatchObject({
      ...{ estimate: 0.5, low: 0.03, high: 0.98 },
    });
  });
});

describe("the estimate of a district", () => {
  const ofSchool = (school: string, arms: readonly number[], given: Partial<Measured> = {}) =>
    measured({ key: { name: school }, school, arms, students: arms[0]! + arms[1]!, ...given });
  const state = (arms: readonly number[], ...schools: readonly Measured[]) =>
    first(measured({ arms }), ...schools)?.state;

  it.each([
    [[100, 100], "shown"],
    [[101, 100], "too-few-students"],
    [[129, 130], "too-few-students"],
    [[130, 129], "too-few-students"],
    [[130, 130], "shown"],
    [[130, 100], "too-few-students"],
  ] as const)(
    "beside one school of 100 and 100 is about the students of the others: %j is %s",
    (arms, expected) => {
      expect(state(arms, ofSchool("A", [100, 100]))).toBe(expected);
    },
  );

  it("is shown where no school has an estimate of its own", () => {
    expect(state([50, 50], ofSchool("A", [29, 29]))).toBe("shown");
    expect(state([50, 50])).toBe("shown");
  });

  it("is compared with the schools' estimates of the same comparison that are shown, and no others", () => {
    const goals = ofSchool("A", [45, 45], { comparison: "goals" });
    const staffOnly = ofSchool("B", [45, 45], { isPublic: false });
    const noEstimateOfIt = ofSchool("C", [45, 45], { estimate: () => null });
    expect(state([50, 50], goals, staffOnly, noEstimateOfIt)).toBe("shown");
    expect(state([50, 50], ofSchool("A", [45, 45]))).toBe("too-few-students");
  });

  it("counts a school once, however many methods compare its students", () => {
    const twice = [ofSchool("A", [70, 70]), ofSchool("A", [70, 70], { key: { name: "g" } })];
    expect(state([100, 100], ...twice)).toBe("shown");
    expect(state([99, 99], ...twice)).toBe("too-few-students");
  });

  it("is no concern of what the schools have no estimates of", () => {
    const mean = measured({ arms: [101, 100], isOfSchools: false });
    expect(first(mean, ofSchool("A", [100, 100]))?.state).toBe("shown");
  });

  it("leaves the schools' own estimates alone", () => {
    const rows = show([measured({ arms: [101, 100] }), ofSchool("A", [100, 100])]).table.rows;
    expect(rows.map((row) => row.state)).toEqual(["too-few-students", "shown"]);
  });
});

describe("an estimate that was shown before", () => {
  const again = (arms: readonly number[], asOf = MARCH) => {
    const { drawn } = show([measured()]);
    const estimate: Measured["estimate"] = () => ({ value: 9, low: 8, high: 10 });
    return show([measured({ arms, estimate })], drawn, asOf);
  };

  it.each([
    [[42, 45], 1.2],
    [[38, 41], 1.2],
    [[34, 49], 1.2],
    [[43, 45], 9],
    [[38, 40], 9],
    [[38, 50], 9],
  ] as const)("of the same day stays until five students of an arm moved: %j", (arms, estimate) => {
    expect(again(arms).table.rows[0]?.estimate).toBe(estimate);
  });

  it("is compared with the arms of its drawing, which are kept", () => {
    expect(again([42, 45]).drawn["welch"]).toMatchObject({ drawnOn: MARCH, arms: [38, 45] });
    expect(again([43, 45]).drawn["welch"]).toMatchObject({ drawnOn: MARCH, arms: [43, 45] });
  });

  it("is drawn anew on a later day, when every student's outcome has moved", () => {
    const { table, drawn } = again([38, 45], APRIL);
    expect(table.rows[0]?.estimate).toBe(9);
    expect(drawn["welch"]?.drawnOn).toBe(APRIL);
  });
});
