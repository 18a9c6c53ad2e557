// Longer than most: each page's sentence in every state of its figures.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { protectionStatement } from "../../functions/disclosure/policy.ts";
import { DEFAULT_SUPPRESSION } from "../../functions/disclosure/suppression-policy.ts";
import { METRICS } from "../../functions/metrics/metrics.ts";
import type { ReadingNotes } from "../../functions/releases/manifest.ts";
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

const NOTHING_OPEN: ReadingNotes = { absencesOutside: null, hasUndatedStays: false };
const say = (rows: Parameters<typeof releaseOf>[0], reading = NOTHING_OPEN) =>
  sentencesOf(releaseOf(rows), 60, reading);

/** Words that claim a cause (section 2.6 of the statistics note). */
const CAUSAL =
  /\b(impacts?|effect of|improves?|reduces?|leads to|because|due to|drives|boosts|works|proven|causes?)\b/i;

describe("the sentence on whether the mandate is kept", () => {
  it.each([
    ["70-79", "70–79% of students"],
    ["LE5", "At most 5% of students"],
    ["GE95", "95% or more of students"],
    ["LT50", "Less than half of students"],
    ["GE50", "Half or more of students"],
    ["67", "67% of students"],
  ])("says of the band %s that it is %s", (band, words) => {
    expect(say({ rates: [rateRow({ band })] }).kept).toBe(
      `${words} with a review due had every review held on time.`,
    );
  });

  it("adds the open plans where they can be shown", () => {
    const plans = { measure: "plan-coverage", band: "GE90" };
    expect(say({ rates: [rateRow(), rateRow(plans)] }).kept).toMatch(
      /\. 90% or more of students have an open plan\.$/,
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
      "The figures of Cast School District are hidden to protect students: the group is too small, or another hidden figure could be worked out from them.",
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
        at("transition-6", "Entering grade 6", { band: "90-94" }),
        at("transition-9", "Grade 8 to 9", { band: "40-44" }),
        at("transition-12", "Entering grade 12", unshown("hidden")),
      ],
    }).transitions;
    expect(sentence).toMatch(/^40–44% of students at the transition "Grade 8 to 9"/);
    expect(sentence).toMatch(/Entering grade 6: 90–94%; Entering grade 12: hidden to protect/);
  });

  it("says that there is none, where no student is at one", () => {
    const rates = ["transition-6", "transition-9"].map((id) =>
      at(id, id, unshown("not-applicable")),
    );
    expect(say({ rates }).transitions).toBe("No student of the district is at a transition.");
  });

  it("says that the mandate has none, where it names none", () => {
    expect(say({}).transitions).toBe(
      "The mandate in force names no review at a transition, so no cohort is followed.",
    );
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
      school("East", { band: "80-84" }),
      school("West", { band: "60-64" }),
      school("North", unshown("hidden")),
    ];
    expect(say({ rates }).compliance).toMatch(/It is lowest at West \(60–64%\)\.$/);
  });

  it("does not take a school's grade for the school", () => {
    const rates = [
      rateRow(),
      school("East", { band: "80-84" }),
      school("West", { band: "60-64" }),
      school("East", { breakdown: "grade", group: "07", band: "LE10" }),
    ];
    expect(say({ rates }).compliance).toMatch(/It is lowest at West/);
    expect(say({ rates }).schools["East"]).toMatch(/^At East, 80–84%/);
  });

  it("says of a school without the mandate's grades that it is asked nothing", () => {
    const rates = [rateRow(), school("Elementary", unshown("not-applicable"))];
    expect(say({ rates }).schools["Elementary"]).toContain("asks nothing of the grades");
  });
});

describe("the sentence on who acts next", () => {
  const sentence = (...rows: readonly Parameters<typeof nextStepRow>[0][]) =>
    say({ "next-steps": rows.map(nextStepRow) }).whoActsNext;

  it("names the requirement that most students wait for", () => {
    const soon = { requirementName: "Second review", need: "due-soon", band: "30-39" };
    expect(sentence({}, { requirementName: "Second review", band: "LE5" }, soon)).toBe(
      "First review of the year: 11–19% of its students have it overdue. Second review: 30–39% of its students have it due within 30 days. The worklist names who acts next.",
    );
  });

  it("says at most where it may be nobody", () => {
    expect(sentence({ band: "LE5" })).toMatch(
      /^Of each requirement with a figure, at most 5% of its students have a review overdue\./,
    );
  });

  it("says that it is hidden, and never none", () => {
    expect(sentence({ band: null, state: "hidden" })).toMatch(/is hidden to protect students/);
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

describe("the sentence on data quality, of what is no reject", () => {
  it("counts the records that only repeat or correct others", () => {
    expect(say({ files: [{ ...fileRow, repeated: 12 }] }).dataQuality).toBe(
      "All 1,200 records of 1 file could be used. 12 records repeat or correct an earlier one of their file and count once.",
    );
  });

  it("tells of absences that no measure counts, and of stays without a first day", () => {
    const sentence = say(
      { files: [fileRow] },
      {
        absencesOutside: "fewer than 10",
        hasUndatedStays: true,
      },
    );
    expect(sentence.dataQuality).toMatch(
      / Fewer than 10 absences are on days on which their students were /,
    );
    expect(sentence.dataQuality).toContain("Some enrollments have no first day in any file");
  });
});

describe("the sentences on changes", () => {
  it("tell of a headline of the district that went up or down", () => {
    expect(say({ changes: [changeRow()] }).changes).toHaveLength(1);
    expect(say({ changes: [changeRow()] }).changes[0]).toMatch(
      /^Reviews held on time: 75%, up from 70% on 28 February 2022\.$/,
    );
    expect(say({ changes: [changeRow({ change: "down" })] }).changes[0]).toContain("down from");
  });

  it.each([
    ["that is none", { change: "same" }],
    ["that nobody can be sure of", { change: "unclear" }],
    ["of one school", { level: "school", school: "East" }],
    ["of one grade", { breakdown: "grade", group: "07" }],
  ])("do not tell of a change %s", (_name, given) => {
    expect(say({ changes: [changeRow(given)] }).changes).toEqual([]);
  });
});

describe("every sentence", () => {
  const state = fc.constantFrom("shown", "hidden", "not-enough-data", "not-applicable" as const);
  const band = fc.constantFrom("LT50", "GE50", "LE5", "6-9", "40-44", "67", "GE99");
  const rate = fc
    .record({
      measure: fc.constantFrom("review-timeliness", "plan-coverage", "transition-coverage"),
      level: fc.constantFrom("district", "school"),
      group: fc.constantFrom("all", "transition-6", "07"),
      band,
      state,
    })
    .map(({ state: why, band: value, ...row }) =>
      rateRow({
        ...row,
        school: row.level === "school" ? "East" : "",
        ...(why === "shown" ? { band: value } : unshown(why as "hidden")),
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
      band,
      isHidden: fc.boolean(),
    })
    .map(({ need, band: value, isHidden }) =>
      nextStepRow({
        need,
        band: isHidden ? null : value,
        state: isHidden ? "hidden" : "shown",
      }),
    );
  const change = fc
    .record({
      change: fc.constantFrom("up", "down", "same", "unclear"),
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
      protectionStatement(DEFAULT_SUPPRESSION),
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
