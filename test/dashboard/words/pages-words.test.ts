import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { tableWords } from "../../../dashboard/src/words/methods/tables.ts";
import { STAFF_TABLES } from "../../../functions/releases/tables/tables.ts";

const WORDS = join(import.meta.dirname, "../../../dashboard/src/words");
const FILES = [
  join(WORDS, "groups.ts"),
  ...readdirSync(join(WORDS, "methods")).map((name) => join(WORDS, "methods", name)),
];

describe("the words of student groups, and of methods and data", () => {
  it.each([
    ["the word of the ladder for a range", /\bbands?\b/i],
    ["what is not there as if it were put away", /\bhidden|\bsuppress|\bocult|\bsuprim/i],
    ["the software", /\bsoftware\b/i],
    [
      "more than may be said of protection",
      /\bproven\b|\bimpossible\b|differential|\bimposible\b/i,
    ],
    ["an effect of a plan", /\b(?:improve|cause)[sd]?\b|\bmejora|\bcausa/i],
  ])("do not say %s", (_, words) => {
    const said = FILES.filter((file) => words.test(readFileSync(file, "utf8")));
    expect(said).toEqual([]);
  });

  it("say what one row of each table is", () => {
    for (const { name } of STAFF_TABLES) {
      expect(tableWords(name).row).toMatch(/^One row per /);
    }
  });

  it("take those of the data dictionary for a table that came later", () => {
    expect(tableWords("later", { title: "Later", description: "One row per day." })).toEqual({
      title: "Later",
      row: "One row per day.",
    });
  });
});
