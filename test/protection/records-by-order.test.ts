import { describe, expect, it } from "vitest";
import { orderOf, recordsByOrder } from "../../functions/protection/records-by-order.ts";

describe("orderOf", () => {
  it.each([
    [0, "under 100"],
    [1, "under 100"],
    [99, "under 100"],
    [100, "100 to 999"],
    [999, "100 to 999"],
    [1_000, "1,000 to 9,999"],
    [9_999, "1,000 to 9,999"],
    [10_000, "10,000 to 99,999"],
    [99_999, "10,000 to 99,999"],
    [100_000, "100,000 to 999,999"],
    [999_999, "100,000 to 999,999"],
    [1_000_000, "1,000,000 or more"],
    [25_000_000, "1,000,000 or more"],
  ])("gives %d records as %s", (records, order) => {
    expect(orderOf(records)).toBe(order);
  });
});

describe("recordsByOrder", () => {
  it("gives each kind its order of magnitude and no number", () => {
    const counted = [
      { key: { kind: "plain/plans.csv" }, records: 459 },
      { key: { kind: "plain/goals.csv" }, records: 12 },
    ];
    expect(recordsByOrder(counted).rows).toEqual([
      { kind: "plain/plans.csv", records: "100 to 999" },
      { kind: "plain/goals.csv", records: "under 100" },
    ]);
  });
});
