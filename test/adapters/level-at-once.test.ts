import { Level } from "level";
import { beforeAll, describe, expect, it } from "vitest";
import { scratchFolder } from "../support/scratch-folder.ts";

beforeAll(async () => {
  const { readAndWriteAtOnce } = (await import(
    // Plain JavaScript, since the thread that it is for loads nothing else.
    new URL("../../functions/adapters/table/level-at-once.mjs", import.meta.url).href
  )) as { readonly readAndWriteAtOnce: () => void };
  readAndWriteAtOnce();
});

/** A store, and how many operations each batch that it was given had. */
async function openStore(folder: string) {
  const store = new Level(folder, { valueEncoding: "json" }) as Level<string, unknown> & {
    _batch: (operations: readonly unknown[], options: object) => Promise<void>;
  };
  await store.open();
  const batches: number[] = [];
  const write = store._batch.bind(store);
  store._batch = (operations, options) => {
    batches.push(operations.length);
    return write(operations, options);
  };
  return { store, batches };
}

describe("level-at-once", () => {
  it("writes what is put in one turn as one batch, and the later of two values", async () => {
    const { store, batches } = await openStore(scratchFolder());
    await Promise.all([store.put("a", 1), store.put("b", 2), store.put("a", 3)]);
    expect(batches).toEqual([3]);
    expect(await store.getMany(["a", "b", "c"])).toEqual([3, 2, undefined]);
    await store.put("c", 4);
    expect(batches).toEqual([3, 1]);
    await store.close();
  });

  it("reads what another start has written, and of a key that is not there nothing", async () => {
    const folder = scratchFolder();
    const first = await openStore(folder);
    await first.store.put("a", { text: "Zoë" });
    await first.store.close();
    const { store } = await openStore(folder);
    expect(await store.get("a")).toEqual({ text: "Zoë" });
    expect(await store.get("b")).toBeUndefined();
    await store.close();
  });

  it("keeps the stores of a thread apart", async () => {
    const [first, other] = [await openStore(scratchFolder()), await openStore(scratchFolder())];
    await Promise.all([first.store.put("a", 1), other.store.put("a", 2)]);
    expect([await first.store.get("a"), await other.store.get("a")]).toEqual([1, 2]);
    await Promise.all([first.store.close(), other.store.close()]);
  });

  it("tells each put that its batch was not written", async () => {
    const { store } = await openStore(scratchFolder());
    store._batch = () => Promise.reject(new Error("disk is full"));
    const puts = await Promise.allSettled([store.put("a", 1), store.put("b", 2)]);
    expect(puts.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    await store.close();
  });
});
