import { describe, expect, it } from "vitest";
import { changeJson } from "../../functions/pipeline/change-json.ts";
import { readJson } from "../../functions/pipeline/stored-json.ts";
import type { ObjectStore } from "../../functions/pipeline/ports.ts";
import { meetingPuts } from "../support/stores/meeting-puts.ts";
import { memoryStore } from "../support/stores/memory-store.ts";

interface Names {
  readonly names: readonly string[];
}
const KEY = "lists/names.json";
const adding =
  (name: string) =>
  (before: Names | null): Names => ({ names: [...(before?.names ?? []), name].sort() });

/** The store, and how often its key was written. */
function counted(store: ObjectStore) {
  const count = { puts: 0 };
  const putIfTag: ObjectStore["putIfTag"] = (...args) => {
    count.puts += 1;
    return store.putIfTag(...args);
  };
  return { count, store: { ...store, putIfTag } };
}

describe("changeJson", () => {
  it("makes the document where there is none, and changes what is there", async () => {
    const store = memoryStore();
    expect(await changeJson(store, KEY, adding("b"))).toEqual({ names: ["b"] });
    expect(await changeJson(store, KEY, adding("a"))).toEqual({ names: ["a", "b"] });
    expect(Buffer.from((await store.get(KEY))!).toString()).toBe(
      '{\n  "names": [\n    "a",\n    "b"\n  ]\n}\n',
    );
  });

  it("writes nothing where nothing is to change", async () => {
    const { store, count } = counted(memoryStore());
    expect(await changeJson(store, KEY, () => null)).toBeNull();
    expect(count.puts).toBe(0);
    await changeJson(store, KEY, adding("a"));
    expect(await changeJson<Names>(store, KEY, () => null)).toEqual({ names: ["a"] });
    expect(await changeJson<Names>(store, KEY, (before) => before)).toEqual({ names: ["a"] });
    expect(count.puts).toBe(1);
  });

  it.each([2, 20])("loses none of %i changes that meet", async (writers) => {
    const store = memoryStore();
    const meeting = meetingPuts(store, KEY, writers);
    const names = Array.from({ length: writers }, (_, n) => `writer ${String(n).padStart(2, "0")}`);
    await Promise.all(names.map((name) => changeJson(meeting, KEY, adding(name))));
    expect(await readJson<Names>(store, KEY)).toEqual({ names });
  });

  it("gives up when another writer is first every time, and names the key", async () => {
    const inner = memoryStore();
    const { store, count } = counted({ ...inner, putIfTag: () => Promise.resolve(false) });
    await expect(changeJson(store, KEY, adding("a"))).rejects.toThrow(
      "lists/names.json was changed by another writer in each of 40 tries",
    );
    expect(count.puts).toBe(40);
    expect(await inner.list("")).toEqual([]);
  });

  it("throws what the change throws, and writes nothing", async () => {
    const store = memoryStore();
    const refuse = (): never => {
      throw new Error("not this one");
    };
    await expect(changeJson(store, KEY, refuse)).rejects.toThrow("not this one");
    expect(await store.list("")).toEqual([]);
  });
});
