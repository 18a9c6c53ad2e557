import { describe, expect, it } from "vitest";
import {
  DEFAULT_SUPPRESSION,
  suppressionPolicy,
} from "../../functions/disclosure/suppression-policy.ts";

describe("suppressionPolicy", () => {
  it("is 10 students, five apart, and three counts behind an extreme by default", () => {
    expect(suppressionPolicy({})).toEqual(DEFAULT_SUPPRESSION);
    expect(DEFAULT_SUPPRESSION).toMatchObject({
      minimumGroup: 10,
      widthForSmallGroup: 5,
      widthForExtreme: 2,
      minimumForCorrelation: 30,
    });
  });

  it("takes a state's own rule within safe limits", () => {
    expect(suppressionPolicy({ minimumGroup: 5 }).minimumGroup).toBe(5);
    expect(suppressionPolicy({ minimumGroup: 30 }).minimumGroup).toBe(30);
  });

  it.each([
    { minimumGroup: 4 },
    { minimumGroup: 31 },
    { minimumGroup: 10.5 },
    { minimumGroup: NaN },
    { widthForSmallGroup: 1 },
    { widthForExtreme: 1 },
    { shareHiddenBesides: 0 },
    { minimumForCorrelation: 10 },
    { minimumContributors: 2 },
  ])("refuses %o", (given) => {
    expect(() => suppressionPolicy(given)).toThrow(/a safe policy has/);
  });

  it("refuses a rule that it does not know", () => {
    const given = { minimumGruop: 20 } as object;
    expect(() => suppressionPolicy(given)).toThrow(/has no minimumGruop/);
  });
});
