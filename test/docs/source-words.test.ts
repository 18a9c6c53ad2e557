import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { pathsBelow } from "../architecture/source-file.ts";
import { notPlain } from "./not-plain.ts";
import { textsOfSource } from "./texts-of-source.ts";

const REPOSITORY = join(import.meta.dirname, "../..");

/** The words of other spellings and languages that headers of exports may have: they are read, not written. */
const READ_IN_EXPORTS = "functions/sources/propose/words/";

const SOURCES = ["functions", "infra"]
  .flatMap(pathsBelow)
  .filter((path) => /\.(ts|mjs)$/.test(path) && !path.startsWith(READ_IN_EXPORTS));

const faultsOf = (source: string): readonly string[] =>
  textsOfSource(source).flatMap(({ line, text }) =>
    notPlain(text).map((fault) => `line ${line}: ${fault}`),
  );

describe("comments and texts of the source", () => {
  it.each(SOURCES)("%s are in plain American English", (path) => {
    expect(faultsOf(readFileSync(join(REPOSITORY, path), "utf8"))).toEqual([]);
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
