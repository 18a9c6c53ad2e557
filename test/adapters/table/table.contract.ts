// Longer than most: one contract, run whole over every table.
import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { tableKeys } from "../../../functions/layout.ts";
import type { Item, Page, Table } from "../../../functions/pipeline/ports.ts";

/** What every table does. `open` gives a new, empty one for a test. */
export function tableContract(open: () => Promise<Table>): void {
  describe("an item", () => {
    it("is given back as it was put, without what was undefined", async () => {
      const table = await open();
      const document = {
        goals: [{ domain: "career", text: "Zoë's “goal” 😀", steps: [], due: null }],
        count: 3,
        share: 0.25,
        isOwn: true,
        empty: "",
        nested: { a: { b: [1, [2, "3"]] } },
      };
      await table.put({ ...plan(1), ...document, missing: undefined });
      expect(await table.get(plan(1))).toEqual({ ...plan(1), ...document });
      expect(Object.keys((await table.get(plan(1)))!)).not.toContain("missing");
    });

    it("is null where there is none", async () => {
      const table = await open();
      await table.put(plan(1));
      expect(await table.get(plan(2))).toBeNull();
      expect(await table.get({ ...plan(1), sort: "plan#1999" })).toBeNull();
    });

    it("is replaced whole by a later put", async () => {
      const table = await open();
      await table.put({ ...plan(1), first: 1 });
      await table.put({ ...plan(1), second: 2 });
      expect(await table.get(plan(1))).toEqual({ ...plan(1), second: 2 });
    });

    it("is left alone by a put if absent, of which one wins", async () => {
      const table = await open();
      const won = await Promise.all(
        Array.from({ length: 12 }, (_, writer) => table.putIfAbsent({ ...plan(1), writer })),
      );
      expect(won.filter(Boolean)).toHaveLength(1);
      expect(await table.get(plan(1))).toEqual({ ...plan(1), writer: won.indexOf(true) });
      expect(await table.putIfAbsent({ ...plan(1), writer: "late" })).toBe(false);
    });
  });

  swapContract(open);

  describe("what the service refuses", () => {
    it.each<[string, Item]>([
      ["an empty key", { partition: "p", sort: "" }],
      ["a sort key of more than 1,024 bytes", { partition: "p", sort: "s".repeat(1_025) }],
      ["a partition key of more than 2,048 bytes", { partition: "p".repeat(2_049), sort: "s" }],
      ["an item of more than 400 KB", { partition: "p", sort: "s", text: "x".repeat(LARGEST + 1) }],
      ["a number that is none", { partition: "p", sort: "s", share: Number.NaN }],
      ["a number without end", { partition: "p", sort: "s", steps: [{ share: Infinity }] }],
      ["a number that was rounded", { partition: "p", sort: "s", count: 2 ** 53 }],
      ["a number too near to 0", { partition: "p", sort: "s", share: 1e-131 }],
      ["an object of a class", { partition: "p", sort: "s", at: new Date(0) }],
    ])("throws for %s, and leaves nothing behind", async (_, item) => {
      const table = await open();
      await expect(table.put(item)).rejects.toThrow();
      await expect(table.putIfAbsent(item)).rejects.toThrow();
      await expect(table.swap(item, null)).rejects.toThrow();
      expect((await table.query({ partition: "p" })).items).toEqual([]);
    });

    it("is no item just under it", async () => {
      const table = await open();
      const items = [
        { partition: "p", sort: "s", text: "x".repeat(LARGEST) },
        { partition: "p", sort: "s".repeat(1_024), text: "x".repeat(400_000) },
        { partition: "p".repeat(2_048), sort: "s" },
        { partition: "p", sort: "n", count: -(2 ** 53 - 1), share: 1e-130 },
      ];
      expect(await table.putAll(items)).toBe(4);
      for (const item of items) expect(isSame(await table.get(item), item)).toBe(true);
    });

    it("are keys that no item can have, and pages without an item", async () => {
      const table = await open();
      for (const key of [
        { partition: "", sort: "s" },
        { partition: "p", sort: "" },
      ]) {
        await expect(table.get(key)).rejects.toThrow();
        await expect(table.deleteAll([key])).rejects.toThrow();
      }
      await expect(table.query({ partition: "p", limit: 0 })).rejects.toThrow();
    });
  });

  describe("many items", () => {
    it("are all written, and counted", async () => {
      const table = await open();
      expect(await table.putAll([])).toBe(0);
      expect(await table.putAll(items(777))).toBe(777);
      expect(await all((after) => table.query({ partition: "many", after }))).toEqual([
        ...items(777),
      ]);
    });

    it("may come one by one from a stream", async () => {
      const table = await open();
      const stream = async function* (): AsyncGenerator<Item> {
        yield* items(60);
      };
      expect(await table.putAll(stream())).toBe(60);
    });

    it("are pulled no faster than they are written", async () => {
      const table = await open();
      const all = [...items(4_000)];
      async function* watched(): AsyncGenerator<Item> {
        for (const [n, item] of all.entries()) {
          // Two batches of the larger kind may be under way.
          const earlier = n % 100 === 0 ? all[n - 2_100] : undefined;
          if (earlier !== undefined) expect(await table.get(earlier)).not.toBeNull();
          yield item;
        }
      }
      expect(await table.putAll(watched())).toBe(4_000);
    });

    it("with one key end as the later of them", async () => {
      const table = await open();
      // Ten keys, each written two hundred times: within a batch and across batches under way.
      const versions = function* (): Generator<Item> {
        for (let version = 0; version < 200; version += 1) {
          for (let key = 0; key < 10; key += 1) yield { partition: "p", sort: `${key}`, version };
        }
      };
      expect(await table.putAll(versions())).toBe(2_000);
      const last = await all((after) => table.query({ partition: "p", after }));
      expect(last.map((item) => item["version"])).toEqual(Array<number>(10).fill(199));
    });

    it("with one key end as the later of them when batches overlap", async () => {
      const table = await open();
      // Batches of 25 over 30 keys: each batch shares keys with the two before it.
      const versions = function* (): Generator<Item> {
        for (let n = 0; n < 3_000; n += 1) yield { partition: "p", sort: `${n % 30}`, n };
      };
      await table.putAll(versions());
      const last = await all((after) => table.query({ partition: "p", after }));
      expect(last.map((item) => Number(item["n"])).sort((a, b) => a - b)).toEqual(
        Array.from({ length: 30 }, (_, key) => 2_970 + key),
      );
    });

    it("stop where they throw, with nothing left under way", async () => {
      const table = await open();
      const broken = function* (): Generator<Item> {
        yield* items(100);
        throw new Error("the rows ended early");
      };
      await expect(table.putAll(broken())).rejects.toThrow("the rows ended early");
      const written = await all((after) => table.query({ partition: "many", after }));
      expect(written).toHaveLength(100);
    });

    it("throw when the service refuses one of them", async () => {
      const table = await open();
      const wrong: Item = { partition: "many", sort: "" };
      await expect(table.putAll([...items(300), wrong, ...items(300)])).rejects.toThrow();
    });

    it("are deleted by their keys, whether there or not", async () => {
      const table = await open();
      await table.putAll(items(120));
      const keys = [...items(130)].filter((_, n) => n >= 20);
      expect(await table.deleteAll(keys)).toBe(110);
      expect(await all((after) => table.query({ partition: "many", after }))).toEqual([
        ...items(20),
      ]);
    });
  });

  describe("a query", () => {
    it("holds the items of one partition whose sort key begins so, in its order", async () => {
      const table = await open();
      const sorts = [
        "plan#2025",
        "plan#2026",
        "worklist#a",
        "plan",
        "Plan#1",
        "plan#é",
        "😀",
        "\uFFFD",
      ];
      await table.putAll(sorts.map((sort) => ({ partition: "p", sort })));
      await table.put({ partition: "p2", sort: "plan#2026" });
      const sortsOf = async (sortBeginsWith?: string): Promise<string[]> =>
        (
          await table.query({
            partition: "p",
            ...(sortBeginsWith !== undefined && { sortBeginsWith }),
          })
        ).items.map((item) => item.sort);
      expect(await sortsOf()).toEqual([
        "Plan#1",
        "plan",
        "plan#2025",
        "plan#2026",
        "plan#é",
        "worklist#a",
        // In the order of their bytes, which is not that of UTF-16.
        "\uFFFD",
        "😀",
      ]);
      expect(await sortsOf("plan#")).toEqual(["plan#2025", "plan#2026", "plan#é"]);
      expect(await sortsOf("")).toHaveLength(8);
      expect(await sortsOf("none")).toEqual([]);
    });

    it("comes in pages of at most the limit, which together are all", async () => {
      const table = await open();
      await table.putAll(items(53));
      const sizes: number[] = [];
      const paged = await all(async (after) => {
        const page = await table.query({ partition: "many", limit: 10, after });
        sizes.push(page.items.length);
        return page;
      });
      expect(paged).toEqual([...items(53)]);
      expect(sizes).toEqual([10, 10, 10, 10, 10, 3]);
    });

    it("comes in pages of about a megabyte where no limit is given", async () => {
      const table = await open();
      const large = Array.from({ length: 23 }, (_, n) => ({
        partition: "p",
        sort: String(n).padStart(2, "0"),
        text: "x".repeat(100_000),
      }));
      await table.putAll(large);
      const sizes: number[] = [];
      const paged = await all(async (after) => {
        const page = await table.query({ partition: "p", after });
        sizes.push(page.items.length);
        return page;
      });
      expect(isSame(paged, large)).toBe(true);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(11);
      expect(Math.max(...sizes)).toBeGreaterThanOrEqual(10);
    });

    it("takes no other partition for its own, whatever the two are called", async () => {
      const table = await open();
      const keys = ["p", "p\0", "p\0a", "p#", "pa", "pé", "p\uFFFD", "p😀"].flatMap((partition) =>
        ["a", "\0", "\0a", "é", "\uFFFF", "😀a"].map((sort) => ({ partition, sort })),
      );
      await table.putAll(keys);
      for (const { partition } of keys) {
        const { items } = await table.query({ partition, limit: 8 });
        expect(items).toEqual(
          ["\0", "\0a", "a", "é", "\uFFFF", "😀a"].map((sort) => ({ partition, sort })),
        );
        const begun = await table.query({ partition, sortBeginsWith: "\0", limit: 8 });
        expect(begun.items).toHaveLength(2);
      }
      await table.deleteAll([{ partition: "p", sort: "\0a" }]);
      expect(await table.get({ partition: "p\0", sort: "a" })).not.toBeNull();
    });

    it("refuses a cursor that is not its own", async () => {
      const table = await open();
      await table.putAll(items(5));
      const { next } = await table.query({ partition: "many", limit: 2 });
      const forged = (key: unknown): string =>
        Buffer.from(JSON.stringify(key)).toString("base64url");
      const wrong = [
        "",
        "not a cursor",
        next!.slice(0, -4),
        forged(null),
        forged("many"),
        forged({ partition: "many" }),
        forged({ partition: "many", sort: 1 }),
        forged({ partition: "other", sort: "0001" }),
        forged({ partition: "many", sort: "0001", more: "x" }),
      ];
      for (const after of wrong) {
        const query = table.query({ partition: "many", after });
        await expect(query).rejects.toThrow("cursor is malformed");
      }
      const elsewhere = table.query({ partition: "many", sortBeginsWith: "x", after: next });
      await expect(elsewhere).rejects.toThrow("cursor is malformed");
    });
  });
}

function swapContract(open: () => Promise<Table>): void {
  describe("a swap", () => {
    const before: Item = {
      ...plan(1),
      ...{ text: "Zoë", empty: "", count: 3, share: 0.25, isOwn: true, isLate: false, due: null },
    };

    it("puts an item in place of the one that was read", async () => {
      const table = await open();
      await table.put(before);
      const after: Item = { ...plan(1), text: "Zoe", steps: [{ done: true }], by: { name: "x" } };
      expect(await table.swap(after, (await table.get(plan(1)))!)).toBe(true);
      expect(await table.get(plan(1))).toEqual(after);
      expect(await table.swap(before, before)).toBe(false);
      expect(await table.get(plan(1))).toEqual(after);
    });

    it.each<[string, unknown]>([
      ["text", "Zoe"],
      ["empty", null],
      ["count", "3"],
      ["count", 4],
      ["share", 0.250001],
      ["isOwn", false],
      ["isLate", null],
      ["due", "2022-01-01"],
      ["due", undefined],
      ["due", { a: 1 }],
      ["text", ["Zoë"]],
    ])("is not made when meanwhile %s is %j", async (attribute, value) => {
      const table = await open();
      const meanwhile = { ...before, [attribute]: value };
      await table.put(meanwhile);
      expect(await table.swap({ ...before, text: "mine" }, before)).toBe(false);
      const { [attribute]: _, ...rest } = before;
      expect(await table.get(plan(1))).toEqual(
        value === undefined ? rest : { ...rest, [attribute]: value },
      );
    });

    it("is not made when another has added the attribute that it adds", async () => {
      const table = await open();
      await table.put(before);
      expect(await table.swap({ ...before, holder: "first" }, before)).toBe(true);
      expect(await table.swap({ ...before, holder: "second" }, before)).toBe(false);
      expect((await table.get(plan(1)))!["holder"]).toBe("first");
    });

    it("is not made where there is an item and none was, or none and one was", async () => {
      const table = await open();
      expect(await table.swap(before, before)).toBe(false);
      expect(await table.get(plan(1))).toBeNull();
      expect(await table.swap(before, null)).toBe(true);
      expect(await table.swap({ ...plan(1), text: "late" }, null)).toBe(false);
      expect(await table.get(plan(1))).toEqual(before);
    });

    it.each([true, false])("from one state is made once (item there: %s)", async (isThere) => {
      const table = await open();
      if (isThere) await table.put(before);
      const from = isThere ? before : null;
      const won = await Promise.all(
        Array.from({ length: 12 }, (_, writer) => table.swap({ ...plan(1), writer }, from)),
      );
      expect(won.filter(Boolean)).toHaveLength(1);
      expect(await table.get(plan(1))).toEqual({ ...plan(1), writer: won.indexOf(true) });
    });

    it("refuses what it cannot compare, and an item of another key", async () => {
      const table = await open();
      for (const value of [[], {}, [1], { a: 1 }]) {
        const wrong = table.swap(plan(1), { ...plan(1), steps: value });
        await expect(wrong).rejects.toThrow("attribute steps cannot be compared in a swap");
      }
      await expect(table.swap(plan(1), plan(2))).rejects.toThrow("expected one key");
    });
  });
}

/** Of things whose difference would be too long to print. */
const isSame = (a: unknown, b: unknown): boolean => isDeepStrictEqual(a, b);

/** The longest text of an item with the key `p` and `s`: names and values come to 400 KB. */
const LARGEST = 400 * 1_024 - "partitionpsortstext".length;

function plan(student: number) {
  return tableKeys.plan("grand-bend", `s${student}`, 2026);
}

function* items(count: number): Generator<Item> {
  for (let n = 0; n < count; n += 1) {
    yield { partition: "many", sort: String(n).padStart(4, "0"), text: "x".repeat(50) };
  }
}

async function all(query: (after: string | null) => Promise<Page>): Promise<Item[]> {
  const items: Item[] = [];
  let after: string | null = null;
  do {
    const page: Page = await query(after);
    items.push(...page.items);
    after = page.next;
  } while (after !== null);
  return items;
}
