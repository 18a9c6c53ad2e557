import { describe, expect, it } from "vitest";
import { folderStore } from "../../../functions/adapters/folder/folder-store.ts";
import { trialStore } from "../../../functions/pipeline/release/trial-store.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
async function* chunks(text: string) {
  yield await Promise.resolve(bytes(text));
}

describe("trialStore", () => {
  it("reads what is there and its own above it, and writes and deletes under its folder alone", async () => {
    const store = folderStore(scratchFolder());
    await store.put("a/kept", bytes("in force"));
    await store.put("a/also", bytes("in force"));
    const trial = trialStore(store, "previews/x/");
    const text = async (key: string) => Buffer.from((await trial.get(key)) ?? []).toString();
    const streamed = async (key: string) => {
      const parts: Uint8Array[] = [];
      for await (const part of trial.stream(key)) parts.push(part);
      return Buffer.concat(parts).toString();
    };
    expect([await text("a/kept"), await trial.size("a/kept")]).toEqual(["in force", 8]);
    expect(await streamed("a/kept")).toBe("in force");
    expect(await trial.get("a/none")).toBeNull();

    await trial.put("a/kept", bytes("tried"));
    await trial.putStream("a/stream", chunks("tried too"));
    expect(await trial.putIfAbsent("a/also", bytes("x"))).toBe(false);
    expect(await trial.putIfAbsent("a/new", bytes("new"))).toBe(true);
    expect(await trial.putIfAbsent("a/new", bytes("again"))).toBe(false);
    expect([await text("a/kept"), await trial.size("a/kept")]).toEqual(["tried", 5]);
    expect([await streamed("a/kept"), await streamed("a/stream")]).toEqual(["tried", "tried too"]);
    expect(await trial.list("a/")).toEqual(["a/also", "a/kept", "a/new", "a/stream"]);

    await trial.delete(["a/kept", "a/also"]);
    expect(await text("a/kept")).toBe("in force");
    expect(await store.list("")).toEqual([
      "a/also",
      "a/kept",
      "previews/x/a/new",
      "previews/x/a/stream",
    ]);
  });

  it("changes what is in force in its folder alone, by tags of its own", async () => {
    const store = folderStore(scratchFolder());
    await store.put("a", bytes("in force"));
    const trial = trialStore(store, "previews/x/");
    const first = (await trial.getTagged("a"))!;
    expect(first.body).toEqual(bytes("in force"));
    expect(await trial.putIfTag("a", bytes("tried"), null)).toBe(false);
    expect(await trial.putIfTag("a", bytes("tried"), first.tag)).toBe(true);
    expect(await trial.putIfTag("a", bytes("again"), first.tag)).toBe(false);
    const second = (await trial.getTagged("a"))!;
    expect(second.body).toEqual(bytes("tried"));
    expect(await trial.putIfTag("a", bytes("again"), second.tag)).toBe(true);
    expect(await trial.putIfTag("new", bytes("x"), null)).toBe(true);
    expect(await trial.putIfTag("new", bytes("y"), null)).toBe(false);
    expect(await trial.getTagged("none")).toBeNull();
    expect((await trial.entries("")).map(({ key, size }) => [key, size])).toEqual(
      expect.arrayContaining([
        ["a", 5],
        ["new", 1],
      ]),
    );
    expect(await store.get("a")).toEqual(bytes("in force"));
    expect(await store.list("")).toEqual(["a", "previews/x/a", "previews/x/new"]);
  });
});
