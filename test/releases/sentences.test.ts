// Longer than most: each page's sentence in every state of its figures.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { protectionStatement, DEFAULT_POLICY } from "../../functions/disclosure/policy.ts";
import { METRICS } from "../../functions/metrics/metrics.ts";
import { sentencesOf } from "../../functions/releases/sentences.ts";
import { TABLES } from "../../functions/releases/tables.ts";
import {
  associationRow,
  changeRow,
  fileRow,
  nextStepRow,
  rateRow,
  rejectRow,
  releaseOf,
  unshown,
} from "./release-rows.ts";

const say = (rows: Parameters<typeof releaseOf>[0]) => sentencesOf(releaseOf(rows), 60);

/** Words that claim a cause (section 2.6 of the statistics note). */
const CAUSAL =
  /\b(impacts?|effect of|improves?|reduces?|leads to|because|due to|drives|boosts|works|proven|causes?)\b/i;

describe("the sentence on whether the mandate is kept", () => {
  it.each([
    [0.75, "8 of 10 students"],
    [0.04, "Hardly any of the students"],
    [0.96, "Nearly all students"],
    [1, "All students"],
    [0, "None of the students"],
  ])("says of the rate %d that it is %s", (rate, words) => {
    expect(say({ rates: [rateRow({ rate })] }).kept).toMatch(
      new RegExp(`^${words} with a review due had every review held on time`),
    );
  });

  it("adds the open plans where they can be shown", () => {
    const plans = { measure: "plan-coverage", rate: 0.9 };
    expect(say({ rates: [rateRow(), rateRow(plans)] }).kept).toMatch(
      /\. 90 ?% of students have an open plan\.$/,
    );
    const hidden = rateRow({ ...plans, ...unshown("hidden") });
    expect(say({ rates: [rateRow(), hidden] }).kept).not.toContain("open plan");
  });

  it("says that nothing is due yet, or that the figure is hidden, and no figure", () => {
    const missing = [rateRow(unshown("not-enough-data"))];
    expect(say({ rates: missing }).kept).toBe(
      "No review is due yet, or no plans were sent, so whether reviews are on time cannot be said.",
    );
    expect(say({ rates: [rateRow(unshown("hidden"))] }).kept).toBe(
      "The figures of Cast School District are hidden to protect students: the group or the count is too small.",
    );
  });
});

describe("the sentence on transitions", () => {
  const at = (group: string, groupName: string, given: object) =>
    rateRow({
      measure: "transition-coverage",
      breakdown: "transition",
      group,
      groupName,
      ...given,
    });

  it("leads with the one that is covered least and says why another is missing", () => {
    const sentence = say({
      rates: [
        at("transition-6", "Entering grade 6", { rate: 0.9 }),
        at("transition-9", "Grade 8 to 9", { rate: 0.4 }),
        at("transition-12", "Entering grade 12", unshown("hidden")),
      ],
    }).transitions;
    expect(sentence).toMatch(/^4 of 10 students at the transition "Grade 8 to 9"/);
    expect(sentence).toMatch(/Entering grade 6: 90 ?%; Entering grade 12: hidden to protect/);
  });

  it("says that there is none, where no student is at one", () => {
    expect(say({}).transitions).toBe("No student of the district is at a transition.");
  });
});

describe("the sentence on attendance", () => {
  const sentence = (given: Parameters<typeof associationRow>[0]) =>
    say({ associations: [associationRow(given)] }).attendance;

  it("gives the difference with its interval, and calls it an association", () => {
    expect(sentence({})).toContain("1.2 percentage points more of the remaining days");
    expect(sentence({})).toMatch(/interval \+0\.2 to \+2\.3 points; about 960 students/);
    expect(sentence({})).toContain("This is an association");
    expect(sentence({ estimate: -1.24, low: -2.28, high: -0.2 })).toContain(
      "1.2 percentage points less",
    );
  });

  it("says no clear difference, never no effect, where the interval holds 0", () => {
    const unclear = sentence({ low: -0.5, high: 3 });
    expect(unclear).toMatch(/^There is no clear difference/);
    expect(unclear).not.toContain("effect");
    expect(sentence({ low: 0, high: 3 })).toMatch(/^There is no clear difference/);
  });

  it("says that the schools are too few for an interval", () => {
    expect(sentence({ low: null, high: null })).toContain("the schools are too few");
  });

  it.each(["hidden", "not-enough-data"] as const)("says what it takes, where it is %s", (state) => {
    expect(sentence({ ...unshown(state), estimate: null, students: null })).toMatch(
      /^There is not enough data yet .* at least 30 students, .* instructional day 60\.$/,
    );
  });
});

describe("the sentence on compliance", () => {
  const school = (name: string, given: object) =>
    rateRow({ level: "school", school: name, schoolName: name, ...given });

  it("names the lowest of the schools that are shown", () => {
    const rates = [
      rateRow(),
      school("East", { rate: 0.8 }),
      school("West", { rate: 0.6 }),
      school("North", unshown("hidden")),
    ];
    expect(say({ rates }).compliance).toMatch(/It is lowest at West \(60 ?%\)\.$/);
  });

  it("does not take a school's grade for the school", () => {
    const rates = [
      rateRow(),
      school("East", { rate: 0.8 }),
      school("West", { rate: 0.6 }),
      school("East", { breakdown: "grade", group: "07", rate: 0.1 }),
    ];
    expect(say({ rates }).compliance).toMatch(/It is lowest at West/);
    expect(say({ rates }).schools["East"]).toMatch(/^At East, 80 ?%/);
  });

  it("says of a school without the mandate's grades that it is asked nothing", () => {
    const rates = [rateRow(), school("Elementary", unshown("not-applicable"))];
    expect(say({ rates }).schools["Elementary"]).toContain("asks nothing of the grades");
  });
});

describe("the sentence on who acts next", () => {
  const sentence = (...rows: readonly Parameters<typeof nextStepRow>[0][]) =>
    say({ "next-steps": rows.map(nextStepRow) }).whoActsNext;

  it("adds up what is overdue and what is due soon", () => {
    expect(sentence({}, { requirement: "review-2", students: 30, need: "due-soon" })).toMatch(
      /^12 reviews are overdue and 30 reviews are due within 30 days/,
    );
  });

  it("says at least where some is hidden", () => {
    const hidden = { requirement: "review-2", students: null, state: "hidden" };
    expect(sentence({}, hidden)).toMatch(/^At least 12 reviews/);
  });

  it("says none only where none is hidden", () => {
    expect(sentence({ students: 0 })).toBe("No review is overdue or due within 30 days.");
    expect(sentence({ students: null, state: "hidden" })).not.toMatch(/^No review/);
    expect(sentence()).toBe(
      "No plans were sent, or no student is under the mandate, so who acts next cannot be said.",
    );
  });
});

describe("the sentence on data quality", () => {
  it("says that all records could be used", () => {
    expect(say({ files: [fileRow, fileRow] }).dataQuality).toBe(
      "All 2,400 records of 2 files could be used.",
    );
  });

  it("counts the records and the files that could not be", () => {
    const sentence = say({
      files: [
        { ...fileRow, accepted: 1197, rejected: 3 },
        { ...fileRow, outcome: "not-recognised", records: 0, accepted: 0 },
      ],
      rejects: [rejectRow],
    }).dataQuality;
    expect(sentence).toMatch(/^3 of 1,200 records/);
    expect(sentence).toMatch(/One file was left out as a whole\.$/);
  });
});

describe("the sentences on changes", () => {
  it("tell of a point or more in a headline of the district", () => {
    expect(say({ changes: [changeRow()] }).changes).toHaveLength(1);
    expect(say({ changes: [changeRow()] }).changes[0]).toMatch(
      /^Reviews held on time: 75 ?%, up 5 points from 70 ?% on 28 February 2022\.$/,
    );
    expect(say({ changes: [changeRow({ differencePoints: -1 })] }).changes[0]).toContain(
      "down 1 point from",
    );
  });

  it.each([
    ["that comes to no point", { differencePoints: 0 }],
    ["of one school", { level: "school", school: "East" }],
    ["of one grade", { breakdown: "grade", group: "07" }],
  ])("do not tell of a change %s", (_name, given) => {
    expect(say({ changes: [changeRow(given)] }).changes).toEqual([]);
  });
});

describe("every sentence", () => {
  const state = fc.constantFrom("shown", "hidden", "not-enough-data", "not-applicable" as const);
  const rate = fc
    .record({
      measure: fc.constantFrom("review-timeliness", "plan-coverage", "transition-coverage"),
      level: fc.constantFrom("district", "school"),
      group: fc.constantFrom("all", "transition-6", "07"),
      rate: fc.double({ min: 0, max: 1, noNaN: true }),
      state,
    })
    .map(({ state: why, rate: value, ...row }) =>
      rateRow({
        ...row,
        school: row.level === "school" ? "East" : "",
        ...(why === "shown" ? { rate: value } : unshown(why as "hidden")),
      }),
    );
  const number = fc.double({ min: -20, max: 20, noNaN: true });
  const association = fc
    .record({
      estimate: number,
      half: fc.option(fc.double({ min: 0, max: 9, noNaN: true })),
      exposure: fc.constantFrom("plan", "goals"),
      method: fc.constantFrom("within-school-difference", "spearman", "pearson"),
      state,
    })
    .map(({ half, estimate, state: why, ...row }) =>
      associationRow(
        why === "shown"
          ? {
              ...row,
              estimate,
              low: half === null ? null : estimate - half,
              high: half === null ? null : estimate + half,
            }
          : { ...row, ...unshown(why as "hidden"), estimate: null, students: null },
      ),
    );
  const step = fc
    .record({
      need: fc.constantFrom("overdue", "due-soon", "no-plan"),
      students: fc.nat({ max: 2000 }),
      isHidden: fc.boolean(),
    })
    .map(({ need, students, isHidden }) =>
      nextStepRow({
        need,
        students: isHidden ? null : students,
        state: isHidden ? "hidden" : "shown",
      }),
    );
  const change = fc
    .record({
      differencePoints: fc.integer({ min: -100, max: 100 }),
      level: fc.constant("district"),
    })
    .map(changeRow);

  it("is whole whatever is hidden or missing: no hole, no NaN, null or undefined", () => {
    fc.assert(
      fc.property(
        fc.array(rate, { maxLength: 8 }),
        fc.array(association, { maxLength: 4 }),
        fc.array(step, { maxLength: 6 }),
        fc.array(change, { maxLength: 3 }),
        (rates, associations, steps, changes) => {
          const {
            changes: news,
            schools,
            ...rest
          } = say({
            ...{ rates, associations, changes, files: [fileRow] },
            "next-steps": steps,
          });
          for (const sentence of [...Object.values(rest), ...Object.values(schools), ...news]) {
            expect(sentence).toMatch(/^[A-Z0-9<>].*\.$/);
            expect(sentence).not.toMatch(/NaN|undefined|null|Infinity|\[object/);
            expect(sentence).not.toMatch(/ {2}|\( ?\)|: ?[.;]| [.,;]|\.\./);
            expect(sentence).not.toMatch(CAUSAL);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("the words of the pages", () => {
  it("claim no cause: definitions, columns and the statement on protection", () => {
    const texts = [
      protectionStatement(DEFAULT_POLICY),
      ...METRICS.flatMap((one) => [one.name, one.definition, one.numerator, one.exclusions]),
      ...TABLES.flatMap((table) => [
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
