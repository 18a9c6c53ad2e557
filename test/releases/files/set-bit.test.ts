import { expect, it } from "vitest";
import { setBit } from "../../../functions/releases/files/set-bit.ts";

it("sets the lowest bit of a byte first, and keeps those that are set", () => {
  const bits = new Uint8Array(2);
  for (const row of [0, 7, 8]) setBit(bits, row);
  expect([...bits]).toEqual([0b1000_0001, 0b1]);
});
