// Longer than most: who acts next in each state of a district, a school, and both editions.
import { describe, expect, it } from "vitest";
import { day, type Day } from "../../../functions/domain/calendar/day.ts";
import {
  actionsAt,
  actionsOf,
  type ProblemCounted,
} from "../../../functions/releases/messages/actions.ts";
import type { MandateSummary } from "../../../functions/releases/manifest/mandate-summary.ts";
import { mandateRow, requirementSummary } from "../mandate-rows.ts";
import { atSchool, exact, nextStepRow, shown, unshown } from "../release-rows.ts";

const ON = day("2022-03-15");
const LATER = day("2022-03-31");

/** A mandate of which nothing comes due on any more. */
const undue = (id: string, name: string) =>
  requirementSummary({ id, name, dueOn: null, thing: "Review" });
const MANDATE = mandateRow({
  requirements: [
    undue("review-1", "First review of the year"),
    undue("review-2", "Second review of the year"),
  ],
});

type Step = Parameters<typeof nextStepRow>[0] & { readonly count?: number | null };
/** A row of the staff edition has a count, and one of the public edition none. */
const step = ({ count, ...given }: Step = {}) => ({
  ...nextStepRow(given),
  ...(count === undefined ? {} : { count }),
});
const counted = (count: number, n = 40): Step => ({ ...exact(count, n), count });
const SECOND = { requirement: "review-2", requirementName: "Second review of the year" };

const actions = (
  steps: readonly Step[],
  edition: "staff" | "public" = "staff",
  {
    mandate = MANDATE,
    asOf = ON,
    problems = [],
  }: {
    readonly mandate?: MandateSummary;
    readonly asOf?: Day;
    readonly problems?: readonly ProblemCounted[];
  } = {},
) => actionsOf(steps.map(step), problems, { mandate, asOf }, edition);

const share = (low: number, high = low) => ({ low, high });
const actOn = (of: object, values: object = {}, list: object = {}) => ({
  message: {
    id: "act-on",
    values: {
      ...{ need: "overdue", requirement: "First review of the year", thing: "Review" },
      ...{ place: null, share: of, students: 40, count: null, heldOn: null },
      ...values,
    },
  },
  list: { school: "", requirement: "review-1", need: "overdue", problem: "", ...list },
});
const alone = (id: string, values: object = {}) => [{ message: { id, values }, list: null }];
const ids = (said: ReturnType<typeof actions>) => said.map(({ message }) => message.id);

describe("who acts next", () => {
  it("names first what the most students wait for, with their number and their list", () => {
    expect(actions([counted(3), { ...SECOND, ...counted(4) }])).toEqual([
      actOn(
        share(0.1),
        { requirement: "Second review of the year", count: 4 },
        { requirement: "review-2" },
      ),
      actOn(share(0.075), { count: 3 }),
    ]);
  });

  it("does not take the greater share of fewer students for more", () => {
    const of = actions([counted(20, 30), { ...SECOND, ...counted(30, 100) }]);
    expect(of.map(({ list }) => list?.requirement)).toEqual(["review-2", "review-1"]);
  });

  it.each([
    ["review overdue", {}],
    ["late or missing", { need: "not-met", needName: "Plan late or missing" }],
    ["not ready", { need: "not-ready", needName: "Not ready" }],
  ])("says in public without a number: %s", (_, given) => {
    const need = { need: "overdue", ...given }.need;
    expect(actions([{ ...given, ...shown("30-39") }], "public")).toEqual([
      actOn(share(0.3, 0.39), { need }, { need }),
    ]);
  });

  it("gives the day of a held figure", () => {
    expect(actions([shown("30-39")], "public", { asOf: LATER })).toEqual([
      actOn(share(0.3, 0.39), { heldOn: "2022-03-15" }),
    ]);
  });

  it.each([
    ["LE5", false],
    ["LE20", false],
    ["6-9", true],
    ["LT50", true],
  ] as const)(
    "acts on a band of which somebody is in it for certain, or that reaches far: %s, %s",
    (band, isNamed) => {
      expect(ids(actions([shown(band)]))).toEqual([isNamed ? "act-on" : "little-to-do"]);
    },
  );

  it("names four at the most, one of them the records and one what comes due", () => {
    const needs = ["overdue", "not-met", "plan-missing", "content-missing", "record-missing"];
    const steps = needs.map((need, index): Step => ({ need, ...counted(30 - index) }));
    expect(actions(steps).map(({ list }) => list?.need)).toEqual(needs.slice(0, 4));
    const mandate = mandateRow();
    const problems = [problem("no-plan-file", 3)];
    expect(ids(actions(steps, "staff", { problems }))).toEqual([
      ...["act-on", "act-on", "act-on", "act-fix-records"],
    ]);
    expect(ids(actions(steps, "staff", { problems, mandate }))).toEqual([
      ...["act-on", "act-on", "act-fix-records", "act-due-soon"],
    ]);
  });
});

describe("the plans to open", () => {
  const missing: Step = {
    ...{ requirement: "plan", requirementName: "A plan is open", need: "plan-missing" },
    ...counted(12),
  };
  const forReview: Step = { ...counted(10), need: "no-plan" };

  it("are one thing to do, for their own sake and for a review", () => {
    const needs = (steps: readonly Step[]) => actions(steps).map(({ list }) => list?.need);
    expect(needs([forReview, missing])).toEqual(["plan-missing"]);
    expect(needs([forReview])).toEqual(["no-plan"]);
    expect(needs([forReview, { ...missing, ...unshown("too-few-students") }])).toEqual(["no-plan"]);
  });

  it("are no record to fix besides, where students wait for them", () => {
    const problems = [problem("enrolled-without-plan", 11), problem("wrong-school", 3)];
    const fixed = (...steps: readonly Step[]) =>
      actions(steps, "staff", { problems }).map(({ list }) => list?.problem);
    expect(fixed(missing)).toEqual(["", "wrong-school"]);
    expect(fixed(forReview)).toEqual(["", "wrong-school"]);
    expect(fixed(counted(4))).toEqual(["", "enrolled-without-plan"]);
    expect(fixed({ ...missing, ...counted(0) })).toEqual(["enrolled-without-plan"]);
  });
});

describe("the school to begin with", () => {
  const ofSchools = (
    ...schools: readonly (readonly [name: string, count: number, n: number])[]
  ) => {
    const all = schools.reduce((sum, [, count]) => sum + count, 0);
    const size = schools.reduce((sum, [, , n]) => sum + n, 0);
    return actions([
      counted(all, size),
      ...schools.map(([name, count, n]): Step => ({ ...atSchool(name), ...counted(count, n) })),
    ]);
  };

  it("is the one with the greatest share and with most of the students, and its figures are said", () => {
    expect(ofSchools(["East", 30, 40], ["West", 10, 40])).toEqual([
      actOn(share(0.75), { place: "East", count: 30 }, { school: "East" }),
    ]);
  });

  it.each([
    [
      "has fewer than half of the students",
      [
        ["East", 9, 10],
        ["West", 10, 40],
      ],
    ],
    [
      "is not ahead of the second",
      [
        ["East", 20, 40],
        ["West", 20, 40],
      ],
    ],
    [
      "has nobody",
      [
        ["East", 0, 40],
        ["West", 0, 40],
      ],
    ],
  ] as const)("is none where it %s", (_, schools) => {
    expect(ofSchools(...schools).map(({ list }) => list?.school ?? "")).toEqual([""]);
  });

  it("is none of bands that overlap, and none by the rows of another need", () => {
    const overlapping = [
      shown("LT50"),
      { ...atSchool("East"), ...shown("GE50") },
      { ...atSchool("West"), ...shown("GE50") },
    ];
    expect(actions(overlapping).map(({ list }) => list?.school)).toEqual([""]);
    const other = [shown("30-39"), { ...atSchool("East"), ...shown("GE90"), need: "no-plan" }];
    expect(actions(other).map(({ list }) => list?.school)).toEqual([""]);
  });

  it("is the only school with a figure, where that has most of the students", () => {
    const only = [counted(20, 50), { ...atSchool("East"), ...counted(19, 40) }];
    expect(actions(only)).toEqual([
      actOn(share(0.475), { place: "East", count: 19 }, { school: "East" }),
    ]);
  });
});

const problem = (id: string, count: number, school = ""): ProblemCounted => ({
  ...{ school, problem: id, problemName: `Name of ${id}`, owner: "registrar", count },
});

describe("the records to fix", () => {
  const fix = (id: string, count: number) => ({
    message: {
      id: "act-fix-records",
      values: { problem: id, name: `Name of ${id}`, owner: "registrar", count },
    },
    list: { school: "", requirement: "", need: "", problem: id },
  });
  const problems = [problem("other-school", 3), problem("no-plan", 1200), problem("grade", 0)];

  it("are those of the most students, after what students wait for", () => {
    expect(actions([counted(4)], "staff", { problems })).toEqual([
      actOn(share(0.1), { count: 4 }),
      fix("no-plan", 1200),
    ]);
  });

  it("are said where nobody waits, and never that there is nothing to do", () => {
    expect(actions([counted(0)], "staff", { problems })).toEqual([fix("no-plan", 1200)]);
    expect(actions([counted(0)], "staff", { problems: problems.slice(2) })).toEqual(
      alone("nothing-to-do"),
    );
  });
});

describe("what comes due next", () => {
  const due = (first: string, last: string) => ({ first: day(first), last: day(last) });
  const mandate = (...days: readonly (readonly [first: string, last: string])[]) =>
    mandateRow({
      requirements: days.map(([first, last], index) =>
        requirementSummary({ id: `r${index}`, name: `R${index}`, dueOn: due(first, last) }),
      ),
    });
  const dueSoon = (name: string, from: string, until: string, count: number | null = null) => ({
    message: { id: "act-due-soon", values: { requirements: [name], from, until, count } },
    list:
      count === null
        ? null
        : { school: "", requirement: name.toLowerCase(), need: "due-soon", problem: "" },
  });

  it("is the requirement of the nearest day, once", () => {
    const of = mandate(["2022-06-01", "2022-06-10"], ["2022-05-02", "2022-05-02"]);
    expect(actions([counted(0)], "staff", { mandate: of })).toEqual([
      dueSoon("R1", "2022-05-02", "2022-05-02"),
    ]);
  });

  it.each([
    ["the day before", "2022-03-14", []],
    ["the day itself", "2022-03-15", [dueSoon("R0", "2022-03-01", "2022-03-15")]],
    ["the day after", "2022-03-16", [dueSoon("R0", "2022-03-01", "2022-03-16")]],
  ])("is due while its last day has not passed: %s", (_, last, expected) => {
    const said = actions([counted(0)], "staff", { mandate: mandate(["2022-03-01", last]) });
    expect(said.filter(({ message }) => message.id === "act-due-soon")).toEqual(expected);
  });

  it("says how many have it due within 30 days, and no number where nobody has", () => {
    const of = mandate(["2022-04-01", "2022-04-01"]);
    const soon = (count: number): Step => ({
      ...{ requirement: "r0", requirementName: "R0", need: "due-soon" },
      ...counted(count),
    });
    expect(actions([soon(7)], "staff", { mandate: of })).toEqual([
      dueSoon("R0", "2022-04-01", "2022-04-01", 7),
    ]);
    expect(actions([soon(0)], "staff", { mandate: of })).toEqual([
      dueSoon("R0", "2022-04-01", "2022-04-01"),
    ]);
  });

  it("names every requirement of the nearest day, and counts nobody twice", () => {
    const of = mandate(
      ["2022-04-01", "2022-04-01"],
      ["2022-04-01", "2022-04-02"],
      ["2022-04-01", "2022-04-01"],
    );
    const soon: Step = {
      ...{ requirement: "r0", requirementName: "R0", need: "due-soon" },
      ...counted(7),
    };
    expect(actions([soon], "staff", { mandate: of })).toEqual([
      {
        message: {
          id: "act-due-soon",
          values: {
            ...{ requirements: ["R0", "R2"], from: "2022-04-01", until: "2022-04-01" },
            count: null,
          },
        },
        list: null,
      },
    ]);
  });

  it("is not what is out of force, and not what is asked of no grade of the place", () => {
    const of = (given: object) =>
      mandateRow({ requirements: [requirementSummary({ id: "r0", ...given })] });
    expect(ids(actions([counted(0)], "staff", { mandate: of({}) }))).toEqual(["act-due-soon"]);
    expect(ids(actions([counted(0)], "staff", { mandate: of({ isInForce: false }) }))).toEqual([
      "nothing-to-do",
    ]);
    const ofNobody: Step = { requirement: "r0", ...unshown("not-applicable") };
    expect(ids(actions([counted(0), ofNobody], "staff", { mandate: of({}) }))).toEqual([
      "nothing-to-do",
    ]);
    const ofSome = { ...ofNobody, need: "due-soon", ...counted(0) };
    expect(ids(actions([ofNobody, ofSome], "staff", { mandate: of({}) }))).toEqual([
      "act-due-soon",
    ]);
  });

  it("is what most students have due soon where no calendar gives a day, and not nothing", () => {
    const soon: Step = { need: "due-soon", ...counted(4) };
    expect(actions([soon, { ...soon, ...SECOND, ...counted(5) }])).toEqual([
      actOn(
        share(0.125),
        { need: "due-soon", requirement: "Second review of the year", count: 5 },
        { need: "due-soon", requirement: "review-2" },
      ),
    ]);
  });
});

describe("that nothing is named", () => {
  it("says in public that few are late with what has figures, and never that nothing is", () => {
    expect(actions([shown("LE5")], "public")).toEqual(alone("little-to-do"));
    expect(actions([exact(0)], "public")).toEqual(alone("little-to-do"));
    expect(actions([], "public")).toEqual(alone("no-action-public", { mandate: "Kentucky" }));
  });

  it("says few, if any, where it may be nobody, and nothing where it is nobody for certain", () => {
    expect(actions([shown("LE5")])).toEqual(alone("little-to-do"));
    expect(actions([counted(0)])).toEqual(alone("nothing-to-do"));
  });

  it.each(["too-few-students", "not-applicable"] as const)("says why: %s", (state) => {
    expect(actions([unshown(state)])).toEqual(
      alone("no-figure", { state, level: "district", place: "Cast School District" }),
    );
  });

  it("takes a place that was left out for one with too few students", () => {
    const place = "Cast School District";
    expect(actions([unshown("left-out")], "public")).toEqual(
      alone("no-figure", { state: "too-few-students", level: "district", place }),
    );
  });

  it("says that no plans were sent, where a transition is too small besides too", () => {
    expect(actions([unshown("not-enough-data")])).toEqual(alone("no-plans-sent"));
    expect(actions([unshown("too-few-students"), unshown("not-enough-data")])).toEqual(
      alone("no-plans-sent"),
    );
  });

  it("says why before the records to fix and what comes due", () => {
    const mandate = mandateRow();
    const problems = [problem("no-plan", 3)];
    const given = { mandate, problems };
    expect(ids(actions([unshown("not-enough-data")], "staff", given))).toEqual([
      ...["no-plans-sent", "act-fix-records", "act-due-soon"],
    ]);
    expect(ids(actions([], "public", { mandate }))).toEqual(["no-action-public", "act-due-soon"]);
    expect(ids(actions([counted(0)], "staff", given))).toEqual([
      ...["act-fix-records", "act-due-soon"],
    ]);
  });

  it("says that the mandate asks nothing, whatever a school's rows are", () => {
    const mandate = mandateRow({ title: "Illinois", requirements: [] });
    const none = alone("no-requirements", { mandate: "Illinois" });
    expect(actions([], "public", { mandate })).toEqual(none);
    expect(actions([atSchool("East")], "public", { mandate })).toEqual(none);
    expect(actions([], "staff", { mandate })).toEqual(none);
    const later = mandateRow({ requirements: [requirementSummary({ isInForce: false })] });
    expect(actions([], "public", { mandate: later })).toEqual(
      alone("none-in-force", { mandate: "Kentucky", on: "2022-03-15", from: null }),
    );
    expect(actions([])).toEqual(alone("none-readable", { mandate: "Kentucky" }));
  });
});

describe("who acts next at one school", () => {
  const mandate = mandateRow({ requirements: [requirementSummary({ id: "r0", name: "R0" })] });
  const own = [
    step({ ...atSchool("East"), ...counted(3) }),
    step({ ...atSchool("East"), requirement: "r0", need: "due-soon", ...counted(2) }),
  ];

  it("names the school and leads to its students alone: who waits, whose records, and what comes due", () => {
    const said = actionsAt(own, [problem("no-plan", 5, "East")], { mandate, asOf: ON }, "staff");
    expect(said.map(({ message, list }) => [message.id, list?.school])).toEqual([
      ["act-on", "East"],
      ["act-fix-records", "East"],
      ["act-due-soon", "East"],
    ]);
    expect(said[0]?.message.values).toMatchObject({ place: "East", count: 3 });
  });

  it("says of the school why nothing is named", () => {
    const rows = [step({ ...atSchool("East"), ...unshown("too-few-students") })];
    expect(actionsAt(rows, [], { mandate: MANDATE, asOf: ON }, "public")).toEqual(
      alone("no-figure", { state: "too-few-students", level: "school", place: "East" }),
    );
  });
});
