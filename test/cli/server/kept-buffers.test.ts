import { describe, expect, it } from "vitest";
import { keptBuffers } from "../../../functions/cli/server/kept-buffers.ts";

/** Keeps so many bytes, and notes what is made. */
function keeping(mostBytes: number) {
  const made: string[] = [];
  const kept = keptBuffers(mostBytes);
  const ask = (key: string, bytes = 10) =>
    kept(key, () => {
      made.push(key);
      return Promise.resolve(new Uint8Array(bytes));
    });
  return { ask, made, kept };
}

describe("what is kept", () => {
  it("is made once, for two who ask at once too", async () => {
    const { ask, made } = keeping(100);
    const [first, second] = await Promise.all([ask("a"), ask("a")]);
    expect(second).toBe(first);
    expect(await ask("a")).toBe(first);
    expect(made).toEqual(["a"]);
  });

  it("is what was asked for last, up to the number of bytes", async () => {
    const { ask, made } = keeping(30);
    for (const key of ["a", "b", "c", "a", "d", "a", "b"]) await ask(key);
    expect(made).toEqual(["a", "b", "c", "d", "b"]);
  });

  it("is nothing that alone is larger", async () => {
    const { ask, made } = keeping(30);
    for (const key of ["a", "b", "large", "large"]) await ask(key, key === "large" ? 31 : 10);
    expect(made).toEqual(["a", "b", "large", "large"]);
  });

  it("is nothing that failed", async () => {
    const { ask, made, kept } = keeping(30);
    await expect(kept("a", () => Promise.reject(new Error("gone")))).rejects.toThrow("gone");
    await ask("a");
    expect(made).toEqual(["a"]);
  });
});
