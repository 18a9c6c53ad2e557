import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import {
  isUnconfirmed,
  ruleText,
  withConfirmations,
} from "../../../functions/mandates/rules/confirmations.ts";
import type { MandateProfile } from "../../../functions/mandates/rules/mandate-profile.ts";
import { mandateById, MANDATES } from "../../../functions/mandates/rules/mandates.ts";
import type { Requirement } from "../../../functions/mandates/rules/requirement.ts";

const kentucky = mandateById("KY");
const review = kentucky.requirements.find(({ id }) => id === "annual-review")!;
/** A rule whose lines are checked one by one, each as far as its own status says. */
const withLines = {
  ...{ ...review, id: "lines", status: "confirmed" },
  of: [
    { who: "the parent", status: "recalled" },
    { who: "the student", status: "confirmed" },
    { who: "the counselor", status: "convention" },
  ],
} as unknown as Requirement;
const recalled = { ...review, id: "recalled", status: "recalled" } as const;
const mandate: MandateProfile = {
  ...kentucky,
  requirements: [{ ...review, status: "confirmed" }, recalled, withLines],
};
const given = { by: "A. Reader, counsel", source: "704 KAR 3:305, 2024", on: day("2026-02-03") };
const confirm = (...ids: string[]) =>
  withConfirmations(
    mandate,
    ids.map((requirement) => ({ requirement, ...given })),
  ).requirements;

describe("withConfirmations", () => {
  it("confirms a requirement and each of its lines that rests on nothing read, and says by whom", () => {
    const [, second, third] = confirm("recalled", "lines");
    expect(second).toEqual({ ...recalled, status: "confirmed", confirmedBy: given });
    expect(third).toEqual({
      ...withLines,
      confirmedBy: given,
      of: [
        { who: "the parent", status: "confirmed" },
        { who: "the student", status: "confirmed" },
        // Nobody's law stays nobody's law.
        { who: "the counselor", status: "convention" },
      ],
    });
    expect(confirm("recalled", "lines").some(isUnconfirmed)).toBe(false);
  });

  it("leaves every other requirement as it is, and one that the project has confirmed without a second name", () => {
    expect(confirm()).toEqual(mandate.requirements);
    expect(confirm("annual-review", "no-such")).toEqual(mandate.requirements);
    expect(mandate.requirements.map(isUnconfirmed)).toEqual([false, true, true]);
    expect(confirm("lines").map(isUnconfirmed)).toEqual([false, true, false]);
  });
});

describe("ruleText", () => {
  it("changes with what a rule asks, and not with how far it was checked or where it is cited", () => {
    const read = { on: "2026-01-01", edition: "2025" };
    for (const same of [
      { ...recalled, status: "confirmed" as const },
      { ...recalled, citation: "704 KAR 3:305 section 1", name: "Review each year", read },
      confirm("recalled")[1]!,
    ]) {
      expect(ruleText(same)).toBe(ruleText(recalled));
    }
    for (const other of [
      { ...recalled, due: { kind: "share-of-year", days: 1, of: 2 } as const },
      { ...recalled, modality: "must-offer" as const },
      { ...recalled, rule: "The plan is reviewed twice a year." },
    ]) {
      expect(ruleText(other)).not.toBe(ruleText(recalled));
    }
    const all = MANDATES.flatMap(({ id, requirements }) =>
      requirements.map((requirement) => [id, requirement] as const),
    );
    expect(new Set(all.map(([id, requirement]) => `${id} ${ruleText(requirement)}`)).size).toBe(
      all.length,
    );
  });
});
