import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import {
  keptMessages,
  nothingAsked,
  ofAllThatIsAsked,
  type OfPlace,
} from "../../../functions/releases/messages/kept.ts";
import type { StandingRow } from "../../../functions/releases/tables/tables.ts";
import { mandateRow, requirementSummary } from "../mandate-rows.ts";
import {
  atSchool,
  exact,
  nextStepRow,
  rateRow,
  shown,
  standingRow,
  unshown,
} from "../release-rows.ts";

const ON = day("2022-03-15");
const HELD_TO = {
  asOf: ON,
  mandate: mandateRow({
    title: "Texas",
    grades: ["09", "10"],
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
const kept = (of: OfPlace, heldTo = HELD_TO) => keptMessages(of, heldTo);

const share = (low: number, high = low) => ({ low, high });
const missing = (of: object, given: object = {}) => ({
  id: "requirements-missing",
  values: {
    share: of,
    ...{ students: 40, mandate: "Texas", grades: [], mostly: "met" as const, heldOn: null },
    ...given,
  },
});
const PLAN_MOST = {
  id: "most-missing",
  values: { requirement: "Plan in grade 9", share: share(0.15), isAlone: true, heldOn: null },
};
const cannotSay = (of: object) => ({ id: "cannot-say-whether-met", values: { share: of } });
const wouldDecide = (of: object) => ({
  id: "would-decide",
  values: { requirement: "Signed", share: of, decides: "signatures (a file)", heldOn: null },
});
const of40 = (id: string) => ({ id, values: { students: 40, mandate: "Texas" } });

describe("whether the mandate is kept", () => {
  it("says for whom it cannot be determined beside who misses something, and what would decide it", () => {
    const of = place(
      divided("all", { met: 10, "not-met": 6, "not-determinable": 24 }),
      divided("plan", { met: 34, "not-met": 6 }),
      divided("signed", { "not-determinable": 20, "not-applicable": 20 }),
    );
    expect(kept(of)).toEqual([
      missing(share(0.15), { mostly: "open" }),
      PLAN_MOST,
      cannotSay(share(0.6)),
      wouldDecide(share(0.5)),
    ]);
  });

  it("does not say that nothing is missing where nothing can be determined", () => {
    const of = place(
      divided("all", { "not-determinable": 40 }),
      divided("plan", { met: 30, "not-determinable": 10 }),
      divided("signed", { "not-determinable": 40 }),
    );
    expect(kept(of)).toEqual([
      of40("none-known-missing"),
      cannotSay(share(1)),
      wouldDecide(share(1)),
    ]);
  });

  it("says at a school what cannot be determined, and leaves what would decide it to the district", () => {
    const rows = [
      ...divided("all", { "not-determinable": 40 }, atSchool("East")),
      ...divided("signed", { "not-determinable": 40 }, atSchool("East")),
    ];
    expect(kept(place(rows)).at(-1)).toEqual({
      id: "cannot-be-determined",
      values: { requirement: "Signed", share: share(1), heldOn: null },
    });
  });

  it("says once what cannot be determined, where no requirement is more pressing", () => {
    const rows = [
      ...divided("all", { "not-determinable": 40 }),
      ...divided("signed", { "not-determinable": 40 }),
    ];
    const about = kept(place(rows)).filter(
      ({ id }) => id === "cannot-be-determined" || id === "would-decide",
    );
    expect(about).toEqual([wouldDecide(share(1))]);
  });

  it.each([
    ["somebody meets it", { met: 1, "not-determinable": 39 }, ["none-known-missing"]],
    [
      "somebody misses it",
      { "not-met": 1, "not-determinable": 39 },
      ["requirements-missing", "most-missing"],
    ],
  ])("names no requirement as undetermined of which %s", (_, counts, first) => {
    const of = place(divided("all", counts), divided("signed", counts));
    expect(kept(of).map(({ id }) => id)).toEqual([...first, "cannot-say-whether-met"]);
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
    expect(kept(of)).toEqual([
      of40("requirements-met"),
      { id: "due-soon", values: { requirement: "Counseling", share: share(1) } },
    ]);
    expect(kept({ ...of, nextSteps: [soon("Goals", 0)] })).toEqual([of40("requirements-met")]);
  });

  it("says that nothing is due yet only where that is so of everybody", () => {
    expect(kept(place(divided("all", { "not-applicable": 40 })))).toEqual([
      of40("nothing-due-yet"),
    ]);
    expect(kept(place(divided("all", { met: 1, "not-applicable": 39 })))).toEqual([
      of40("requirements-met"),
    ]);
  });

  it("counts one student as one", () => {
    const single = divided("all", { met: 1 }).map((row) => ({ ...row, n: 1, low: 0, high: 0 }));
    expect(kept(place(single))).toEqual([
      { id: "requirements-met", values: { students: 1, mandate: "Texas" } },
    ]);
  });

  it("takes a band that begins at zero for nobody known, and says its share", () => {
    const band = (standing: string, of: ReturnType<typeof shown>, requirement = "signed") =>
      standingRow({ requirement, requirementName: "Signed", standing, ...of });
    const of = place([
      standingRow(shown("LE5")),
      band("not-determinable", shown("GE95"), "all"),
      band("met", shown("LE5")),
      band("not-met", shown("LE5")),
      band("not-determinable", shown("GE95")),
    ]);
    expect(kept(of)).toEqual([
      missing(share(0, 0.05), { mostly: "open" }),
      cannotSay(share(0.95, 1)),
      wouldDecide(share(0.95, 1)),
    ]);
  });
});

describe("a mandate that asks for an open plan alone, of which the public sees one part", () => {
  const met = (given: object) => [standingRow({ standing: "met", ...shown("60-69"), ...given })];
  const plans = rateRow({ measure: "plan-coverage", ...shown("60-69") });
  const plansOpen = { id: "plans-open", values: { share: share(0.6, 0.69), heldOn: null } };

  it("is answered by who has one, and not said to be unreadable", () => {
    expect(kept({ ...place(met({})), plans })).toEqual([plansOpen]);
  });

  it("is not answered where that is not shown", () => {
    const none = { state: "too-few-students", level: "district", place: "Cast School District" };
    expect(kept(place(met(unshown("too-few-students"))))).toEqual([
      { id: "no-figure", values: none },
    ]);
  });
});

describe("what a mandate asks where it asks nothing with a figure", () => {
  const rule = requirementSummary;
  const of = (...requirements: readonly ReturnType<typeof rule>[]) =>
    nothingAsked({ asOf: ON, mandate: mandateRow({ title: "Texas", requirements }) });

  it("is nothing, nothing yet, nothing any more, or nothing that records show", () => {
    const mandate = "Texas";
    expect(of()).toEqual([{ id: "no-requirements", values: { mandate } }]);
    const later = { isInForce: false, effectiveFrom: "2024-07-01" };
    expect(of(rule({ ...later, effectiveFrom: "2025-07-01" }), rule(later))).toEqual([
      { id: "none-in-force", values: { mandate, on: "2022-03-15", from: "2024-07-01" } },
    ]);
    const past = { isInForce: false, effectiveFrom: "2019-07-01", effectiveUntil: "2021-06-30" };
    expect(of(rule(past))).toEqual([
      { id: "none-in-force", values: { mandate, on: "2022-03-15", from: null } },
    ]);
    expect(of(rule({ kind: "judged" }), rule(past))).toEqual([
      { id: "none-readable", values: { mandate } },
    ]);
  });
});

describe("what a page of reviews says where the mandate names none", () => {
  const said = (of: OfPlace) => ofAllThatIsAsked(of, HELD_TO);

  it("is whether all that it asks is kept, and the requirement to ask about first", () => {
    const plan = divided("plan", { met: 34, "not-met": 6 });
    expect(said(place(divided("all", { met: 34, "not-met": 6 }), plan))).toEqual([
      missing(share(0.15)),
      PLAN_MOST,
    ]);
    expect(said(place(divided("all", { met: 40 })))).toEqual([of40("requirements-met")]);
    expect(said(place([standingRow(shown("LE5"))]))).toEqual([missing(share(0, 0.05))]);
    const open = divided("signed", { "not-determinable": 40 });
    expect(said(place(divided("all", { met: 34, "not-met": 6 }), plan, open))).toEqual([
      missing(share(0.15)),
      PLAN_MOST,
    ]);
    const soon = nextStepRow({ requirementName: "Goals", need: "due-soon", ...exact(4) });
    expect(said({ ...place(divided("all", { met: 40 })), nextSteps: [soon] })).toEqual([
      of40("requirements-met"),
      { id: "due-soon", values: { requirement: "Goals", share: share(0.1) } },
    ]);
  });

  it("is what cannot be determined, or why there is none", () => {
    expect(
      said(
        place(
          divided("all", { "not-determinable": 40 }),
          divided("signed", { "not-determinable": 40 }),
        ),
      ),
    ).toEqual([of40("none-known-missing"), wouldDecide(share(1))]);
    expect(said(place([standingRow(unshown("too-few-students"))]))).toEqual([
      {
        id: "no-figure",
        values: { state: "too-few-students", level: "district", place: "Cast School District" },
      },
    ]);
    expect(said(place())).toEqual([{ id: "none-readable", values: { mandate: "Texas" } }]);
  });
});
