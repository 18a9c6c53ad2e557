import { describe, expect, it } from "vitest";
import { runAsked } from "../../functions/handlers/run-input.ts";

const CHICAGO = "America/Chicago";
const asked = (input: unknown, startedAt = "2025-01-15T11:00:00Z", timezone = CHICAGO) =>
  runAsked(input, startedAt, timezone);

describe("the input of a run", () => {
  it("may be empty: the figures are of the day of the start, and nothing more is asked", () => {
    expect(asked({})).toEqual({
      asOf: "2025-01-15",
      isPublicAsked: false,
      isNewSecret: false,
      acceptRemovals: false,
    });
  });

  it.each([
    ["the last second of a day", "2025-01-16T05:59:59Z", CHICAGO, "2025-01-15"],
    ["the first second of the next", "2025-01-16T06:00:00Z", CHICAGO, "2025-01-16"],
    ["an evening in summer time", "2025-07-16T04:59:59Z", CHICAGO, "2025-07-15"],
    ["midnight in summer time", "2025-07-16T05:00:00Z", CHICAGO, "2025-07-16"],
    ["Hawaii at five", "2025-01-15T15:00:00Z", "Pacific/Honolulu", "2025-01-15"],
    ["Guam in its morning", "2025-01-14T19:00:00Z", "Pacific/Guam", "2025-01-15"],
  ])("takes the day in the district: %s", (_, startedAt, timezone, asOf) => {
    expect(asked({}, startedAt, timezone).asOf).toBe(asOf);
  });

  it("takes the day on which the schedule fired, however late the run came", () => {
    expect(asked({ scheduledAt: "2025-01-14T11:00:00Z" }).asOf).toBe("2025-01-14");
    expect(asked({ scheduledAt: "2025-01-14T11:00:00Z", asOf: "2024-10-01" }).asOf).toBe(
      "2024-10-01",
    );
  });

  it.each([
    ["the day before", "2025-01-14", true],
    ["the day itself, which is the next one in UTC already", "2025-01-15", true],
    ["the day after", "2025-01-16", false],
    ["a year that was mistyped", "2026-01-15", false],
  ])("takes no day that is still to come in the district: %s", (_, asOf, isTaken) => {
    const run = () => asked({ asOf, public: true }, "2025-01-16T05:59:59Z");
    if (isTaken) expect(run().asOf).toBe(asOf);
    else expect(run).toThrow(`expected a day up to 2025-01-15, not ${asOf}`);
  });

  it.each([
    [{ public: true }, { isPublicAsked: true }],
    [{ newSecret: true }, { isNewSecret: true }],
    [{ acceptRemovals: true }, { acceptRemovals: true }],
    [{ acceptRemovals: false }, { acceptRemovals: false }],
  ])("reads %o", (input, expected) => {
    expect(asked(input)).toMatchObject(expected);
  });

  it.each([
    [{ acceptRemoval: true }, "the input of a run has acceptRemoval: expected public"],
    [{ acceptRemovals: "true" }, "acceptRemovals in the input of a run: expected true or false"],
    [{ asOf: 20250115 }, "asOf in the input of a run: expected text"],
    [{ asOf: "15.1.2025" }, "is not a valid date"],
    [{ scheduledAt: "at five" }, "expected an ISO instant"],
    [[], "expected an object"],
    [null, "expected an object"],
    ["{}", "expected an object"],
  ])("refuses %o", (input, message) => {
    expect(() => asked(input)).toThrow(message);
  });
});
