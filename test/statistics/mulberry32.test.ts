import { describe, expect, it } from "vitest";
import { mulberry32 } from "./mulberry32.ts";

describe("mulberry32", () => {
  it("gives the three first numbers of seed 20240901", () => {
    const next = mulberry32(20240901);
    expect([next(), next(), next()]).toEqual([
      0.5653102998621762, 0.5475991819985211, 0.7608428080566227,
    ]);
  });
});
