import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import {
  keptSentence,
  nothingAsked,
  ofAllThatIsAsked,
  type OfPlace,
} from "../../../functions/releases/sentences/kept-sentence.ts";
import type { StandingRow } from "../../../functions/releases/tables/tables.ts";
import { mandateRow, requirementSummary } from "../mandate-rows.ts";
import { at, exact, nextStepRow, shown, standingRow, unshown } from "../release-rows.ts";

const ON = day("2022-03-15");
const HELD_TO = {
  asOf: ON,
  mandate: mandateRow({
    title: "Texas",
    requirements: [
      requirementSummary({ id: "plan", name: "Plan in grade 9" }),
      requirementSummary({ id: "signed", name: "Signed", wouldDecide: "signatures (a file)" }),
    ],
  }),
};
const NAMES: { readonly [id: string]: string } = { plan: "Plan in grade 9", signed: "Signed" };

/** How 40 students of the district divide on one requirement, or on all of them. */
const divided = (
  requirement: string,
  counts: { readonly [standing: string]: number },
  given: Partial<StandingRow> = {},
): readonly StandingRow[] =>
  ["met", "not-met", "not-determinable", "not-applicable"].map((standing) =>
    standingRow({
      requirement,
      requirementName: NAMES[requirement] ?? requirement,
      standing,
      ...exact(counts[standing] ?? 0),
      ...given,
    }),
  );
const place = (...rows: readonly (readonly StandingRow[])[]): OfPlace => ({
  plans: undefined,
  standings: rows.flat(),
  nextSteps: [],
});
const kept = (of: OfPlace, heldTo = HELD_TO) => keptSentence(of, heldTo);

describe("whether the mandate is kept", () => {
  it("says for whom it cannot be determined beside who misses something, and what would decide it", () => {
    const of = place(
      divided("all", { met: 10, "not-met": 6, "not-determinable": 24 }),
      divided("plan", { met: 34, "not-met": 6 }),
      divided("signed", { "not-determinable": 20, "not-applicable": 20 }),
    );
    expect(kept(of)).toBe(
      "15% of 40 students have at least one requirement that is due and not met (missing or late). Most often not met: Plan in grade 9 (15%). For 60% of the students it cannot be determined whether all is met. What would decide “Signed” (50%): signatures (a file).",
    );
  });

  it("does not say that nothing is missing where nothing can be determined", () => {
    const of = place(
      divided("all", { "not-determinable": 40 }),
      divided("plan", { met: 30, "not-determinable": 10 }),
      divided("signed", { "not-determinable": 40 }),
    );
    expect(kept(of)).toBe(
      "No requirement that is due is known to be missing for any of 40 students. For all of the students it cannot be determined whether all is met. What would decide “Signed” (all): signatures (a file).",
    );
  });

  it("says at a school what cannot be determined, and leaves what would decide it to the district", () => {
    const rows = [
      ...divided("all", { "not-determinable": 40 }, at("East")),
      ...divided("signed", { "not-determinable": 40 }, at("East")),
    ];
    expect(kept(place(rows))).toMatch(/ Cannot be determined: Signed \(all\)\.$/);
  });

  it.each([
    ["somebody meets it", { met: 1, "not-determinable": 39 }],
    ["somebody misses it", { "not-met": 1, "not-determinable": 39 }],
  ])("names no requirement as undetermined of which %s", (_, counts) => {
    const of = place(divided("all", counts), divided("signed", counts));
    expect(kept(of)).toContain("it cannot be determined whether all is met.");
    expect(kept(of)).not.toMatch(/What would decide|Cannot be determined/);
  });

  it("names what comes due soon where nothing is missing or undetermined", () => {
    const soon = (name: string, count: number) =>
      nextStepRow({ requirementName: name, need: "due-soon", ...exact(count) });
    const of = {
      ...place(divided("all", { met: 4, "not-applicable": 36 })),
      nextSteps: [
        soon("Goals", 3),
        soon("Counseling", 40),
        nextStepRow({ requirementName: "Plan", ...exact(0) }),
        soon("Nobody's", 0),
      ],
    };
    expect(kept(of)).toBe(
      "No requirement that is due is missing for any of 40 students. Due within 30 days: Counseling (all).",
    );
    expect(kept({ ...of, nextSteps: [soon("Goals", 0)] })).toMatch(/of 40 students\.$/);
  });

  it("says that nothing is due yet only where that is so of everybody", () => {
    expect(kept(place(divided("all", { "not-applicable": 40 })))).toBe(
      "Nothing that Texas asks is due yet for any of 40 students.",
    );
    expect(kept(place(divided("all", { met: 1, "not-applicable": 39 })))).toBe(
      "No requirement that is due is missing for any of 40 students.",
    );
  });

  it("counts one student as a student", () => {
    const one = divided("all", { met: 1 }).map((row) => ({ ...row, n: 1, low: 0, high: 0 }));
    expect(kept(place(one))).toMatch(/ for any of 1 student\.$/);
  });

  it("takes a band that begins at zero for nobody known, and says its share", () => {
    const band = (standing: string, share: ReturnType<typeof shown>, requirement = "signed") =>
      standingRow({ requirement, requirementName: "Signed", standing, ...share });
    const of = place([
      standingRow(shown("LE5")),
      band("not-determinable", shown("GE95"), "all"),
      band("met", shown("LE5")),
      band("not-met", shown("LE5")),
      band("not-determinable", shown("GE95")),
    ]);
    expect(kept(of)).toBe(
      "At most 5% of 40 students have at least one requirement that is due and not met (missing or late). For 95% or more of the students it cannot be determined whether all is met. What would decide “Signed” (95% or more): signatures (a file).",
    );
  });
});

describe("what a mandate asks where it asks nothing with a figure", () => {
  const rule = (given: Parameters<typeof requirementSummary>[0]) => requirementSummary(given);
  const of = (...requirements: readonly ReturnType<typeof rule>[]) =>
    nothingAsked({ asOf: ON, mandate: mandateRow({ title: "Texas", requirements }) });

  it("is nothing, nothing yet, nothing any more, or nothing that records show", () => {
    expect(of()).toBe("Nothing is asked of a student's plan by Texas.");
    const later = { isInForce: false, effectiveFrom: "2024-07-01" };
    expect(of(rule({ ...later, effectiveFrom: "2025-07-01" }), rule(later))).toBe(
      "None of the requirements of Texas is in force on March 15, 2022; the first requirement begins on July 1, 2024.",
    );
    const past = { isInForce: false, effectiveFrom: "2019-07-01", effectiveUntil: "2021-06-30" };
    expect(of(rule(past))).toBe("None of the requirements of Texas is in force on March 15, 2022.");
    expect(of(rule({ kind: "judged" }), rule(past))).toBe(
      "Nothing that Texas asks can be read from records, so whether it is kept cannot be determined.",
    );
  });
});

describe("what a page of reviews says where the mandate names none", () => {
  const said = (of: OfPlace) => ofAllThatIsAsked(of, HELD_TO);

  it("is the requirement to ask about first, or why there is none", () => {
    const plan = divided("plan", { met: 34, "not-met": 6 });
    expect(said(place(divided("all", { met: 34, "not-met": 6 }), plan))).toBe(
      "Of all that it asks, most often not met: Plan in grade 9 (15%).",
    );
    expect(
      said(
        place(
          divided("all", { "not-determinable": 40 }),
          divided("signed", { "not-determinable": 40 }),
        ),
      ),
    ).toBe("Of all that it asks, cannot be determined: Signed (all).");
    expect(said(place(divided("all", { met: 40 })))).toBe(
      "Of all that it asks, no requirement that is due is known to be missing.",
    );
    expect(said(place([standingRow(shown("LE5"))]))).toBe(
      "Of all that it asks, at most 5% of 40 students have at least one requirement that is due and not met (missing or late).",
    );
    expect(said(place([standingRow(unshown("too-few-students"))]))).toMatch(/^The schools of /);
    expect(said(place())).toMatch(/^Nothing that Texas asks can be read/);
  });
});
