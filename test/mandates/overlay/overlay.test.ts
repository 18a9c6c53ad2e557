import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mandateById } from "../../../functions/mandates/rules/mandates.ts";
import { overlay } from "../../../functions/mandates/overlay/overlay.ts";
import type { Due } from "../../../functions/mandates/rules/due.ts";
import { isNotLater } from "../../../functions/mandates/overlay/not-later.ts";
import type { Requirement } from "../../../functions/mandates/rules/requirement.ts";
import { effectivePractice } from "../../../functions/mandates/rules/effective-practice.ts";

const requirement = (jurisdiction: string, id: string): Requirement =>
  mandateById(jurisdiction).requirements.find((requirement) => requirement.id === id)!;

const laid = (jurisdiction: string, ...requirements: readonly Requirement[]) =>
  overlay(mandateById(jurisdiction), { id: "grand-bend", title: "Grand Bend", requirements });

/** Why a district's version of one requirement is refused; nothing when it may stand. */
const refused = (jurisdiction: string, id: string, change: object): readonly string[] => {
  const overlaid = laid(jurisdiction, {
    ...requirement(jurisdiction, id),
    ...change,
  } as Requirement);
  return overlaid.kind === "accepted" ? [] : overlaid.refusals.flatMap(({ because }) => because);
};

describe("overlay", () => {
  it("puts a stricter rule in the place of the state's, and adds others at the end", () => {
    const stricter = {
      ...requirement("IA", "plan-opened"),
      due: { kind: "grade", edge: "begin", grade: "08", says: "By the first day." },
    } as Requirement;
    const added = { ...requirement("RI", "review-2"), id: "second-review" };
    const overlaid = laid("IA", stricter, added);
    if (overlaid.kind === "refused") throw new Error("refused");
    const ids = overlaid.mandate.requirements.map(({ id }) => id);
    expect(overlaid.mandate.id).toBe("IA+grand-bend");
    expect(overlaid.mandate.requirements[0]).toEqual({ ...stricter, status: "convention" });
    expect(ids.at(-1)).toBe("second-review");
    expect(ids).toHaveLength(mandateById("IA").requirements.length + 1);
  });

  it("refuses a looser one and gives both rules back", () => {
    const looser = {
      ...requirement("VT", "annual-update"),
      due: { kind: "calendar-date", month: 12, day: 1 },
    } as Requirement;
    expect(laid("VT", looser)).toEqual({
      kind: "refused",
      refusals: [
        {
          state: requirement("VT", "annual-update"),
          district: looser,
          because: ["due later, or on a date that cannot be compared"],
        },
      ],
      grace: null,
    });
  });

  it.each([
    ["VT", "annual-update", { due: { kind: "calendar-date", month: 11, day: 29 } }],
    ["VT", "annual-update", { due: { kind: "calendar-date", month: 9, day: 30 } }],
    ["AR", "plan-opened", { due: { kind: "grade", edge: "end", grade: "07" } }],
    ["NC", "plan-for-entrants", { due: { kind: "days-enrolled", days: 60, unit: "calendar" } }],
    [
      "KY",
      "plan-opened",
      { due: { kind: "days-into-grade", grade: "06", days: 90, unit: "calendar" } },
    ],
    ["HI", "periodic-review", { due: { kind: "year-end" } }],
    [
      "TN",
      "plan-opened",
      {
        due: {
          kind: "either",
          of: [
            { kind: "age", years: 13 },
            { kind: "grade", edge: "begin", grade: "08" },
          ],
        },
      },
    ],
    [
      "PA",
      "benchmark-5",
      { tally: { component: "portfolio", counts: "entries", atLeast: 7, strands: 4 } },
    ],
    ["MN", "plan-opened", { alternatives: undefined }],
    [
      "SC",
      "annual-conference",
      { appliesTo: { grades: ["05", "06", "07", "08", "09", "10", "11", "12"] } },
    ],
  ])("takes what is stricter or earlier: %s %s %j", (jurisdiction, id, change) => {
    expect(refused(jurisdiction, id, change)).toEqual([]);
  });

  it.each([
    [
      "VT",
      "annual-update",
      { due: { kind: "calendar-date", month: 7, day: 1 }, modality: "encouraged" },
      "a weaker obligation",
    ],
    [
      "AR",
      "plan-opened",
      { due: { kind: "grade", edge: "begin", grade: "09" } },
      "due later, or on a date that cannot be compared",
    ],
    [
      "AR",
      "plan-opened",
      { due: { kind: "open", words: "in time" } },
      "due later, or on a date that cannot be compared",
    ],
    [
      "NC",
      "plan-for-entrants",
      { due: { kind: "days-enrolled", days: 90, unit: "instructional" } },
      "due later, or on a date that cannot be compared",
    ],
    ["RI", "review-2", { minimumDaysApart: 0 }, "reviews closer together"],
    ["RI", "review-2", { appliesTo: { grades: ["06"] } }, "fewer grades"],
    ["RI", "domains", { all: ["academic-goal"] }, "fewer components"],
    [
      "PA",
      "benchmark-11",
      { tally: { component: "portfolio", counts: "entries", atLeast: 8, strands: 4 } },
      "a smaller amount",
    ],
    ["SC", "approval", { of: [] }, "somebody takes part less, or not at all"],
    [
      "IA",
      "parent-signature",
      { alternatives: { waivedBy: { event: "plan-declined", for: "ever" } } },
      "may be waived",
    ],
    ["IA", "parent-signature", { effectiveFrom: "2030-07-01" }, "in force later"],
    ["RI", "review-1", { appliesTo: { youngerThan: 18 } }, "fewer students (youngerThan)"],
    [
      "RI",
      "review-1",
      { kind: "judged", question: "it was held" },
      "another kind of requirement, which cannot be compared",
    ],
    ["NV", "individual-meeting", { meeting: "group" }, "another meeting"],
    ["AR", "pathway-change", { reopenedBy: undefined }, "a change re-opens it less"],
  ])("refuses what is looser: %s %s %j", (jurisdiction, id, change, because) => {
    expect(refused(jurisdiction, id, change)).toContain(because);
  });

  it("refuses more days of grace, and takes fewer", () => {
    const grace = (days: number) =>
      overlay(effectivePractice, { id: "a", title: "A", requirements: [], entrantGraceDays: days });
    expect(grace(31)).toEqual({
      kind: "refused",
      refusals: [],
      grace: { state: 30, district: 31 },
    });
    expect(grace(10)).toMatchObject({ kind: "accepted", mandate: { entrantGraceDays: 10 } });
  });

  it("takes every rule of every jurisdiction over itself, and refuses each asked less firmly", () => {
    for (const id of ["effective-practice", "KY", "UT", "PA", "AR", "LA", "MD"]) {
      const mandate = mandateById(id);
      for (const requirement of mandate.requirements) {
        expect(laid(id, requirement).kind, `${id} ${requirement.id}`).toBe("accepted");
        if (requirement.modality === "encouraged") continue;
        expect(laid(id, { ...requirement, modality: "encouraged" }).kind).toBe("refused");
      }
    }
  });

  it("refuses whatever share of the year is later, and takes whatever is not", () => {
    const share = fc.record({
      days: fc.integer({ min: 1, max: 20 }),
      of: fc.integer({ min: 1, max: 20 }),
    });
    fc.assert(
      fc.property(share, share, (a, b) => {
        const own: Due = { kind: "share-of-year", ...a };
        const asked: Due = { kind: "share-of-year", ...b };
        expect(isNotLater(own, asked)).toBe(a.days / a.of <= b.days / b.of + 1e-12);
        const state = {
          ...effectivePractice,
          requirements: [{ ...effectivePractice.requirements[0]!, due: asked }],
        };
        const requirements = [{ ...effectivePractice.requirements[0]!, due: own }];
        const { kind } = overlay(state, { id: "a", title: "A", requirements });
        expect(kind).toBe(isNotLater(own, asked) ? "accepted" : "refused");
      }),
    );
  });
});
