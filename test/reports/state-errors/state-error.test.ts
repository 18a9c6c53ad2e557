import { describe, expect, it } from "vitest";
import schema from "../../../functions/reports/state-errors/error-profile.schema.json" with { type: "json" };
import { ERROR_TEXTS, SEVERITIES } from "../../../functions/reports/state-errors/state-error.ts";

describe("an error that a state reported", () => {
  it("has the severities and texts that a profile may give it", () => {
    expect(schema.definitions.severity.enum).toEqual([...SEVERITIES]);
    expect(schema.definitions.text.enum).toEqual([...ERROR_TEXTS]);
  });
});
