import { describe, expect, it } from "vitest";
import type { StoredEntry } from "../../../functions/pipeline/ports.ts";
import {
  isMarker,
  completeDrops,
  type Completeness,
} from "../../../functions/sources/feeds/complete-drops.ts";

const QUIET: Completeness = { quietMinutes: 15 };

const dateAt = (time: string): Date => new Date(`2025-01-15T${time}Z`);
const entry = (key: string, time: string): StoredEntry => ({
  key,
  size: 1,
  tag: "t",
  modifiedAt: dateAt(time),
});

function settled(
  entries: readonly StoredEntry[],
  now: string,
  completeness = QUIET,
  came: Readonly<Record<string, string>> = {},
) {
  const cameAt = new Map(Object.entries(came).map(([key, time]) => [key, dateAt(time)]));
  const { drops, open } = completeDrops(entries, cameAt, completeness, dateAt(now));
  return {
    drops: drops.map((drop) => drop.map(({ key }) => key)),
    open: open.map((entry) => entry.key),
  };
}

describe("completeDrops", () => {
  const two = [entry("d/b.csv", "10:00:00"), entry("d/a.csv", "10:05:00")];

  it.each([
    ["one second before the quiet time has passed", "10:19:59", [], ["d/b.csv", "d/a.csv"]],
    ["when it has passed to the second", "10:20:00", [["d/a.csv", "d/b.csv"]], []],
    ["long after", "23:00:00", [["d/a.csv", "d/b.csv"]], []],
  ])("takes a drop as whole %s", (_, now, drops, open) => {
    expect(settled(two, now)).toEqual({ drops, open });
  });

  it("holds the whole drop back while one file of it is new", () => {
    const entries = [...two, entry("d/c.csv", "10:19:59")];
    expect(settled(entries, "10:30:00")).toEqual({
      drops: [],
      open: ["d/b.csv", "d/a.csv", "d/c.csv"],
    });
  });

  it("gives earlier drops while a later one is on its way, each where nothing came for long enough", () => {
    const entries = [...two, entry("d/c.csv", "10:20:00"), entry("d/e.csv", "10:34:59")];
    expect(settled(entries, "10:40:00")).toEqual({
      drops: [["d/a.csv", "d/b.csv"]],
      open: ["d/c.csv", "d/e.csv"],
    });
  });

  it("takes a file as come when its event said so: an upload in parts is listed by when it began", () => {
    expect(settled(two, "10:30:00", QUIET, { "d/b.csv": "10:29:00" })).toEqual({
      drops: [["d/a.csv"]],
      open: ["d/b.csv"],
    });
    expect(settled(two, "10:30:00", QUIET, { "d/b.csv": "09:00:00" }).open).toEqual([]);
  });

  it("takes what came before a marker as whole at once, in its folder and below", () => {
    const entries = [
      entry("d/monday/a.csv", "10:00:00"),
      entry("d/monday/more/b.csv", "10:01:00"),
      entry("d/tuesday/c.csv", "10:01:00"),
      entry("d/monday/_complete", "10:01:00"),
      entry("d/monday/late.csv", "10:01:01"),
    ];
    expect(settled(entries, "10:02:00")).toEqual({
      drops: [["d/monday/a.csv", "d/monday/more/b.csv"]],
      open: ["d/tuesday/c.csv", "d/monday/late.csv"],
    });
  });

  it("waits for the marker however long, where the district always lays one", () => {
    expect(settled(two, "23:59:59", "marker")).toEqual({ drops: [], open: ["d/b.csv", "d/a.csv"] });
    const entries = [...two, entry("d/_COMPLETE.txt", "10:05:00")];
    expect(settled(entries, "10:05:00", "marker")).toEqual({
      drops: [["d/a.csv", "d/b.csv"]],
      open: [],
    });
  });

  it("takes the drop that ended first as the earlier one", () => {
    const entries = [
      entry("d/z/a.csv", "08:00:00"),
      entry("d/a/a.csv", "09:00:00"),
      entry("d/z/_complete", "08:00:30"),
      entry("d/a/_complete", "09:00:30"),
    ];
    expect(settled(entries, "09:01:00").drops).toEqual([["d/z/a.csv"], ["d/a/a.csv"]]);
  });

  it("never takes a partial file as whole, and waits while one is being written", () => {
    const entries = [...two, entry("d/c.csv.filepart", "10:19:59")];
    expect(settled(entries, "10:30:00").drops).toEqual([]);
    expect(settled(entries, "10:35:00")).toEqual({
      drops: [["d/a.csv", "d/b.csv"]],
      open: ["d/c.csv.filepart"],
    });
    const marked = [entry("d/c.csv.TMP", "10:00:00"), entry("d/_complete", "10:01:00")];
    expect(settled(marked, "23:00:00")).toEqual({ drops: [], open: ["d/c.csv.TMP"] });
  });

  it("finds nothing in an empty inbox", () => {
    expect(settled([], "10:00:00")).toEqual({ drops: [], open: [] });
  });
});

describe("isMarker", () => {
  it.each(["d/_complete", "d/x/_Complete.txt", "_COMPLETE.done"])("knows %s", (key) => {
    expect(isMarker(key)).toBe(true);
  });
  it.each(["d/complete.csv", "d/_complete/a.csv", "d/_completed.csv", "d/a_complete.csv"])(
    "does not take %s for one",
    (key) => {
      expect(isMarker(key)).toBe(false);
    },
  );
});
