import { describe, expect, it } from "vitest";
import { bytes, objectStoreContract } from "../../adapters/object-store.contract.ts";
import { memoryStore } from "./memory-store.ts";

describe("memory-store", () => {
  objectStoreContract(async () => memoryStore());

  it("has copies of its own", async () => {
    const store = memoryStore();
    await store.put("a", bytes("x"));
    const copy = store.copy();
    await copy.put("a", bytes("y"));
    await store.put("b", bytes("z"));
    expect(await store.get("a")).toEqual(bytes("x"));
    expect(await copy.list("")).toEqual(["a"]);
  });
});
