// Longer than most: each page's sentence in every state of its figures, in both editions.
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
import { sentencesOf, type Written } from "../../../functions/releases/sentences/sentences.ts";
import { STAFF_TABLES, TABLES } from "../../../functions/releases/tables/tables.ts";
import { mandateRow } from "../mandate-rows.ts";
import {
  associationRow,
  at,
  BAND_LABELS,
  changeRow,
  exact,
  nextStepRow,
  rateRow,
  shown,
  standingRow,
  statusRow,
  studentGroupRow,
  unshown,
  writtenOf,
} from "../release-rows.ts";

const NOTHING_OPEN: ReadingNotes = { absencesOutside: null, hasUndatedEnrollments: false };
/** The day that the rows are drawn on, and one on which they are held. */
const DRAWN_ON = day("2022-03-15");
const LATER = day("2022-03-31");
const say = (
  rows: Partial<Written>,
  asOf = DRAWN_ON,
  mandate = mandateRow(),
  edition: "public" | "staff" = "public",
) =>
  sentencesOf(writtenOf(rows), {
    ...{ edition, asOf, mandate, landmarkDay: 60, reading: NOTHING_OPEN },
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

describe("the sentence on whether the mandate is kept", () => {
  const kept = (...standings: readonly ReturnType<typeof standingRow>[]) =>
    say({ rates: [plans()], standings }).kept;

  it("says who misses a requirement, which most often, and who has a plan", () => {
    const standings = [
      standingRow(),
      standingRow({ standing: "met", ...shown("80-84") }),
      requirement("First review", shown("LE5")),
      requirement("Goals", shown("6-9")),
      requirement("Goals", { standing: "met", ...shown("GE90") }),
    ];
    expect(kept(...standings)).toBe(
      "11–19% of 40 students have at least one requirement that is due and not met (missing or late). Most often not met: Goals (6–9%). 90% or more of students have an open plan.",
    );
  });

  it("gives exact shares in the staff edition, and names no requirement that nobody misses", () => {
    const standings = [
      standingRow(exact(0)),
      requirement("First review", exact(0)),
      requirement("Goals", exact(0)),
    ];
    expect(say({ rates: [plans(exact(37))], standings }).kept).toBe(
      "No requirement that is due is missing for any of 40 students. 93% of students have an open plan.",
    );
    expect(kept(standingRow(exact(1)), requirement("Goals", exact(1)))).toContain(
      "3% of 40 students have at least one requirement that is due and not met (missing or late). Most often not met: Goals (3%).",
    );
  });

  it("leaves out what is not shown, and is whole without plans", () => {
    const standings = [standingRow(), requirement("Goals", unshown("too-few-students"))];
    expect(say({ standings }).kept).toBe(
      "11–19% of 40 students have at least one requirement that is due and not met (missing or late).",
    );
    const hidden = plans(unshown("too-few-students"));
    expect(say({ standings, rates: [hidden] }).kept).not.toContain("open plan");
  });

  it.each([
    [
      "one that is ahead of all others",
      "LE20",
      ["LE5", "11-19"],
      "Most often not met: 11-19 (11–19%).",
    ],
    // It cannot be missing more often than all together, so its figure is not said.
    ["one above all rules together", "LE20", ["LE5", "20-29"], "Most often not met: 20-29."],
    [
      "one of two in one band",
      "20-29",
      ["11-19", "11-19"],
      "Among those most often not met: 11-19 (11–19%).",
    ],
    [
      "one of two bands that meet",
      "20-29",
      ["LE20", "20-29"],
      "Among those most often not met: 20-29 (20–29%).",
    ],
    ["none that perhaps nobody misses", "LE20", ["LE5", "LE20"], null],
    ["one that is alone", "11-19", ["6-9"], "Most often not met: 6-9 (6–9%)."],
  ] as const)("names as most often not met %s", (_, all, bands, named) => {
    const rules = bands.map((band) => requirement(band, shown(band)));
    const sentence = kept(standingRow(shown(all)), ...rules);
    expect(
      / (?:Among those m|M)ost often not met: [^.]+\./.exec(sentence)?.[0].trim() ?? null,
    ).toBe(named);
  });

  it("says among those of two that exactly as many miss", () => {
    const rules = (count: number) => [
      requirement("Goals", exact(count)),
      requirement("First review", exact(3)),
    ];
    expect(kept(standingRow(exact(5)), ...rules(3))).toContain(
      "Among those most often not met: Goals (8%).",
    );
    expect(kept(standingRow(exact(5)), ...rules(4))).toContain("Most often not met: Goals (10%).");
  });

  it("says all and no students", () => {
    const of = (count: number) => say({ rates: [plans(exact(count))] }).kept;
    expect(of(40)).toMatch(/ All students have an open plan\.$/);
    expect(of(0)).toMatch(/ No students have an open plan\.$/);
  });

  it("gives the day of a held figure", () => {
    expect(say({ rates: [plans()], standings: [standingRow()] }, LATER).kept).toBe(
      "11–19% of 40 students have at least one requirement that is due and not met (missing or late), as of March 15, 2022. 90% or more of students have an open plan, as of March 15, 2022.",
    );
  });

  it("takes neither a grade nor a school for the district", () => {
    const standings = [
      standingRow({ ...shown("GE99"), ...at("East") }),
      standingRow({ ...shown("GE99"), breakdown: "grade", group: "07" }),
      standingRow(),
    ];
    expect(kept(...standings)).toMatch(
      /^11–19% of 40 students have at least one requirement that is due and not met/,
    );
  });

  it.each([
    [
      "too-few-students",
      "The schools of Cast School District are too small for public figures. Staff see exact figures in the staff edition.",
    ],
    [
      "left-out",
      "Cast School District has no public figures this school year: its schools had too few students at the year's first release. Staff see exact figures in the staff edition.",
    ],
    ["not-applicable", "No student is in a grade that the mandate covers."],
    [
      "not-enough-data",
      "No plans were sent, so whether the mandate is kept cannot be determined. 90% or more of students have an open plan.",
    ],
  ] as const)("says why there is no figure: %s", (state, sentence) => {
    expect(kept(standingRow(unshown(state)))).toBe(sentence);
  });
});

describe("the sentence on transitions", () => {
  const move = (group: string, groupName: string, given: object) =>
    rateRow({
      measure: "transition-coverage",
      breakdown: "transition",
      group,
      groupName,
      ...given,
    });

  it("leads with the one that the fewest are ready for, and says why another is missing", () => {
    const rates = [
      move("transition-6", "Entering grade 6", shown("90-94")),
      move("transition-9", "Grade 8 to 9", shown("40-44", 105)),
      move("transition-12", "Entering grade 12", unshown("too-few-students")),
      move("transition-11", "Grade 11", unshown("not-enough-data")),
      move("transition-10", "Grade 10", unshown("not-applicable")),
    ];
    expect(say({ rates }).transitions).toBe(
      "40–44% of 105 students are ready for the transition “Grade 8 to 9”: plan open, reviewed, and its focus areas covered. Entering grade 6: 90–94%; Entering grade 12: too few students; Grade 11: not enough data; Grade 10: no such students.",
    );
  });

  it("gives the day of a held figure", () => {
    const rates = [move("transition-9", "Grade 8 to 9", shown("40-44", 105))];
    expect(say({ rates }, LATER).transitions).toBe(
      "40–44% of 105 students are ready for the transition “Grade 8 to 9”, as of March 15, 2022: plan open, reviewed, and its focus areas covered.",
    );
  });

  it("ends after the first where it is the only one", () => {
    const rates = [move("transition-9", "Grade 8 to 9", exact(40))];
    expect(say({ rates }).transitions).toMatch(/^All of 40 students are ready .* covered\.$/);
  });

  it("says that none can be shown", () => {
    const rates = [move("transition-9", "Grade 8 to 9", unshown("too-few-students"))];
    expect(say({ rates }).transitions).toBe(
      "No transition can be shown. Grade 8 to 9: too few students.",
    );
    const leftOut = [move("transition-9", "Grade 8 to 9", unshown("left-out"))];
    expect(say({ rates: leftOut }).transitions).toBe(
      "No transition can be shown. Grade 8 to 9: left out.",
    );
  });

  it("says that the mandate names none, whatever schools have, and what is missing of the rest", () => {
    const none = "Kentucky names no review at a transition, so no transition is followed.";
    const standings = [standingRow(), requirement("Goals", shown("6-9"))];
    const rates = [move("transition-9", "Grade 8 to 9", at("East"))];
    expect(say({ standings, rates }).transitions).toBe(
      `${none} Of all that it asks, most often not met: Goals (6–9%).`,
    );
  });
});

describe("the sentence on compliance", () => {
  const status = (name: string, given: object) => statusRow({ status: name, ...given });
  const statuses = [
    statusRow(),
    status("not-held", shown("11-19")),
    status("no-plan", shown("6-9")),
    status("not-due", shown("LE5")),
    status("held-late", shown("LE5")),
  ];

  it("says who had every review on time, and where the others stand", () => {
    expect(say({ statuses }).compliance).toBe(
      "70–79% of 40 students had every review so far held on time. 11–19% have a review that was not held, 6–9% have no plan though a review is due, at most 5% have no review due yet.",
    );
  });

  it("leaves out what nobody exactly is in, and what is not shown", () => {
    const some = [
      statusRow(exact(30)),
      status("not-held", exact(10)),
      status("no-plan", exact(0)),
      status("not-due", unshown("too-few-students")),
    ];
    expect(say({ statuses: some }).compliance).toBe(
      "75% of 40 students had every review so far held on time. 25% have a review that was not held.",
    );
    expect(say({ statuses: [statusRow(exact(40))] }).compliance).toBe(
      "All of 40 students had every review so far held on time.",
    );
  });

  it("says how it changed since the release before", () => {
    const changes = [changeRow(at("East")), changeRow({ change: "down" })];
    expect(say({ statuses, changes }).compliance).toContain(
      "held on time, down from 66% on February 28, 2022. 11–19% have",
    );
  });

  it("gives the day of a held figure, and not that it is as it was since", () => {
    const sentence = (change: string) =>
      say({ statuses, changes: [changeRow({ change })] }, LATER).compliance;
    expect(sentence("same")).toContain("held on time, as of March 15, 2022. 11–19% have");
    expect(sentence("down")).toContain(
      "held on time, as of March 15, 2022, down from 66% on February 28, 2022. 11–19% have",
    );
    expect(say({ statuses, changes: [changeRow({ change: "same" })] }).compliance).toContain(
      "held on time, as on February 28, 2022.",
    );
  });

  it("says that it is not compared where not the same reviews had come due", () => {
    const notCompared = [changeRow({ breakdown: "transition" }), changeRow()];
    expect(say({ statuses, notCompared }).compliance).toContain(
      "held on time, not compared with February 28, 2022, when a different set of requirements was due. 11–19% have",
    );
    const others = [changeRow({ measure: "requirements-met" })];
    expect(say({ statuses, notCompared: others }).compliance).not.toContain("compared");
  });

  it("names the school with the fewest, where one is certainly lower than the others", () => {
    const rates = [
      rateRow(),
      rateRow({ ...at("East"), ...shown("80-84") }),
      rateRow({ ...at("West"), ...shown("60-64") }),
      rateRow({ ...at("North"), ...unshown("too-few-students") }),
      rateRow({ ...at("East"), breakdown: "grade", group: "07", ...shown("LE5") }),
      plans({ ...at("South"), ...shown("LE5") }),
    ];
    expect(say({ statuses, rates }).compliance).toMatch(/ Fewest at West \(60–64%\)\.$/);
  });

  it.each([
    ["of two schools in one band", ["60-64", "60-64"]],
    ["of two bands that overlap", ["60-69", "60-64"]],
    ["of bands that overlap", ["GE50", "60-64"]],
    ["of one school", ["60-64"]],
  ] as const)("names none %s", (_, bands) => {
    const rates = bands.map((band, index) => rateRow({ ...at(`S${index}`), ...shown(band) }));
    expect(say({ statuses, rates }).compliance).not.toContain("Fewest");
  });

  it.each([
    ["too-few-students", /^The schools of Cast School District are too small for public figures\./],
    ["not-applicable", /^No student is in a grade that the mandate covers\.$/],
    [
      "not-enough-data",
      /^No plans were sent, so whether the mandate is kept cannot be determined\.$/,
    ],
  ] as const)("says why there is no figure: %s", (state, sentence) => {
    expect(say({ statuses: [statusRow(unshown(state))] }).compliance).toMatch(sentence);
  });

  it("says that no review has a due day, whatever schools and single reviews have, and what is missing of the rest", () => {
    const others = [statusRow(at("East")), statusRow({ requirement: "review-1" })];
    const standings = [standingRow(), requirement("Goals", shown("6-9"))];
    expect(say({ statuses: others, standings }).compliance).toBe(
      "Kentucky names no review with a due day. Of all that it asks, most often not met: Goals (6–9%).",
    );
  });
});

describe("the sentence on who acts next", () => {
  const staff = (given: Partial<Written>, asOf = DRAWN_ON) =>
    say(given, asOf, mandateRow(), "staff").whoActsNext;
  const sentence = (...rows: readonly Parameters<typeof nextStepRow>[0][]) =>
    staff({ nextSteps: rows.map(nextStepRow) });
  const inPublic = (...rows: readonly Parameters<typeof nextStepRow>[0][]) =>
    say({ nextSteps: rows.map(nextStepRow) }).whoActsNext;

  it.each([
    ["most often late or missing: First review of the year, review overdue (", {}],
    [
      "most often late or missing: Graduation plan (",
      { requirementName: "Graduation plan", need: "not-met", needName: "Plan late or missing" },
    ],
    [
      "most often not ready: Grade 8 to 9 (",
      { requirementName: "Grade 8 to 9", need: "not-ready", needName: "Not ready" },
    ],
  ])("claims in public nothing of requirements left out: %s", (words, given) => {
    const rest = "30–39% of 40 students). The worklist names who acts next.";
    const row = { ...given, ...shown("30-39") };
    expect(inPublic(row)).toBe(`Of the requirements with public figures, ${words}${rest}`);
    expect(inPublic(row, row)).toContain(`figures, among those ${words}`);
  });

  it("says in public of the requirements with figures alone that few are late, and never that nothing is", () => {
    const few =
      "Few students, if any, are known to be late with, or not ready for, any one of the requirements with public figures. The worklist names who acts next, and what comes due soon.";
    expect(inPublic(shown("LE5"))).toBe(few);
    expect(inPublic(exact(0))).toBe(few);
    expect(inPublic()).toBe(
      "No requirement of Kentucky has a public figure of what is late or missing. Records to fix are on the worklist.",
    );
  });

  it("names what the most students wait for", () => {
    const soon = { requirementName: "Second review", needName: "Due within 30 days" };
    expect(sentence({}, { ...soon, ...shown("30-39") }, shown("LE5"))).toBe(
      "What students wait for most often: Second review, due within 30 days (30–39% of 40 students). The worklist names who acts next.",
    );
    expect(sentence(exact(3), { ...soon, ...exact(4) })).toContain(
      "Second review, due within 30 days (10% of 40 students).",
    );
  });

  it("says among what where the first is not ahead of the second", () => {
    const second = { requirementName: "Second review" };
    const among =
      /^Among what students wait for most often: First review of the year, review overdue \(/;
    expect(sentence(shown("30-39"), { ...second, ...shown("30-39") })).toMatch(among);
    expect(sentence(exact(4), { ...second, ...exact(4) })).toMatch(among);
    // As many students of fewer.
    expect(sentence(exact(3, 49), { ...second, ...exact(3, 30) })).toMatch(/^Among /);
    expect(sentence(shown("30-39"), { ...second, ...shown("20-29") })).toMatch(/^What /);
  });

  it("gives the day of a held figure", () => {
    const nextSteps = [nextStepRow(shown("30-39"))];
    expect(staff({ nextSteps }, LATER)).toContain("(30–39% of 40 students, as of March 15, 2022).");
  });

  it("says that no plans were sent where a transition is too small besides", () => {
    expect(sentence(unshown("too-few-students"), unshown("not-enough-data"))).toMatch(
      /^No plans were sent/,
    );
  });

  it("does not say few where a band from zero reaches far", () => {
    expect(sentence(shown("LT50"))).toMatch(
      /^What students wait for most often: .*\(less than half of 40 students\)/,
    );
  });

  it("says few, if any, where it may be nobody", () => {
    expect(sentence(shown("LE5"))).toBe(
      "Few students, if any, are known to be late with any one requirement. The worklist names who acts next, and what comes due soon.",
    );
  });

  it.each([
    [
      "too-few-students",
      "The district's schools are too small for public figures; the worklist names who acts next.",
    ],
    ["not-enough-data", "No plans were sent, so who acts next cannot be said."],
    [
      "not-applicable",
      "No student is in a grade that the mandate covers. Records to fix are on the worklist.",
    ],
  ] as const)("says why it cannot be said: %s", (state, text) => {
    expect(sentence(unshown(state))).toBe(text);
  });

  it("says where nobody waits which records are to be fixed, and never that nobody acts", () => {
    const problems = [
      { problemName: "Plan at another school", count: 3 },
      { problemName: "Enrolled without a plan", count: 1200 },
      { problemName: "Plan in another grade", count: 0 },
    ];
    const of = (counted: typeof problems) =>
      staff({ nextSteps: [nextStepRow(exact(0))], problems: counted });
    expect(of(problems)).toBe(
      "No record shows anything overdue or due within 30 days. Records to fix are on the worklist, most often: enrolled without a plan (1,200 students).",
    );
    expect(of(problems.slice(2))).toMatch(/ Records to fix are on the worklist\.$/);
  });

  it("says that the mandate asks nothing, whatever a school's rows are", () => {
    const nothing = mandateRow({ title: "Illinois", requirements: [] });
    const none =
      "Nothing is asked of a student's plan by Illinois. Records to fix are on the worklist.";
    expect(say({}, DRAWN_ON, nothing).whoActsNext).toBe(none);
    const nextSteps = [nextStepRow(at("East"))];
    expect(say({ nextSteps }, DRAWN_ON, nothing).whoActsNext).toBe(none);
  });
});

describe("the sentence of a school's page", () => {
  const met = (school: string, given: object = {}) =>
    rateRow({ measure: "requirements-met", ...at(school), ...given });

  it("says of each school with the mandate's requirements whether it is kept there", () => {
    const standings = [
      standingRow({ ...shown("20-29"), ...at("East") }),
      requirement("Goals", { ...shown("6-9"), ...at("East") }),
      standingRow(),
    ];
    const rates = [met("East"), met("West", unshown("too-few-students")), plans(at("East"))];
    expect(say({ standings, rates }).schools).toEqual({
      East: "East: 20–29% of 40 students have at least one requirement that is due and not met (missing or late). Most often not met: Goals (6–9%). 90% or more of students have an open plan.",
      West: "West has too few students for public figures. Staff see exact figures in the staff edition.",
    });
  });

  it("says of a school without the mandate's grades that it is asked nothing", () => {
    const rates = [met("Elementary", unshown("not-applicable"))];
    expect(say({ rates }).schools).toEqual({
      Elementary: "The mandate asks nothing of the grades at Elementary; its attendance is shown.",
    });
  });

  it("says of schools who has a plan where the mandate has no requirements with a figure", () => {
    const rates = [plans(at("East")), plans({ ...at("East"), breakdown: "grade", group: "07" })];
    expect(say({ rates }).schools).toEqual({
      East: "East: nothing that Kentucky asks can be read from records, so whether it is kept cannot be determined. 90% or more of students have an open plan.",
    });
  });

  it("says that no plans were sent", () => {
    expect(say({ rates: [met("East", unshown("not-enough-data"))] }).schools).toEqual({
      East: "No plans were sent, so whether the mandate is kept cannot be determined.",
    });
  });
});

describe("the sentences on changes", () => {
  it("are those that are news", () => {
    const changes = [changeRow(), changeRow({ change: "same" }), changeRow(at("East"))];
    expect(say({ changes }).changes).toEqual([
      "Reviews held on time: 67%, up from 66% on February 28, 2022.",
    ]);
  });
});

describe("every sentence", () => {
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
  const place = fc.constantFrom({}, at("East"), at("West"));
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
    .map(([name, of, at, share]) => requirement(name, { standing: of, ...at, ...share }));
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
  const number = fc.double({ min: -20, max: 20, noNaN: true });
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

  it("is whole whatever is hidden or missing: no hole, no NaN, null or undefined", () => {
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
          const { changes: news, schools, ...rest } = say(rows);
          for (const sentence of [...Object.values(rest), ...Object.values(schools), ...news]) {
            expect(sentence).toMatch(/^[A-Z0-9<>].*\.$/);
            expect(sentence).not.toMatch(/NaN|undefined|null|Infinity|\[object/);
            expect(sentence).not.toMatch(/ {2}|\( ?\)|: ?[.;]| [.,;]|\.\./);
            expect(sentence).not.toMatch(CAUSAL);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("the words of the pages", () => {
  it("claim no cause: definitions, columns and the statement on protection", () => {
    const texts = [
      protectionStatement(DEFAULT_PROTECTION),
      ...METRICS.flatMap((one) => [one.name, one.definition, one.numerator, one.exclusions]),
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
