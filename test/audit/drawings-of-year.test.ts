import { describe, expect, it } from "vitest";
import { drawingsOfYear } from "../../functions/audit/drawings-of-year.ts";
import type { SeenBar } from "../../functions/audit/seen-bars.ts";
import { EVERYBODY } from "../../functions/domain/figures/group-key.ts";
import { rateBand } from "../../functions/protection/rate-ladder.ts";

const MONTHS = ["2021-08-31", "2021-09-30", "2021-10-31"];

/** A bar of open plans as it was drawn: of so many students so many are shown. */
const drawn = (drawnOn: string, shown: number, students: number): SeenBar => ({
  key: { statistic: "plan-coverage", school: null, group: EVERYBODY },
  drawnOn,
  students,
  parts: ["open", "none"],
  seen: [shown, students - shown].map((count, from) => {
    const { low, high } = rateBand(count, students)!;
    return { from, until: from + 1, low, high, isExact: false };
  }),
});

const year = (bars: readonly SeenBar[], definitions = bars.map(() => "1")) =>
  drawingsOfYear(
    bars.map((bar, index) => ({
      release: `release ${index}`,
      asOf: MONTHS[index]!,
      definitions: definitions[index]!,
      bars: [bar],
    })),
  );

describe("the drawings of a year", () => {
  it("leave the counts that one shift for all of them allows", () => {
    const { possible, counts, exact, findings } = year([
      drawn(MONTHS[0]!, 9, 40),
      drawn(MONTHS[1]!, 18, 40),
    ]);
    expect(findings).toEqual([]);
    expect({ counts, exact }).toEqual({ counts: 4, exact: 0 });
    // 20-29 of 40 and 70-79 beside it is 9 to 11 shown, moved by up to five.
    expect(possible.get(`plan-coverage|district|all/all ${MONTHS[0]}`)).toEqual([
      { low: 4, high: 16 },
      { low: 24, high: 36 },
    ]);
  });

  it("are narrowed where a later one rules a shift out", () => {
    const alone = year([drawn(MONTHS[0]!, 9, 40)]);
    const both = year([drawn(MONTHS[0]!, 9, 40), drawn(MONTHS[1]!, 40, 40)]);
    const key = `plan-coverage|district|all/all ${MONTHS[0]}`;
    expect(alone.possible.get(key)![0]).toEqual({ low: 4, high: 16 });
    // 90 or more of 40 is 36 or more shown: of 40 in truth that is no boundary moved down by five.
    expect(both.possible.get(key)![0]).toEqual({ low: 4, high: 15 });
  });

  it("show one that was drawn although too few had moved", () => {
    const again = [drawn(MONTHS[0]!, 9, 40), drawn(MONTHS[1]!, 10, 41)];
    expect(year(again).findings).toContainEqual({
      kind: "early-drawing",
      where: "plan-coverage|district|all/all",
    });
    // Under new definitions everything is drawn again.
    expect(year(again, ["1", "2"]).findings).toEqual([]);
  });

  it("contradict each other where a bar has two numbers of students on one day", () => {
    const { findings } = drawingsOfYear([
      {
        release: "release",
        asOf: MONTHS[0]!,
        definitions: "1",
        bars: [drawn(MONTHS[0]!, 9, 40), drawn(MONTHS[0]!, 9, 41)],
      },
    ]);
    expect(findings.map(({ kind }) => kind)).toEqual(["contradiction"]);
  });

  it("tell a count of nobody where every shift leaves one value", () => {
    const sure = { ...drawn(MONTHS[0]!, 0, 40), students: 40 };
    const seen = [{ from: 0, until: 1, low: 35, high: 35, isExact: false }];
    // 35 of 40 shown as open can be 30 to 40; of a bar with no room beside it, one alone.
    expect(year([{ ...sure, seen }]).exact).toBe(0);
    const empty = { ...sure, students: 0, seen: [] };
    const { exact, findings } = year([empty]);
    expect(exact).toBe(2);
    expect(findings.map(({ kind }) => kind)).toEqual(["narrow-count", "narrow-count"]);
  });
});
