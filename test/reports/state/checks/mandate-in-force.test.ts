import { describe, expect, it } from "vitest";
import { mandateById } from "../../../../functions/mandates/rules/mandates.ts";
import { mandateInForce } from "../../../../functions/reports/state/checks/mandate-in-force.ts";
import type {
  ReportContext,
  RowKind,
} from "../../../../functions/reports/state/rows/report-row.ts";
import {
  contextWith,
  COUNTING,
  definitionWith,
  inHandWith,
  SAYING,
} from "../../../support/report-in-hand.ts";

const PA = mandateById("PA");
const run = (context: Partial<ReportContext>, kind: RowKind = SAYING) =>
  mandateInForce.run(inHandWith({ kind, context: contextWith(context) })).outcome;

describe("the mandate of a report", () => {
  it("is the district's, where the report names none", () => {
    expect(run({})).toBe("passed");
  });
  it.each([
    ["PA", "passed"],
    ["effective-practice", "failed"],
  ])("of Pennsylvania is the one of a district measured by %s: %s", (id, outcome) => {
    const definition = definitionWith({ mandate: "PA" });
    expect(run({ definition, mandate: PA, ofDistrict: mandateById(id) })).toBe(outcome);
  });
  it("matters to counts only where the report names one", () => {
    expect(run({}, COUNTING)).toBe("not-made");
    const definition = definitionWith({ mandate: "PA" });
    expect(run({ definition }, COUNTING)).toBe("failed");
  });
  it("is not in force where it asks nothing", () => {
    expect(run({ mandate: { ...PA, requirements: [] } })).toBe("failed");
  });
});
