import { describe, expect, it } from "vitest";
import { leaveOneOut } from "../../../functions/statistics/within-schools/leave-one-out.ts";

describe("leaveOneOut", () => {
  it("sums the others of each part", () => {
    expect(leaveOneOut([[[1]], [[2]], [[4]], [[8]]])).toEqual([[[14]], [[13]], [[11]], [[7]]]);
  });

  it("leaves exactly 0 where only the part left out had anything", () => {
    expect(leaveOneOut([[[0]], [[0.1 + 0.2]], [[0]]])[1]).toEqual([[0]]);
  });

  it("refuses one part alone", () => {
    expect(() => leaveOneOut([[[1]]])).toThrow("leave one out: expected two parts or more");
  });
});
