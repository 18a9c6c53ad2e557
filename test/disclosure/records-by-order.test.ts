import { describe, expect, it } from "vitest";
import { recordsByOrder } from "../../functions/disclosure/records-by-order.ts";

describe("recordsByOrder", () => {
  it("tells how many records by their order of magnitude alone", () => {
    const told = recordsByOrder(
      [0, 9, 10, 999, 1_000, 10_000].map((records) => ({ key: {}, records })),
    );
    expect(told.rows.map(({ records }) => records)).toEqual([
      "fewer than 10",
      "fewer than 10",
      "10 to 99",
      "100 to 999",
      "1,000 to 9,999",
      "10,000 or more",
    ]);
  });
});
