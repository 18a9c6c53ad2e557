import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { recipe, recipeTitles, unnamed } from "./recipe.ts";

const textsOf = (folder: string, ends: string): string =>
  readdirSync(join(import.meta.dirname, folder))
    .filter((name) => name.endsWith(ends))
    .map((name) => readFileSync(join(import.meta.dirname, folder, name), "utf8"))
    .join("\n");

describe("the recipes of CONTRIBUTING.md", () => {
  it("are each carried out by a test", () => {
    const tests = textsOf(".", ".test.ts") + textsOf("../soak", "recipes.soak.ts");
    const left = recipeTitles().filter((title) => !tests.includes(`recipe("${title}"`));
    expect(left).toEqual([]);
  });

  it("have at most six steps", () => {
    const text = readFileSync(join(import.meta.dirname, "../../CONTRIBUTING.md"), "utf8");
    const long = text.split(/^## /m).filter((section) => /^7\. /m.test(section));
    expect(long).toEqual([]);
  });

  it("name files and commands, with their placeholders filled in", () => {
    const { paths, commands } = recipe("A mandate", { code: "wy" });
    expect(paths).toContain("functions/mandates/profiles/wy.json");
    expect(paths).toContain("test/mandates/students/");
    expect(commands).toEqual(["npx vitest run test/mandates"]);
    expect(() => recipe("A mandate")).toThrow('"A mandate" has <code>, no value');
    expect(() => recipe("A moon")).toThrow('no recipe "A moon"');
  });

  it("are not enough where a file is touched that they do not name", () => {
    const paths = ["functions/metrics/measures/metrics.ts", "test/independent/"];
    expect(
      unnamed(paths, ["functions/metrics/measures/metrics.ts", "test/independent/a.ts"]),
    ).toEqual([]);
    expect(unnamed(paths, ["functions/metrics/questions/needs.ts"])).toEqual([
      "functions/metrics/questions/needs.ts",
    ]);
  });
});
