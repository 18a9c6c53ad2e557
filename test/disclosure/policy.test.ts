import { describe, expect, it } from "vitest";
import { DEFAULT_POLICY, protectionStatement } from "../../functions/disclosure/policy.ts";

describe("the policy of disclosure", () => {
  it("hides under 10, the most common state minimum, and associations under 30", () => {
    expect(DEFAULT_POLICY).toEqual({ minimumGroup: 10, minimumForAssociation: 30 });
  });

  it("says no more of the protection than is true", () => {
    const statement = protectionStatement({ ...DEFAULT_POLICY, minimumGroup: 15 });
    expect(statement).toContain("fewer than 15 students are hidden");
    expect(statement).toContain("could still be worked out");
    expect(statement).not.toMatch(/anonym|guarantee|cannot be identified|safe/i);
  });
});
