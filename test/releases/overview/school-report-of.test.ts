// Longer than most: every line of the report of a school, with what it is compared with and when it is not.
import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { say } from "../../../functions/releases/words/message.ts";
import type { EditionTables } from "../../../functions/releases/overview/edition-tables.ts";
import { schoolReportsOf } from "../../../functions/releases/overview/school-report-of.ts";
import type { RateRow } from "../../../functions/releases/tables/tables.ts";
import { aboutRow, problemRow, tablesOf, type About } from "../about-rows.ts";
import { mandateRow, requirementSummary } from "../mandate-rows.ts";
import {
  atSchool,
  exact,
  nextStepRow,
  rateRow,
  shown,
  standingRow,
  statusRow,
  trendRow,
  unshown,
} from "../release-rows.ts";

const plans = (given: Partial<RateRow> = {}) => rateRow({ measure: "plan-coverage", ...given });
const report = (rows: Partial<EditionTables>, about: Partial<About> = {}, school = "East") => {
  const report = schoolReportsOf(aboutRow(about), tablesOf(rows)).find(
    (candidate) => candidate.school.id === school,
  );
  if (report === undefined) throw new Error(`no report of ${school}`);
  return report;
};
const named = (rows: Partial<EditionTables>, about: Partial<About> = {}) =>
  report(rows, about).rows.map(({ measure, group }) => `${measure} ${group}`);
const levels = (...of: readonly About["schools"][number]["level"][]): About["schools"] =>
  of.map((level, index) => ({
    id: ["East", "North", "West", "South"][index] ?? "",
    name: "",
    level,
  }));

describe("the report of a school", () => {
  it("says whose it is, its level, its students, and whether the mandate is kept there", () => {
    const about = aboutRow();
    const kept = [say("plans-open", { share: { low: 0.7, high: 0.79 }, heldOn: null })];
    const messages = { ...about.messages, schools: { East: kept } };
    const { rows, actions, ...said } = report(
      { rates: [plans(), plans(atSchool("East"))] },
      { messages },
    );
    expect(rows).toHaveLength(1);
    expect(actions.map(({ message }) => message.id)).toEqual([
      ...["no-action-public", "act-due-soon"],
    ]);
    expect(said).toEqual({
      screenForm: 2,
      ...{ edition: "public", release: "2022-03-15-aaaaaaaa", schoolYear: "2021-22" },
      district: { id: "cast", name: "Cast School District" },
      ...{ asOf: "2022-03-15", definitionVersion: "1", smallestGroup: 20, students: 40 },
      school: { id: "East", name: "East", level: "middle" },
      messages: kept,
      grades: { kind: "requirements", bars: [] },
    });
  });

  it("is one of each school, also of one of which no row speaks", () => {
    const reports = schoolReportsOf(aboutRow(), tablesOf({ rates: [plans()] }));
    expect(reports.map(({ school, students, rows }) => [school.id, students, rows])).toEqual([
      ["East", null, []],
      ["North", null, []],
      ["West", null, []],
    ]);
    expect(reports[0]?.messages).toEqual([
      {
        id: "no-figure",
        values: { state: "not-enough-data", level: "school", place: "East" },
      },
    ]);
  });

  it("lays each measure of the school beside the district", () => {
    const rates = [
      { ...plans(exact(30)), count: 30 },
      { ...plans({ ...atSchool("East"), ...exact(10) }), count: 10 },
      { ...plans({ ...atSchool("West"), ...exact(20) }), count: 20 },
    ];
    const trend = [
      trendRow("2022-02-28", { measure: "plan-coverage", ...atSchool("East"), ...exact(8) }),
      trendRow("2022-02-28", { measure: "plan-coverage", ...exact(1) }),
      trendRow("2022-03-15", { measure: "plan-coverage", ...atSchool("East"), ...exact(10) }),
    ];
    const figure = { state: "shown", n: 40, heldOn: null };
    expect(report({ rates, trend }).rows).toEqual([
      {
        ...{ measure: "plan-coverage", breakdown: "all", group: "all", name: "All students" },
        isHigherBetter: true,
        school: { ...figure, low: 0.25, high: 0.25, count: 10 },
        district: { ...figure, low: 0.75, high: 0.75, count: 30 },
        ...{ peers: null, target: 1, dueOn: null },
        change: { kind: "up", before: { low: 0.2, high: 0.2 }, on: "2022-02-28" },
      },
    ]);
  });

  it("has the measures in the order of the report, and requirements in that of the mandate", () => {
    const of = (
      measure: string,
      group = "all",
      breakdown = group === "all" ? "all" : "requirement",
    ) => [{}, atSchool("East")].map((place) => rateRow({ measure, breakdown, group, ...place }));
    const mandate = mandateRow({
      requirements: [
        ...["review-1", "review-2"].map((id) => requirementSummary({ id })),
        ...["goals", "advice"].map((id) => requirementSummary({ id, kind: "record" })),
        requirementSummary({ id: "plan", kind: "plan" }),
      ],
    });
    const rates = [
      ...[...of("chronic-absence"), ...of("transition-coverage", "transition-9", "transition")],
      ...[...of("requirement-met", "advice"), ...of("requirement-met", "goals")],
      // Said by the review held, and by the open plan.
      ...[...of("requirement-met", "review-1"), ...of("requirement-met", "plan")],
      ...[...of("review-held", "review-2"), ...of("review-held", "review-1")],
      ...[...of("goal-domains"), ...of("review-timeliness"), ...of("plan-coverage")],
      ...[...of("plan-coverage", "07", "grade"), ...of("requirements-met")],
    ];
    expect(named({ rates }, { mandate })).toEqual([
      "requirements-met all",
      "plan-coverage all",
      "review-timeliness all",
      "review-held review-1",
      "review-held review-2",
      "requirement-met goals",
      "requirement-met advice",
      "transition-coverage transition-9",
      "chronic-absence all",
    ]);
    const absence = report({ rates }, { mandate }).rows.at(-1);
    expect([absence?.isHigherBetter, absence?.target]).toEqual([false, null]);
  });
});

describe("what a school is not compared with", () => {
  const mandate = mandateRow({
    composites: {},
    requirements: [
      requirementSummary({ dueOn: { first: day("2022-02-15"), last: day("2022-02-15") } }),
    ],
  });
  const held = (school: string, drawnOn: string) =>
    rateRow({
      ...{ measure: "review-held", breakdown: "requirement", group: "annual-review", drawnOn },
      ...(school === "" ? {} : atSchool(school)),
    });
  const rowOf = (days: readonly string[]) => {
    const rates = ["", "East", "North", "West"].map((school, at) => held(school, days[at] ?? ""));
    const [row] = report({ rates }, { mandate }).rows;
    return { peers: row?.peers?.schools ?? null, apart: row?.notCompared?.map((of) => of.with) };
  };
  const [ON, BEFORE, AFTER] = ["2022-03-15", "2022-02-15", "2022-02-16"];

  it("is nothing where no due day lies between the counts", () => {
    expect(rowOf([ON, ON, ON, ON])).toEqual({ peers: 3 });
    expect(rowOf([ON, AFTER, ON, AFTER])).toEqual({ peers: 3 });
    expect(rowOf([BEFORE, BEFORE, BEFORE, BEFORE])).toEqual({ peers: 3 });
  });

  it("is the district with counts from the other side of a due day", () => {
    expect(rowOf([BEFORE, ON, ON, ON])).toEqual({ peers: 3, apart: ["district"] });
  });

  it("is the schools of its level where their median would mix both sides", () => {
    expect(rowOf([ON, ON, ON, BEFORE])).toEqual({ peers: null, apart: ["peers"] });
    expect(rowOf([ON, BEFORE, ON, ON])).toEqual({ peers: null, apart: ["district", "peers"] });
  });
});

describe("the peers of a school", () => {
  const peers = (schools: About["schools"], shares: readonly (number | null)[]) =>
    report(
      {
        rates: [
          plans(exact(20)),
          ...shares.map((count, index) =>
            plans({
              ...atSchool(schools[index]?.id ?? ""),
              ...(count === null ? unshown("too-few-students") : exact(count)),
            }),
          ),
        ],
      },
      { schools },
    ).rows[0]?.peers;

  it.each([
    ["2 of the level", levels("middle", "middle"), [10, 20], null],
    ["3 of the level", levels("middle", "middle", "middle"), [10, 40, 20], [0.5, 3]],
    [
      "4 of the level",
      levels("middle", "middle", "middle", "middle"),
      [10, 40, 20, 30],
      [0.625, 4],
    ],
    ["3, one of another level", levels("middle", "high", "middle"), [10, 40, 20], null],
    [
      "4, one of another level",
      levels("middle", "high", "middle", "middle"),
      [10, 40, 20, 0],
      [0.25, 3],
    ],
    ["3, one without a figure", levels("middle", "middle", "middle"), [10, null, 20], null],
    [
      "4, one without a figure",
      levels("middle", "middle", "middle", "middle"),
      [null, 10, 20, 40],
      [0.5, 3],
    ],
    ["3 of no level", levels("other", "other", "other"), [10, 20, 30], null],
  ] as const)("have a median of %s: %j", (_, schools, shares, expected) => {
    expect(peers(schools, shares)).toEqual(
      expected === null
        ? null
        : { low: expected[0], high: expected[0], schools: expected[1], heldOn: null },
    );
  });

  it("say the earliest day of their counts, where one is held", () => {
    const shares = [10, 40, 20];
    const rates = (days: readonly string[]) => [
      plans(exact(1)),
      ...shares.map((count, index) =>
        plans({
          ...atSchool(["East", "North", "West"][index] ?? ""),
          ...exact(count),
          drawnOn: days[index] ?? null,
        }),
      ),
    ];
    const schools = levels("middle", "middle", "middle");
    const of = (...days: readonly string[]) =>
      report({ rates: rates(days) }, { schools }).rows[0]?.peers?.heldOn;
    expect(of("2022-03-15", "2022-02-28", "2022-01-31")).toBe("2022-01-31");
    expect(of("2022-03-15", "2022-03-15", "2022-03-15")).toBeNull();
  });
});

describe("a school that is hardly or not covered", () => {
  it("has no row of what applies to nobody there, and no students", () => {
    const rates = [
      plans(),
      plans({ ...atSchool("East"), ...unshown("not-applicable") }),
      rateRow({ measure: "chronic-absence" }),
      rateRow({ measure: "chronic-absence", ...atSchool("East") }),
    ];
    const about = aboutRow();
    const schools = { East: [say("school-not-covered", { place: "East" })] };
    const of = report({ rates }, { messages: { ...about.messages, schools } });
    expect(of.rows.map(({ measure }) => measure)).toEqual(["chronic-absence"]);
    expect([of.students, of.messages]).toEqual([null, schools.East]);
  });

  it("has its rows without a figure, and says why, where it has too few students", () => {
    const rates = [plans(), plans({ ...atSchool("East"), ...unshown("too-few-students") })];
    const of = report({ rates });
    expect(of.students).toBeNull();
    expect(of.rows[0]?.school).toEqual({
      ...{ state: "too-few-students", low: null, high: null, n: null, count: null, heldOn: null },
    });
    expect(of.rows[0]?.district.low).toBe(0.7);
  });

  const rule = (id: string, kind: string, grades: readonly string[]) =>
    requirementSummary({ id, name: id, kind, grades });
  const mandate = mandateRow({
    requirements: [
      rule("transition-6", "transition-review", ["06"]),
      rule("advice", "record", ["12"]),
      rule("goals", "content", ["06", "07"]),
    ],
  });
  const here = { ...atSchool("East"), breakdown: "grade", group: "06" };
  const met = (id: string) =>
    [{}, atSchool("East")].map((place) =>
      rateRow({ measure: "requirement-met", breakdown: "requirement", group: id, ...place }),
    );
  const rates = ["transition-6", "advice", "goals"].flatMap(met);

  it("has no row of what none of its grades is asked, and none of a transition's review by itself", () => {
    expect(named({ rates }, { mandate })).toEqual([
      "requirement-met advice",
      "requirement-met goals",
    ]);
    expect(named({ rates, standings: [standingRow(here)] }, { mandate })).toEqual([
      "requirement-met goals",
    ]);
  });

  it("has no row of 0% of what cannot be determined there", () => {
    const open = standingRow({
      ...atSchool("East"),
      requirement: "goals",
      standing: "not-determinable",
      ...exact(40),
    });
    expect(named({ rates, standings: [standingRow(here), open] }, { mandate })).toEqual([]);
    const elsewhere = { ...open, ...atSchool("West") };
    expect(named({ rates, standings: [standingRow(here), elsewhere] }, { mandate })).toEqual([
      "requirement-met goals",
    ]);
  });

  it("has nothing come due there that none of its grades is asked", () => {
    const due = (...standings: readonly ReturnType<typeof standingRow>[]) =>
      report(
        { standings, nextSteps: [nextStepRow({ ...atSchool("East"), ...exact(0) })] },
        { mandate },
      )
        .actions.map(({ message }) => message.values)
        .flatMap((values) =>
          "from" in values && "requirements" in values ? values.requirements : [],
        );
    expect(due(standingRow(here))).toEqual(["goals"]);
    expect(due(standingRow({ ...here, group: "12" }))).toEqual(["advice"]);
  });
});

describe("the grades and actions of a school", () => {
  it("are its own", () => {
    const grade = (place: object, group: string) =>
      statusRow({ ...place, breakdown: "grade", group, groupName: `Grade ${group}` });
    const of = report(
      {
        statuses: [grade({}, "06"), grade(atSchool("West"), "07"), grade(atSchool("East"), "08")],
        nextSteps: [
          nextStepRow(exact(40)),
          nextStepRow({ ...atSchool("West"), ...exact(30) }),
          nextStepRow({ ...atSchool("East"), ...exact(4) }),
        ],
      },
      { edition: "staff", mandate: mandateRow({ requirements: [] }) },
    );
    expect(of.grades.bars.map(({ group, school }) => [group, school])).toEqual([["08", "East"]]);
    expect(of.actions.map(({ list }) => list?.school)).toEqual(["East"]);
    expect(of.actions[0]?.message.values).toMatchObject({ share: { low: 0.1, high: 0.1 } });
  });

  it("name the records of its students to fix, and lead to them alone", () => {
    const of = report({
      reconciliation: [
        ...[problemRow("no-plan", 30), problemRow("no-plan", 25, atSchool("West"))],
        problemRow("no-plan", 5, atSchool("East")),
      ],
    });
    expect(of.actions.filter(({ message }) => message.id === "act-fix-records")).toEqual([
      {
        message: {
          id: "act-fix-records",
          values: { problem: "no-plan", name: "no-plan", owner: "Registrar", count: 5 },
        },
        list: { school: "East", requirement: "", need: "", problem: "no-plan" },
      },
    ]);
  });

  it("give the due days of the mandate in each row", () => {
    const dueOn = { first: day("2022-04-01"), last: day("2022-04-02") };
    const mandate = mandateRow({
      requirements: [
        requirementSummary({ id: "goals", kind: "content", dueOn }),
        requirementSummary({ id: "old", kind: "plan", isInForce: false, dueOn: null }),
        requirementSummary({ id: "plan", kind: "plan" }),
      ],
    });
    const rates = [{}, atSchool("East")].flatMap((place) => [
      rateRow({
        ...{ measure: "requirement-met", breakdown: "requirement", group: "goals", ...place },
        ...shown("60-69"),
      }),
      plans(place),
      rateRow(place),
    ]);
    expect(report({ rates }, { mandate }).rows.map((row) => [row.measure, row.dueOn])).toEqual([
      // Of open plans that of the plan asked for.
      ["plan-coverage", { first: "2022-06-03", last: "2022-06-10" }],
      ["review-timeliness", null],
      ["requirement-met", dueOn],
    ]);
  });
});
