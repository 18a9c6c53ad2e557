import { describe, expect, it } from "vitest";
import { districtId } from "../../../functions/domain/ids.ts";
import {
  endOfDrop,
  forgetGone,
  lookAtInbox,
  nameOfDrops,
  noteCame,
  noteReceived,
} from "../../../functions/pipeline/intake/inbox.ts";
import type { StoredEntry } from "../../../functions/pipeline/ports.ts";
import { memoryStore } from "../../support/stores/memory-store.ts";
import { memoryTable } from "../../support/stores/memory-table.ts";

const FERN = districtId("fern");
const LATER = new Date(Date.now() + 3_600_000);

async function inboxWith(files: Readonly<Record<string, string>>) {
  const store = memoryStore();
  const table = memoryTable();
  const drop = async (key: string, text: string) => store.put(key, Buffer.from(text));
  for (const [key, text] of Object.entries(files)) await drop(key, text);
  const look = (now = LATER) => lookAtInbox(store, table, FERN, "fern/", { quietMinutes: 15 }, now);
  const keys = async (now = LATER) => {
    const { drops, open } = await look(now);
    const named = (entries: readonly StoredEntry[]) => entries.map(({ key }) => key);
    return { drops: drops.map(named), open: named(open) };
  };
  return { store, table, drop, look, keys };
}

describe("what lies in an inbox", () => {
  it("is what was not received yet, of the district alone", async () => {
    const { table, look, keys } = await inboxWith({
      "fern/a.csv": "a",
      "fern/b.csv": "b",
      "fernwood/c.csv": "c",
    });
    expect(await keys()).toEqual({ drops: [["fern/a.csv", "fern/b.csv"]], open: [] });
    for (const drop of (await look()).drops) await noteReceived(table, FERN, drop);
    expect(await keys()).toEqual({ drops: [], open: [] });
  });

  it("is known by key, ETag and size: other bytes under the key are new, and so are the bytes under another key", async () => {
    const { table, drop, look, keys } = await inboxWith({ "fern/a.csv": "a" });
    await noteReceived(table, FERN, (await look()).drops[0]!);
    await drop("fern/a.csv", "b");
    await drop("fern/later/a.csv", "a");
    expect((await keys()).drops).toEqual([["fern/a.csv", "fern/later/a.csv"]]);
  });

  it("has with new files the manifest beside them again, which says how they are to be taken", async () => {
    const { table, drop, look, keys } = await inboxWith({
      "fern/a/manifest.csv": "m",
      "fern/a/users.csv": "u",
      "fern/b/manifest.csv": "m",
      "fern/b/users.csv": "u",
    });
    for (const drop of (await look()).drops) await noteReceived(table, FERN, drop);
    expect((await keys()).drops).toEqual([]);
    await drop("fern/a/users.csv", "changed");
    expect((await keys()).drops).toEqual([["fern/a/manifest.csv", "fern/a/users.csv"]]);
  });

  it("ended when the last of its files came, whenever a manifest did", () => {
    const entry = (key: string, instant: string): StoredEntry => ({
      ...{ key, size: 1, tag: "t", modifiedAt: new Date(instant) },
    });
    const [first, last] = ["2025-01-13T05:00:00.000Z", "2025-01-13T05:10:00.000Z"] as const;
    const manifest = entry("d/manifest.csv", "2025-01-14T05:00:00.000Z");
    const files = [entry("d/a.csv", last), entry("d/b.csv", first)];
    expect(endOfDrop([...files, manifest]).toISOString()).toBe(last);
    expect(endOfDrop([manifest])).toEqual(manifest.modifiedAt);
  });

  it("is still on its way until the time that the event of a file said is long enough ago", async () => {
    const { table, keys } = await inboxWith({ "fern/a.csv": "a" });
    const minutesAgo = (minutes: number, ms = 0) =>
      new Date(LATER.getTime() - minutes * 60_000 + ms).toISOString();
    await noteCame(table, FERN, "fern/a.csv", minutesAgo(15, 1));
    expect(await keys()).toEqual({ drops: [], open: ["fern/a.csv"] });
    // An event that comes late and out of order says nothing new.
    await noteCame(table, FERN, "fern/a.csv", minutesAgo(30));
    expect(await keys()).toEqual({ drops: [], open: ["fern/a.csv"] });
    expect(await keys(new Date(LATER.getTime() + 1))).toEqual({
      drops: [["fern/a.csv"]],
      open: [],
    });
  });

  it("is forgotten with the object", async () => {
    const { store, table, look } = await inboxWith({ "fern/a.csv": "a", "fern/b.csv": "b" });
    await noteReceived(table, FERN, (await look()).drops[0]!);
    await noteCame(table, FERN, "fern/a.csv", LATER.toISOString());
    await store.delete(["fern/a.csv"]);
    await forgetGone(store, table, FERN, "fern/");
    const { items } = await table.query({ partition: "fern#inbox" });
    expect(items.map(({ key }) => key)).toEqual(["fern/b.csv"]);
  });

  it("keeps the note of a file that comes while what is gone is forgotten", async () => {
    const { store, table, drop } = await inboxWith({ "fern/a.csv": "a" });
    const uploading = {
      ...store,
      list: async (prefix: string) => {
        const before = await store.list(prefix);
        await drop("fern/b.csv", "b");
        await noteCame(table, FERN, "fern/b.csv", "2025-01-13T05:00:00Z");
        return before;
      },
    };
    await forgetGone(uploading, table, FERN, "fern/");
    const { items } = await table.query({ partition: "fern#inbox" });
    expect(items.map(({ key }) => key)).toEqual(["fern/b.csv"]);
  });

  it("has a name by which one drop starts one run, and the same sent again another", () => {
    const entry = (key: string, instant: string): StoredEntry => ({
      ...{ key, size: 1, tag: "t", modifiedAt: new Date(instant) },
    });
    const [monday, tuesday] = ["2025-01-13T05:00:00Z", "2025-01-14T05:00:00Z"] as const;
    const name = nameOfDrops([[entry("a", monday)], [entry("b", monday)]]);
    expect(nameOfDrops([[entry("a", monday), entry("b", monday)]])).toBe(name);
    expect(nameOfDrops([[entry("a", tuesday)], [entry("b", monday)]])).not.toBe(name);
    expect(nameOfDrops([[entry("a", monday)]])).not.toBe(name);
    expect(name).toMatch(/^[0-9a-f]{32}$/);
  });
});
