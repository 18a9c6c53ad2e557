import { beforeAll, describe, expect, it } from "vitest";
import { auditRelease } from "../../functions/disclosure/audit-release.ts";
import { cubeOf, type MeasuredStudents } from "../../functions/disclosure/cube-of.ts";
import { shownRange, type Range } from "../../functions/disclosure/cube.ts";
import { integerIntervals } from "../../functions/disclosure/integer-intervals.ts";
import type { LinearSolver } from "../../functions/disclosure/linear-solver.ts";
import { protectCube } from "../../functions/disclosure/protect-cube.ts";
import type { PublicationRegistry } from "../../functions/disclosure/publication-registry.ts";
import { publishedSystem, systemSeen } from "../../functions/disclosure/published-system.ts";
import { shownFigures } from "../../functions/disclosure/shown-figures.ts";
import { DEFAULT_SUPPRESSION as policy } from "../../functions/disclosure/suppression-policy.ts";
import { readySolver } from "./ready-solver.ts";

let solve: LinearSolver;
beforeAll(async () => {
  solve = await readySolver();
});

const REGISTRY: PublicationRegistry = {
  partitions: [{ id: "english-learner", groups: ["yes"] }],
  statistics: [
    {
      id: "plan-coverage",
      table: "rates",
      shows: "counted",
      parts: ["counted", "not-counted"],
      published: ["counted"],
      divisions: { district: [[], ["english-learner"]], school: [[], ["english-learner"]] },
      of: null,
    },
  ],
  links: [],
  nestings: [],
  inclusions: [],
};

/** Students with a plan of so many: schools A, B and C, English learners and all. */
const COUNTS: {
  readonly [place: string]: { readonly [group: string]: readonly [number, number] };
} = {
  A: { "all/all": [39, 44], "english-learner/yes": [3, 4] },
  B: { "all/all": [25, 42], "english-learner/yes": [6, 12] },
  C: { "all/all": [40, 60], "english-learner/yes": [9, 15] },
  district: { "all/all": [104, 146], "english-learner/yes": [18, 31] },
};

const measured = (counts = COUNTS): MeasuredStudents => ({
  places: [
    { id: "district", level: "district", within: null },
    ...["A", "B", "C"].map((id) => ({ id, level: "school" as const, within: "district" })),
  ],
  count: (_statistic, part, place, group) => {
    const [counted, students] = counts[place]![group]!;
    return part === "counted" ? counted : students - counted;
  },
});

const cell = (place: string, group: string): string => `plan-coverage|counted|${place}|${group}`;

describe("cubeOf", () => {
  it("has the students who are not of a group as a cell of their own", () => {
    const cube = cubeOf(REGISTRY, measured(), policy);
    const rest = cube.cells[cube.index.get(cell("A", "english-learner/rest"))!]!;
    expect(rest).toMatchObject({ count: 36, upper: 40, display: { kind: "unpublished" } });
    const rests = [...cube.index.keys()].filter((id) => id.endsWith("/rest"));
    expect(rests).toHaveLength(4);
    expect(cube.equations).toHaveLength(4 + 3);
  });

  it("refuses schools that do not add up to their district", () => {
    const wrong = { ...COUNTS, A: { ...COUNTS["A"]!, "all/all": [40, 45] as const } };
    expect(() => cubeOf(REGISTRY, measured(wrong), policy)).toThrow(/do not add up/);
  });

  it("refuses a group that is larger than all", () => {
    const wrong = { ...COUNTS, A: { ...COUNTS["A"]!, "english-learner/yes": [45, 50] as const } };
    expect(() => cubeOf(REGISTRY, measured(wrong), policy)).toThrow(/in two groups/);
  });

  it.each([
    [{ divisions: { school: [["race"]] } }, /race, which is no partition/],
    [{ parts: ["counted"] }, /two parts/],
    [{ published: ["met"] }, /publishes a part it has not/],
    [{ of: { statistic: "roster", part: "enrolled" } }, /no statistic has/],
    [{ of: { statistic: "plan-coverage", part: "counted" } }, /cannot be counted/],
  ])("refuses a registry with %o", (change, fault) => {
    const statistics = REGISTRY.statistics.map((one) => ({ ...one, ...change }));
    expect(() => cubeOf({ ...REGISTRY, statistics }, measured(), policy)).toThrow(fault);
  });

  it("ties a transition to its grade, so that those in the grade alone are protected", () => {
    const registry: PublicationRegistry = {
      ...REGISTRY,
      partitions: [
        { id: "grade", groups: ["09"] },
        { id: "transition", groups: ["8-9"] },
      ],
      statistics: REGISTRY.statistics.map((one) => ({
        ...one,
        divisions: { district: [[], ["grade"], ["transition"]] },
      })),
      nestings: [{ inner: "transition/8-9", outer: "grade/09" }],
      inclusions: [],
    };
    const counts: { readonly [group: string]: readonly [number, number] } = {
      "all/all": [125, 146],
      "grade/09": [20, 40],
      "transition/8-9": [18, 36],
    };
    const cube = cubeOf(
      registry,
      {
        places: measured().places.slice(0, 1),
        count: (_s, part, _p, group) =>
          part === "counted" ? counts[group]![0] : counts[group]![1] - counts[group]![0],
      },
      policy,
    );
    const system = publishedSystem(cube, new Set());
    const { findings } = auditRelease(cube, system, solve);
    expect(findings.map((finding) => finding.cell)).toContain(
      cell("district", "grade/09-transition/8-9"),
    );
  });
});

/** What a reader of the page sees, as a program would read it back. */
function seenOf(registry: PublicationRegistry, places = Object.keys(COUNTS)): Map<string, Range> {
  const cube = cubeOf(registry, measured(), policy);
  const found = protectCube({ cube, policy, solve, draw: () => 1, start: new Set() });
  if (found.kind !== "protected") throw new Error(found.cell);
  const asked = places.flatMap((place) =>
    ["all/all", "english-learner/yes"].map((group) => ({
      key: { id: cell(place, group) },
      ...{ statistic: "plan-coverage", part: "counted", place, group },
    })),
  );
  return new Map(
    asked.flatMap(({ key: { id } }): (readonly [string, Range])[] => {
      const at = cube.index.get(id)!;
      const isSeen = !found.hidden.has(at) && cube.cells[at]!.display.kind !== "hidden";
      return isSeen ? [[id, shownRange(cube.cells[at]!, false)]] : [];
    }),
  );
}

describe("the attacker of a published release", () => {
  const whole = () => cubeOf(REGISTRY, measured(), policy);

  it("cannot come close to a hidden figure from all that is shown", () => {
    const cube = whole();
    const system = systemSeen(cube, seenOf(REGISTRY));
    expect(auditRelease(cube, system, solve).findings).toEqual([]);
    const at = cube.index.get(cell("A", "english-learner/yes"))!;
    expect(integerIntervals(system, [at], solve).get(at)).toEqual({
      kind: "interval",
      low: 0,
      high: 4,
    });
  });

  it("finds the planted leak: a count that should not be there", () => {
    const cube = whole();
    const seen = seenOf(REGISTRY).set(cell("A", "english-learner/yes"), { low: 3, high: 3 });
    expect(auditRelease(cube, systemSeen(cube, seen), solve).findings).toContainEqual({
      kind: "too-narrow",
      cell: cell("A", "english-learner/yes"),
      width: 0,
    });
  });

  it("finds what a release leaks that was protected without one of its equations", () => {
    const forgetful = {
      ...REGISTRY,
      statistics: REGISTRY.statistics.map((one) => ({
        ...one,
        divisions: { school: one.divisions["school"]! },
      })),
    };
    const seen = seenOf(forgetful, ["A", "B", "C"]);
    // The district's figures are on the page all the same.
    for (const group of ["all/all", "english-learner/yes"]) {
      const [students] = COUNTS["district"]![group]!;
      seen.set(cell("district", group), { low: students, high: students });
    }
    const cube = whole();
    expect(auditRelease(cube, systemSeen(cube, seen), solve).findings.length).toBeGreaterThan(0);
  });

  it("finds a figure that is not true, and figures that contradict each other", () => {
    const cube = whole();
    const seen = new Map(
      ["A", "B", "C", "district"].map((place) => [cell(place, "all/all"), { low: 30, high: 31 }]),
    );
    const kinds = auditRelease(cube, systemSeen(cube, seen), solve).findings.map(
      ({ kind }) => kind,
    );
    expect(kinds).toContain("is-not-true");
    expect(kinds).toContain("contradicts-itself");
  });
});

const applicable = <Asked extends object>(asked: Asked) => ({ isApplicable: true, ...asked });

describe("shownFigures", () => {
  it("has one symbol for all that is hidden, and labels without numbers of students", () => {
    const cube = cubeOf(
      { ...REGISTRY, statistics: REGISTRY.statistics.map((one) => ({ ...one, shows: "banded" })) },
      measured(),
      policy,
    );
    const small = { statistic: "plan-coverage", part: "counted", group: "english-learner/yes" };
    const all = { ...small, group: "all/all" };
    const asked = [
      { key: {}, ...small, place: "A" },
      { key: {}, ...small, place: "B" },
      { key: {}, ...all, place: "district" },
    ];
    const hidden = new Set([cube.index.get(cell("B", "english-learner/yes"))!]);
    const elsewhere = { key: {}, ...all, place: "A", isApplicable: false };
    const nobody = { key: {}, ...all, place: "nowhere", hasStudents: false };
    // Students there, all of whom the measure leaves out: that would tell of each of them.
    const leftOut = { key: {}, ...all, place: "nowhere" };
    expect(
      shownFigures(cube, hidden, [...asked, elsewhere, nobody, leftOut].map(applicable)).rows,
    ).toEqual([
      { band: null, state: "hidden" },
      { band: null, state: "hidden" },
      { band: "70-74", state: "shown" },
      { band: null, state: "not-applicable" },
      { band: null, state: "not-enough-data" },
      { band: null, state: "hidden" },
    ]);
  });

  it("refuses what the registry does not publish", () => {
    const cube = whole();
    const ask = (statistic: string, part: string, group: string) => () =>
      shownFigures(cube, new Set(), [
        { key: {}, statistic, part, place: "A", group, isApplicable: true },
      ]);
    expect(ask("plan-coverage", "counted", "english-learner/rest")).toThrow(/is not published/);
    expect(ask("plan-coverage", "not-counted", "all/all")).toThrow(/does not publish/);
    expect(ask("grades", "counted", "all/all")).toThrow(/does not publish/);
  });

  const whole = () => cubeOf(REGISTRY, measured(), policy);
});
