import { describe, expect, it } from "vitest";
import { mixed, shingleSets, textHash } from "../../../functions/goals/copies/shingles.ts";

const hashesOf = (texts: readonly string[], text: number): readonly number[] => {
  const { starts, hashes } = shingleSets(texts);
  return [...hashes.slice(starts[text], starts[text + 1])].sort();
};

describe("shingleSets", () => {
  it("has each pair of neighboring words once", () => {
    const { starts, keys } = shingleSets(["a b c", "b c", "a", "a b a b a", "c b"]);
    expect([...starts]).toEqual([0, 2, 3, 3, 5, 6]);
    expect(keys[1]).toBe(keys[2]);
    expect(new Set([...keys.slice(0, 6)]).size).toBe(4);
  });

  it("hashes a pair the same whatever other texts there are, and by its order", () => {
    expect(hashesOf(["a b"], 0)).toEqual(hashesOf(["x y z", "a b"], 1));
    expect(hashesOf(["a b"], 0)).not.toEqual(hashesOf(["b a"], 0));
  });
});

describe("textHash and mixed", () => {
  it("are FNV-1a and the last step of MurmurHash3", () => {
    expect([textHash(""), textHash("a"), textHash("foobar")]).toEqual([
      0x811c9dc5, 0xe40c292c, 0xbf9cf968,
    ]);
    expect([mixed(0), mixed(1)]).toEqual([0, 0x514e28b7]);
  });
});
