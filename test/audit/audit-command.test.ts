import { describe, expect, it } from "vitest";
import type { YearAudit } from "../../functions/audit/audit-releases.ts";
import { auditText } from "../../functions/cli/commands/audit-command.ts";

const release = { release: "2022-05-20-0a1b2c3d", asOf: "2022-05-20", bars: 12, counts: 40 };
const CLEAN: YearAudit = {
  releases: [{ ...release, findings: [] }],
  drawn: 40,
  exact: 0,
  findings: [],
};

describe("what the audit says", () => {
  it("is what was tried, and that it is no guarantee", () => {
    expect(auditText(CLEAN)).toBe(
      [
        "2022-05-20-0a1b2c3d: 12 bars read, 40 counts bounded, no finding",
        "All releases together: 40 counts over all drawings, 0 with one possible value, no finding",
        "No number is where it should not be, and no count can be narrowed down further than the policy allows. This is the result of one attack, not a guarantee.",
        "",
      ].join("\n"),
    );
    expect(auditText(CLEAN)).not.toMatch(/proven|can be worked out|private|safe/);
  });

  it("is every finding with its kind and place, and nothing that sounds like an all-clear", () => {
    const text = auditText({
      ...CLEAN,
      releases: [
        { ...release, findings: [{ kind: "exact-number", where: "files of plans: records" }] },
      ],
      findings: [
        { kind: "early-drawing", where: "plan-coverage|district|all/all" },
        { kind: "unknown-file", where: "a\u001b[2Jb" },
      ],
    });
    expect(text).toContain(
      "40 counts bounded, 1 finding\n  exact-number: files of plans: records\n",
    );
    expect(text).toContain("2 findings\n  early-drawing: plan-coverage|district|all/all\n");
    expect(text).not.toContain("\u001b");
    expect(text).not.toContain("No number is where it should not be");
  });
});
