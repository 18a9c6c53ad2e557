import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { pathsBelow } from "../architecture/source-file.ts";
import { notPlain } from "./not-plain.ts";
import { privateNames } from "./private-names.ts";
import { textsOfSource } from "./texts-of-source.ts";

const REPOSITORY = join(import.meta.dirname, "../..");

/** The words of other spellings and languages that headers of exports may have: they are read, not written. */
const READ_IN_EXPORTS = "functions/sources/propose/words/";

const SOURCES = ["functions", "infra"]
  .flatMap(pathsBelow)
  .filter((path) => /\.(ts|mjs)$/.test(path) && !path.startsWith(READ_IN_EXPORTS));

/** The data of mandates and vendors, whose texts readers see. */
const DATA = [
  "functions/mandates/profiles",
  "functions/mandates/rules",
  "functions/reports/state-errors",
  "functions/sources/vendors",
  "functions/sources/profiles",
]
  .flatMap(pathsBelow)
  .filter((path) => path.endsWith(".json"));

/** The strings of a JSON document, without names of columns: those are written as the vendors write them. */
const textsOfData = (value: unknown): readonly string[] => {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value)
    .filter(([key]) => !COLUMN_NAMES.has(key))
    .flatMap(([, part]) => textsOfData(part));
};

const COLUMN_NAMES = new Set(["from", "join", "signature", "column", "columns", "sectionColumns"]);

const faultsOf = (source: string): readonly string[] =>
  textsOfSource(source).flatMap(({ line, text }) =>
    notPlain(text).map((fault) => `line ${line}: ${fault}`),
  );

describe("comments and texts of the source", () => {
  it.each(SOURCES)("%s are in plain American English", (path) => {
    expect(faultsOf(readFileSync(join(REPOSITORY, path), "utf8"))).toEqual([]);
  });

  it.each(DATA)("%s is in plain American English", (path) => {
    const data: unknown = JSON.parse(readFileSync(join(REPOSITORY, path), "utf8"));
    expect(textsOfData(data).flatMap(notPlain)).toEqual([]);
  });

  it("are red for a text deep in data, and not for a name of a column", () => {
    const data = { reads: [{ from: ["Steps towards a goal"], notes: ["a guidance programme"] }] };
    expect(textsOfData(data).flatMap(notPlain)).toEqual(['"programme": US spelling']);
  });

  it.each([
    ["/** The colour of a chart. */\nconst a = 1;", "line 1"],
    ['const a = 1;\nconst b = "replay them once mended";', "line 2"],
    ["const a = `due on 20 May 2022 for ${name}`;", "line 1"],
    ["const a = [\n  // One row a student,\n  1,\n];", "line 2"],
    ["/**\n * Records that are held\n * against the roster.\n */\nconst a = 1;", "line 1"],
    ["const a = { b: 1 }; // the day gives way", "line 1"],
  ])("are red for %j", (source, where) => {
    expect(faultsOf(source)).toEqual([expect.stringContaining(where)]);
  });

  it("are no names, imports or single words of code", () => {
    expect(faultsOf('import { colour } from "./colour.ts";\nconst mended = "colour";')).toEqual([]);
  });
});

const TO_BE_NAMED = [
  "test/releases/messages/",
  "test/releases/overview/",
  "test/releases/release-rows.ts",
  "test/dashboard/fixture/year-rows.ts",
];
/** Code whose sentences few read. Four of the names are still in it, and all of them in what is listed. */
const BESIDES = ["fixtures", "bench", "dashboard/console", "test"]
  .flatMap(pathsBelow)
  .filter((path) => /\.(ts|mjs)$/.test(path) && !TO_BE_NAMED.some((to) => path.startsWith(to)));
const GONE_EVERYWHERE = ["one", "at", "known", "found"];

describe("variables and parameters of the source", () => {
  it.each(SOURCES)("%s have names that say what they hold", (path) => {
    expect(privateNames(readFileSync(join(REPOSITORY, path), "utf8"))).toEqual([]);
  });

  it("have names that say what they hold in tests, fixtures and the bench too", () => {
    const faults = BESIDES.flatMap((path) =>
      privateNames(readFileSync(join(REPOSITORY, path), "utf8"), GONE_EVERYWHERE).map(
        (fault) => `${path}: ${fault}`,
      ),
    );
    expect(faults).toEqual([]);
  });

  it.each([
    ["const a = 1;\nconst told = a;", "line 2: told"],
    ["const isMost = (near: number) => near > 1;", "line 1: near"],
    ["const { here } = places;", "line 1: here"],
    ["for (const there of places) go(there);", "line 1: there"],
    ["rows.filter((one) => one.n > 0);", "line 1: one"],
    ["rows.map((row, at) => at);", "line 1: at"],
    ["const known = feeds.length;", "line 1: known"],
    ["const { row: found } = match;", "line 1: found"],
    ["const [one, other] = pair;", "line 1: one"],
    ["function together(...known: readonly string[]) {}", "line 1: known"],
  ])("are red for %j", (source, fault) => {
    expect(privateNames(source)).toEqual([fault]);
  });

  it("are no names of properties", () => {
    expect(
      privateNames("const fit = { told: 1, at: 2, ...here.near, last: days.at(-1) };"),
    ).toEqual([]);
  });
});
