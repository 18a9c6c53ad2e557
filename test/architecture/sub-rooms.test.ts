import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { codeBelow, pathsBelow } from "./source-file.ts";
import { importCycles, subRoomFaults, unusedAllowances } from "./sub-room-faults.ts";

const files = ["functions", "infra"].flatMap(codeBelow);
const file = (path: string, text: string) => ({ path, text });

/** Folders of files that are alike, one per thing of the world: their number is not ours to choose. */
const REGISTRIES = new Map([
  ["functions/mandates/profiles", 60],
  ["functions/domain/record-types", 40],
  ["functions/metrics/measures", 40],
]);
const MOST_FILES = 25;

describe("the rooms inside the rooms", () => {
  it("import only what the table of their room allows", () => {
    expect(subRoomFaults(files)).toEqual([]);
  });

  it("need every line of the tables", () => {
    expect(unusedAllowances(files)).toEqual([]);
  });

  it("never import each other in a circle, file by file or folder by folder", () => {
    expect(importCycles(files, (path) => path)).toEqual([]);
    expect(importCycles(files, posix.dirname)).toEqual([]);
  });

  it(`hold at most ${MOST_FILES} files each, but for registries of like files`, () => {
    const counts = new Map<string, number>();
    for (const path of ["functions", "infra"].flatMap(pathsBelow)) {
      const folder = posix.dirname(path);
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
    const full = [...counts].filter(
      ([folder, count]) => count > (REGISTRIES.get(folder) ?? MOST_FILES),
    );
    expect(full).toEqual([]);
  });
});

describe("subRoomFaults", () => {
  const rooms = { "functions/a/": { ".": [], left: [], right: ["left"] } };
  const faults = (path: string, text: string) => subRoomFaults([file(path, text)], rooms);

  it("finds an import to the right, and lets one to the left through", () => {
    expect(faults("functions/a/left/x.ts", 'import "../right/y.ts";')).toEqual([
      "functions/a/left/x.ts:1 may not import functions/a/right/y.ts",
    ]);
    expect(faults("functions/a/right/y.ts", 'import "../left/x.ts";')).toEqual([]);
  });

  it("finds an import of the top level that is not in the table", () => {
    expect(faults("functions/a/left/x.ts", 'import "../top.ts";')).toHaveLength(1);
  });

  it("finds a folder without a line", () => {
    expect(faults("functions/a/new/x.ts", "")).toEqual([
      "functions/a/new/x.ts is in no folder of the table of functions/a/",
    ]);
  });
});

describe("unusedAllowances", () => {
  it("finds an allowance that nothing needs", () => {
    const rooms = { "functions/a/": { left: [], right: ["left"] } };
    const needs = file("functions/a/right/y.ts", 'import "../left/x.ts";');
    expect(unusedAllowances([needs], rooms)).toEqual([]);
    expect(unusedAllowances([file("functions/a/right/y.ts", "")], rooms)).toEqual([
      "functions/a/right imports nothing from left",
    ]);
  });
});

describe("importCycles", () => {
  it("finds files that import each other over a third, types among them", () => {
    const circle = [
      file("a/one.ts", 'import type { Two } from "./two.ts";'),
      file("a/two.ts", 'import { three } from "../b/three.ts";'),
      file("b/three.ts", 'import { one } from "../a/one.ts";'),
      file("b/four.ts", 'import { one } from "../a/one.ts";'),
    ];
    expect(importCycles(circle, (path) => path)).toEqual([["a/one.ts", "a/two.ts", "b/three.ts"]]);
    expect(importCycles(circle, posix.dirname)).toEqual([["a", "b"]]);
  });
});
