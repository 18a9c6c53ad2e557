// Longer than most: each page's messages in every state of their figures, in both editions.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { FIGURE_STATES, type FigureState } from "../../../functions/domain/figures/figure.ts";
import { METRICS } from "../../../functions/metrics/measures/metrics.ts";
import {
  DEFAULT_PROTECTION,
  protectionStatement,
} from "../../../functions/protection/protection-policy.ts";
import type { ReadingNotes } from "../../../functions/releases/manifest/manifest.ts";
import type { Message } from "../../../functions/releases/words/message.ts";
import { messagesOf, type Written } from "../../../functions/releases/messages/messages.ts";
import { STAFF_TABLES, TABLES } from "../../../functions/releases/tables/tables.ts";
import { mandateRow } from "../mandate-rows.ts";
import {
  associationRow,
  atSchool,
  BAND_LABELS,
  type BandLabel,
  cameDueRow,
  changeRow,
  exact,
  nextStepRow,
  rateRow,
  shown,
  standingRow,
  statusRow,
  studentGroupRow,
  trendRow,
  unshown,
  writtenOf,
} from "../release-rows.ts";

const NOTHING_OPEN: ReadingNotes = { absencesOutside: null, hasUndatedEnrollments: false };
/** The day that the rows are drawn on, one on which they are held, and one before. */
const DRAWN_ON = day("2022-03-15");
const LATER = day("2022-03-31");
const BEFORE = "2022-02-28";
const messages = (rows: Partial<Written>, asOf = DRAWN_ON, mandate = mandateRow()) =>
  messagesOf(writtenOf(rows), {
    ...{ edition: "public", asOf, mandate, landmarkDay: 60, reading: NOTHING_OPEN },
    trend: { startsOn: "2021-09-30", otherDefinitionsOn: null },
  });

/** Words that claim a cause (section 2.6 of the statistics note). */
const CAUSAL =
  /\b(impacts?|effect of|improves?|reduces?|leads to|because|due to|drives|boosts|works|proven|causes?)\b/i;

const plans = (given: Parameters<typeof rateRow>[0] = {}) =>
  rateRow({
    measure: "plan-coverage",
    measureName: "Students with an open plan",
    ...shown("GE90"),
    ...given,
  });
const requirement = (name: string, given: Parameters<typeof standingRow>[0] = {}) =>
  standingRow({ requirement: name, requirementName: name, ...given });

const share = (low: number, high = low) => ({ low, high });
const missing = (of: object, heldOn: string | null = null) => ({
  id: "requirements-missing",
  values: {
    share: of,
    ...{ students: 40, mandate: "Kentucky" },
    grades: [],
    mostly: "met",
    heldOn,
  },
});
const MISSING = missing(share(0.11, 0.19));
const most = (name: string, of: object | null, isAlone = true) => ({
  id: "most-missing",
  values: { requirement: name, share: of, isAlone, heldOn: null },
});
const plansOpen = (of: object, heldOn: string | null = null) => ({
  id: "plans-open",
  values: { share: of, heldOn },
});
const PLANS_OPEN = plansOpen(share(0.9, 1));
const noFigure = (state: string, place = "Cast School District", level = "district") => ({
  id: "no-figure",
  values: { state, level, place },
});
const named = (said: readonly Message[], id: string): readonly Message[] =>
  said.filter((message) => message.id === id);

describe("the messages on whether the mandate is kept", () => {
  const kept = (...standings: readonly ReturnType<typeof standingRow>[]) =>
    messages({ rates: [plans()], standings }).kept;

  it("say who misses a requirement, which most often, and who has a plan", () => {
    const standings = [
      standingRow(),
      standingRow({ standing: "met", ...shown("80-84") }),
      requirement("First review", shown("LE5")),
      requirement("Goals", shown("6-9")),
      requirement("Goals", { standing: "met", ...shown("GE90") }),
    ];
    expect(kept(...standings)).toEqual([MISSING, most("Goals", share(0.06, 0.09)), PLANS_OPEN]);
  });

  it("give exact shares in the staff edition, and name no requirement that nobody misses", () => {
    const standings = [
      standingRow(exact(0)),
      requirement("First review", exact(0)),
      requirement("Goals", exact(0)),
    ];
    expect(messages({ rates: [plans(exact(37))], standings }).kept).toEqual([
      { id: "requirements-met", values: { students: 40, mandate: "Kentucky" } },
      plansOpen(share(0.925)),
    ]);
    expect(kept(standingRow(exact(1)), requirement("Goals", exact(1)))).toEqual([
      missing(share(0.025)),
      most("Goals", share(0.025)),
      PLANS_OPEN,
    ]);
  });

  it("leave out what is not shown, and are whole without plans", () => {
    const standings = [standingRow(), requirement("Goals", unshown("too-few-students"))];
    expect(messages({ standings }).kept).toEqual([MISSING]);
    const hidden = plans(unshown("too-few-students"));
    expect(messages({ standings, rates: [hidden] }).kept).toEqual([MISSING]);
  });

  it.each([
    [
      "one that is ahead of all others",
      "LE20",
      ["LE5", "11-19"],
      [most("11-19", share(0.11, 0.19))],
    ],
    // It cannot be missing more often than all together, so its figure is not said.
    ["one above all rules together", "LE20", ["LE5", "20-29"], [most("20-29", null)]],
    [
      "one of two in one band",
      "20-29",
      ["11-19", "11-19"],
      [most("11-19", share(0.11, 0.19), false)],
    ],
    [
      "one of two bands that meet",
      "20-29",
      ["LE20", "20-29"],
      [most("20-29", share(0.2, 0.29), false)],
    ],
    ["none that perhaps nobody misses", "LE20", ["LE5", "LE20"], []],
    ["one that is alone", "11-19", ["6-9"], [most("6-9", share(0.06, 0.09))]],
  ] as const)("name as most often not met %s", (_, all, bands, expected) => {
    const rules = bands.map((band) => requirement(band, shown(band)));
    expect(named(kept(standingRow(shown(all)), ...rules), "most-missing")).toEqual(expected);
  });

  it("say among those of two that exactly as many miss", () => {
    const rules = (count: number) => [
      requirement("Goals", exact(count)),
      requirement("First review", exact(3)),
    ];
    expect(kept(standingRow(exact(5)), ...rules(3))).toContainEqual(
      most("Goals", share(0.075), false),
    );
    expect(kept(standingRow(exact(5)), ...rules(4))).toContainEqual(most("Goals", share(0.1)));
  });

  it.each([
    [40, 1],
    [0, 0],
  ])("give the plans of %d of 40 students as %d", (count, of) => {
    expect(messages({ rates: [plans(exact(count))] }).kept.at(-1)).toEqual(plansOpen(share(of)));
  });

  it("give the day of a held figure", () => {
    expect(messages({ rates: [plans()], standings: [standingRow()] }, LATER).kept).toEqual([
      missing(share(0.11, 0.19), "2022-03-15"),
      plansOpen(share(0.9, 1), "2022-03-15"),
    ]);
  });

  it("take neither a grade nor a school for the district", () => {
    const standings = [
      standingRow({ ...shown("GE99"), ...atSchool("East") }),
      standingRow({ ...shown("GE99"), breakdown: "grade", group: "07" }),
      standingRow(),
    ];
    // The grade is counted there, and its share is none of the district's.
    expect(kept(...standings)).toEqual([
      { ...MISSING, values: { ...MISSING.values, grades: ["07"] } },
      PLANS_OPEN,
    ]);
  });

  it.each(["too-few-students", "left-out", "not-applicable", "not-enough-data"] as const)(
    "say why there is no figure: %s",
    (state) => {
      expect(kept(standingRow(unshown(state)))).toEqual([noFigure(state), PLANS_OPEN]);
    },
  );
});

describe("the messages on transitions", () => {
  const move = (group: string, groupName: string, given: object) =>
    rateRow({
      measure: "transition-coverage",
      breakdown: "transition",
      group,
      groupName,
      ...given,
    });
  const ready = (of: object, heldOn: string | null = null, students = 105) => ({
    id: "transition-ready",
    values: { transition: "Grade 8 to 9", share: of, students, heldOn },
  });
  const without = (transition: string, state: string) => ({
    id: "transition-without",
    values: { transition, state },
  });

  it("lead with the one that the fewest are ready for, and say why another is missing", () => {
    const rates = [
      move("transition-6", "Entering grade 6", shown("90-94")),
      move("transition-9", "Grade 8 to 9", shown("40-44", 105)),
      move("transition-12", "Entering grade 12", unshown("too-few-students")),
      move("transition-11", "Grade 11", unshown("not-enough-data")),
      move("transition-10", "Grade 10", unshown("not-applicable")),
    ];
    expect(messages({ rates }).transitions).toEqual([
      ready(share(0.4, 0.44)),
      {
        id: "transition-too",
        values: { transition: "Entering grade 6", share: share(0.9, 0.94), heldOn: null },
      },
      without("Entering grade 12", "too-few-students"),
      without("Grade 11", "not-enough-data"),
      without("Grade 10", "not-applicable"),
    ]);
  });

  it("give the day of a held figure", () => {
    const rates = [move("transition-9", "Grade 8 to 9", shown("40-44", 105))];
    expect(messages({ rates }, LATER).transitions).toEqual([ready(share(0.4, 0.44), "2022-03-15")]);
  });

  it("end after the first where it is the only one", () => {
    const rates = [move("transition-9", "Grade 8 to 9", exact(40))];
    expect(messages({ rates }).transitions).toEqual([ready(share(1), null, 40)]);
  });

  it.each(["too-few-students", "left-out"] as const)("say why none is shown: %s", (state) => {
    const rates = [move("transition-9", "Grade 8 to 9", unshown(state))];
    expect(messages({ rates }).transitions).toEqual([without("Grade 8 to 9", state)]);
  });

  it("say that the mandate names none, whatever schools have, and what is missing of the rest", () => {
    const standings = [standingRow(), requirement("Goals", shown("6-9"))];
    const rates = [move("transition-9", "Grade 8 to 9", atSchool("East"))];
    expect(messages({ standings, rates }).transitions).toEqual([
      { id: "no-transitions", values: { mandate: "Kentucky" } },
      MISSING,
      most("Goals", share(0.06, 0.09)),
    ]);
  });
});

describe("the messages on reviews", () => {
  const status = (name: string, given: object) => statusRow({ status: name, ...given });
  const statuses = [
    statusRow(),
    status("not-held", shown("11-19")),
    status("no-plan", shown("6-9")),
    status("not-due", shown("LE5")),
    status("held-late", shown("LE5")),
  ];
  const onTime = (of: object, given: object = {}) => ({
    id: "reviews-on-time",
    values: { share: of, students: 40, heldOn: null, change: null, ...given },
  });
  const otherwise = (given: object) => ({
    id: "reviews-otherwise",
    values: { notHeld: null, noPlan: null, notDue: null, ...given },
  });

  it("say who had every review on time, and where the others stand", () => {
    expect(messages({ statuses }).reviews).toEqual([
      onTime(share(0.7, 0.79)),
      otherwise({
        notHeld: share(0.11, 0.19),
        noPlan: share(0.06, 0.09),
        notDue: share(0, 0.05),
      }),
    ]);
  });

  it("leave out what nobody exactly is in, and what is not shown", () => {
    const some = [
      statusRow(exact(30)),
      status("not-held", exact(10)),
      status("no-plan", exact(0)),
      status("not-due", unshown("too-few-students")),
    ];
    expect(messages({ statuses: some }).reviews).toEqual([
      onTime(share(0.75)),
      otherwise({ notHeld: share(0.25) }),
    ]);
    expect(messages({ statuses: [statusRow(exact(40))] }).reviews).toEqual([onTime(share(1))]);
  });

  /** How the reviews of the district, and of another place and question, stood before. */
  const past = (
    before: Parameters<typeof rateRow>[0],
    now: Parameters<typeof trendRow>[1] = {},
  ) => [
    trendRow(BEFORE, { ...shown("LE5"), ...atSchool("East") }),
    trendRow(BEFORE, { ...shown("LE5"), measure: "requirements-met" }),
    trendRow(BEFORE, before),
    trendRow(DRAWN_ON, now),
  ];
  const change = (kind: string, before: object) => ({ change: { kind, before, on: BEFORE } });

  it("say how it changed since the release before", () => {
    const said = (of: Parameters<typeof rateRow>[0]) =>
      messages({ statuses, trend: past(of) }).reviews[0];
    const now = share(0.7, 0.79);
    expect(said(shown("GE90"))).toEqual(onTime(now, change("down", share(0.9, 1))));
    expect(said(shown("60-69"))).toEqual(onTime(now, change("up", share(0.6, 0.69))));
    expect(said(shown("70-79"))).toEqual(onTime(now, change("same", now)));
  });

  it("give the day of a held figure, and not that it is as it was since", () => {
    const said = (of: Parameters<typeof rateRow>[0]) =>
      messages(
        {
          statuses,
          trend: [trendRow(BEFORE, of), trendRow(LATER, { drawnOn: DRAWN_ON })],
        },
        LATER,
      ).reviews[0];
    const held = { heldOn: "2022-03-15" };
    expect(said(shown("70-79"))).toEqual(onTime(share(0.7, 0.79), held));
    expect(said(shown("GE90"))).toEqual(
      onTime(share(0.7, 0.79), { ...held, ...change("down", share(0.9, 1)) }),
    );
  });

  it("say that it is not compared where not the same reviews had come due", () => {
    const trend = past(shown("60-69"), { comparableSince: DRAWN_ON });
    expect(messages({ statuses, trend }).reviews[0]).toEqual(
      onTime(share(0.7, 0.79), { change: { kind: "not-compared", on: BEFORE } }),
    );
  });

  /** A school of which so many are not held and so many have no plan. */
  const school = (name: string, notHeld: BandLabel, noPlan: BandLabel = "LE1") => [
    statusRow(atSchool(name)),
    statusRow({ ...atSchool(name), status: "not-held", ...shown(notHeld) }),
    statusRow({ ...atSchool(name), status: "no-plan", ...shown(noPlan) }),
  ];

  it("name the school with most still to do, where no other can have as much", () => {
    const rows = [
      ...statuses,
      ...school("East", "20-29"),
      // More without a plan than another has in all: the two are told together.
      ...school("West", "20-29", "11-19"),
      ...school("South", "6-9"),
      statusRow({ ...atSchool("North"), status: "not-held", ...unshown("too-few-students") }),
      statusRow({ ...atSchool("East"), breakdown: "grade", status: "not-held", ...shown("GE95") }),
      statusRow({
        ...atSchool("East"),
        requirement: "review-1",
        status: "not-held",
        ...shown("GE95"),
      }),
    ];
    expect(messages({ statuses: rows }).reviews.at(-1)).toEqual({
      id: "most-to-do",
      values: {
        ...{ place: "West", notHeld: share(0.2, 0.29), noPlan: share(0.11, 0.19) },
        heldOn: null,
      },
    });
    expect(messages({ statuses: rows }, LATER).reviews.at(-1)).toMatchObject({
      values: { place: "West", heldOn: DRAWN_ON },
    });
  });

  it("say nothing of a part that nobody is in at the school with most still to do", () => {
    const none = statusRow({ ...atSchool("West"), status: "no-plan", ...exact(0) });
    const rows = [
      ...statuses,
      ...school("East", "20-29"),
      ...school("West", "60-69").slice(0, 2),
      none,
    ];
    expect(messages({ statuses: rows }).reviews.at(-1)).toMatchObject({
      values: { place: "West", noPlan: null },
    });
  });

  it.each([
    ["of two schools in one band", ["60-64", "60-64"]],
    ["of two bands that overlap", ["60-69", "60-64"]],
    ["of bands that meet", ["60-69", "40-49"]],
    ["of one school", ["60-64"]],
  ] as const)("name none %s", (kind, bands) => {
    const noPlan = kind === "of bands that meet" ? "20-29" : "LE1";
    const rows = bands.flatMap((band, index) =>
      school(`S${index}`, band, index === 0 ? "LE1" : noPlan),
    );
    expect(named(messages({ statuses: [...statuses, ...rows] }).reviews, "most-to-do")).toEqual([]);
  });

  it.each(["too-few-students", "not-applicable", "not-enough-data"] as const)(
    "say why there is no figure: %s",
    (state) => {
      expect(messages({ statuses: [statusRow(unshown(state))] }).reviews).toEqual([
        noFigure(state),
      ]);
    },
  );

  it("say that no review has a due day, whatever schools and single reviews have, and what is missing of the rest", () => {
    const others = [statusRow(atSchool("East")), statusRow({ requirement: "review-1" })];
    const standings = [standingRow(), requirement("Goals", shown("6-9"))];
    expect(messages({ statuses: others, standings }).reviews).toEqual([
      { id: "no-reviews", values: { mandate: "Kentucky" } },
      MISSING,
      most("Goals", share(0.06, 0.09)),
    ]);
  });
});

describe("the messages of a school's page", () => {
  const met = (school: string, given: object = {}) =>
    rateRow({ measure: "requirements-met", ...atSchool(school), ...given });

  it("say of each school with the mandate's requirements whether it is kept there", () => {
    const standings = [
      standingRow({ ...shown("20-29"), ...atSchool("East") }),
      requirement("Goals", { ...shown("6-9"), ...atSchool("East") }),
      standingRow(),
    ];
    const rates = [met("East"), met("West", unshown("too-few-students")), plans(atSchool("East"))];
    expect(messages({ standings, rates }).schools).toEqual({
      East: [missing(share(0.2, 0.29)), most("Goals", share(0.06, 0.09)), PLANS_OPEN],
      West: [noFigure("too-few-students", "West", "school")],
    });
  });

  it("say of a school without the mandate's grades that it is asked nothing", () => {
    const rates = [met("Elementary", unshown("not-applicable"))];
    expect(messages({ rates }).schools).toEqual({
      Elementary: [{ id: "school-not-covered", values: { place: "Elementary" } }],
    });
  });

  it("say of schools who has a plan where the mandate has no requirements with a figure", () => {
    const rates = [
      plans(atSchool("East")),
      plans({ ...atSchool("East"), breakdown: "grade", group: "07" }),
    ];
    expect(messages({ rates }).schools).toEqual({
      East: [{ id: "none-readable", values: { mandate: "Kentucky" } }, PLANS_OPEN],
    });
  });

  it("say that no plans were sent", () => {
    expect(messages({ rates: [met("East", unshown("not-enough-data"))] }).schools).toEqual({
      East: [noFigure("not-enough-data", "East", "school")],
    });
  });
});

describe("the messages on changes", () => {
  it("are those that are news", () => {
    const changes = [changeRow(), changeRow({ change: "same" }), changeRow(atSchool("East"))];
    expect(messages({ changes, cameDue: [cameDueRow()] }).changes.map(({ id }) => id)).toEqual([
      ...["came-due", "rate-changed"],
    ]);
  });
});

describe("every message", () => {
  const figure = fc.oneof(
    fc.constantFrom(...BAND_LABELS).map((band) => shown(band)),
    fc.nat({ max: 40 }).map((count) => exact(count)),
    fc
      .constantFrom(
        ...FIGURE_STATES.filter(
          (state): state is Exclude<FigureState, "shown"> => state !== "shown",
        ),
      )
      .map((state) => unshown(state)),
  );
  const place = fc.constantFrom({}, atSchool("East"), atSchool("West"));
  const rate = fc
    .record({
      measure: fc.constantFrom(
        ...["requirements-met", "review-timeliness", "plan-coverage", "transition-coverage"],
      ),
      breakdown: fc.constantFrom("all", "grade", "transition"),
    })
    .chain((row) =>
      fc.tuple(place, figure).map(([of, share]) => rateRow({ ...row, ...of, ...share })),
    );
  const status = fc
    .tuple(fc.constantFrom("on-time", "not-held", "no-plan", "not-due"), place, figure)
    .map(([name, of, share]) => statusRow({ status: name, ...of, ...share }));
  const standing = fc
    .tuple(
      fc.constantFrom("all", "Goals", "annual-review"),
      fc.constantFrom("met", "not-met", "not-determinable", "not-applicable"),
      place,
      figure,
    )
    .map(([name, of, place, share]) => requirement(name, { standing: of, ...place, ...share }));
  const step = fc
    .tuple(fc.constantFrom("overdue", "due-soon"), place, figure)
    .map(([need, of, share]) => nextStepRow({ need, ...of, ...share }));
  const group = fc
    .tuple(
      fc.constantFrom("higher", "lower", "unclear", ""),
      fc.integer({ min: -99, max: 99 }),
      figure,
    )
    .map(([gap, points, share]) =>
      share.state === "shown"
        ? studentGroupRow({ gap, gapLow: points, gapHigh: points + 1, ...share })
        : studentGroupRow({ gap: "", gapLow: null, gapHigh: null, ...share }),
    );
  // JSON has no negative zero.
  const number = fc.double({ min: -20, max: 20, noNaN: true }).map((value) => value + 0);
  const association = fc
    .record({
      estimate: fc.option(number),
      half: fc.option(fc.double({ min: 0, max: 9, noNaN: true })),
      exposure: fc.constantFrom("plan", "goals"),
      method: fc.constantFrom("within-school-difference", "spearman", "pearson"),
    })
    .map(({ half, estimate, ...row }) =>
      associationRow({
        ...row,
        estimate,
        low: half === null || estimate === null ? null : estimate - half,
        high: half === null || estimate === null ? null : estimate + half,
      }),
    );
  const change = fc
    .constantFrom("up", "down", "same", "unclear")
    .map((to) => changeRow({ change: to }));

  it("is whole whatever is hidden or missing: no hole, no NaN, and no figure in words", () => {
    fc.assert(
      fc.property(
        fc.record({
          rates: fc.array(rate, { maxLength: 8 }),
          statuses: fc.array(status, { maxLength: 5 }),
          standings: fc.array(standing, { maxLength: 5 }),
          nextSteps: fc.array(step, { maxLength: 4 }),
          studentGroups: fc.array(group, { maxLength: 5 }),
          associations: fc.array(association, { maxLength: 4 }),
          changes: fc.array(change, { maxLength: 3 }),
        }),
        (rows) => {
          const { schools, ...pages } = messages(rows);
          for (const [page, said] of Object.entries(pages)) {
            if (page !== "changes") expect(said.length, page).toBeGreaterThan(0);
          }
          for (const message of [...Object.values(pages), ...Object.values(schools)].flat()) {
            // Neither undefined nor NaN survives, so a page reads what was written.
            expect(JSON.parse(JSON.stringify(message))).toEqual(message);
            expect(JSON.stringify(message)).not.toMatch(/NaN|undefined|Infinity|\[object/);
            expectShares(message.values);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** Every share of a message lies between none and all, its least end first. */
function expectShares(values: object): void {
  for (const [name, value] of Object.entries(values) as [string, unknown][]) {
    if (typeof value !== "object" || value === null || name === "limits") continue;
    expectShares(value);
    if (!("low" in value) || !("high" in value)) continue;
    const { low, high } = value as { readonly low: number; readonly high: number };
    expect([low >= 0, low <= high, high <= 1]).toEqual([true, true, true]);
    expect(Object.keys(value).sort()).toEqual(["high", "low"]);
  }
}

describe("the words of the pages", () => {
  it("claim no cause: definitions, columns and the statement on protection", () => {
    const texts = [
      protectionStatement(DEFAULT_PROTECTION),
      ...METRICS.flatMap((metric) => [
        metric.name,
        metric.definition,
        metric.numerator,
        metric.exclusions,
      ]),
      ...[...TABLES, ...STAFF_TABLES].flatMap((table) => [
        table.title,
        table.description,
        ...table.columns.map(({ definition }) => definition),
      ]),
    ];
    expect(texts.filter((text) => CAUSAL.test(text))).toEqual([]);
    expect("Plans improve attendance.").toMatch(CAUSAL);
    expect("It is due to plans.").toMatch(CAUSAL);
  });
});
