import { describe, expect, it } from "vitest";
import { OUR_CHECKS } from "../../../functions/reports/state-errors/error-profile.ts";
import schema from "../../../functions/reports/state-errors/error-profile.schema.json" with { type: "json" };
import { gate } from "../../../functions/reports/state/gate/gate.ts";
import { inHandWith } from "../../support/report-in-hand.ts";

describe("the checks that may find an error before a state does", () => {
  it("are checks of the gate", () => {
    const made = new Set(gate(inHandWith()).checks.map(({ id }) => id));
    expect(Object.keys(OUR_CHECKS).filter((id) => !made.has(id))).toEqual([]);
  });

  it("are those that a profile may name", () => {
    expect(schema.definitions.check.enum).toEqual([...Object.keys(OUR_CHECKS), null]);
  });
});
