import { describe, expect, it } from "vitest";
import { day } from "../../functions/domain/calendar/day.ts";
import { keptEditions } from "../../functions/editions/kept-editions.ts";

const editions = (...days: readonly string[]) =>
  days.map((asOf) => ({ edition: asOf, asOf: day(asOf), conformed: "v" }));

describe("keptEditions", () => {
  it.each([
    ["2022-05-07", true],
    ["2022-05-06", false],
  ])("keeps an edition of the last 14 days up to May 20 (%s: %s)", (asOf, isKept) => {
    const kept = keptEditions(editions("2022-05-20", "2022-05-10", asOf), [], "2022-05-20");
    expect(kept.some((entry) => entry.asOf === asOf)).toBe(isKept);
  });

  it("keeps the last edition of each month and no other that is older", () => {
    const kept = keptEditions(
      editions("2022-05-20", "2022-04-28", "2022-04-27", "2022-03-31", "2022-03-01"),
      [],
      "2022-05-20",
    );
    expect(kept.map(({ asOf }) => asOf)).toEqual(["2022-05-20", "2022-04-28", "2022-03-31"]);
  });

  it("keeps the edition of the day of a public release", () => {
    const kept = keptEditions(
      editions("2022-05-20", "2022-04-28", "2022-04-04"),
      ["2022-04-04"],
      "2022-05-20",
    );
    expect(kept.map(({ asOf }) => asOf)).toEqual(["2022-05-20", "2022-04-28", "2022-04-04"]);
  });

  it("keeps an earlier day that was written just now, until the next one is written", () => {
    const all = editions("2022-05-20", "2022-04-28", "2022-04-04");
    const days = (written: string) => keptEditions(all, [], written).map(({ asOf }) => asOf);
    expect(days("2022-04-04")).toEqual(["2022-05-20", "2022-04-28", "2022-04-04"]);
    expect(days("2022-05-20")).toEqual(["2022-05-20", "2022-04-28"]);
  });

  it("keeps the edition with which the one that was written is compared, until the next one is written", () => {
    const all = editions("2022-05-20", "2022-04-28", "2022-04-04", "2022-04-01");
    const days = (written: string) => keptEditions(all, [], written).map(({ asOf }) => asOf);
    expect(days("2022-04-28")).toEqual(["2022-05-20", "2022-04-28", "2022-04-04"]);
    expect(days("2022-05-20")).toEqual(["2022-05-20", "2022-04-28"]);
  });

  it("keeps nothing of nothing", () => {
    expect(keptEditions([], [], "2022-05-20")).toEqual([]);
  });
});
