import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { buildDashboard } from "../../dashboard/build.ts";
import { inOneLanguage, LANGUAGES } from "../../dashboard/one-language.ts";
import type { Language } from "../../dashboard/src/words/language.ts";
import { PUBLIC_SITE } from "../../functions/cli/server/built-sites.ts";
import { catalogues, textsOf } from "./words/catalogue.ts";

describe("code in one language", () => {
  it("keeps the words of that language, and of the other only that there are none", () => {
    const code = 'export const words = inLanguage({ en: { a: "school" }, es: { a: "escuela" } });';
    expect(inOneLanguage(code, "en")).toBe(
      'export const words = inLanguage({ en: { a: "school" }, es: undefined });',
    );
    expect(inOneLanguage(code, "es")).toBe(
      'export const words = inLanguage({ en: undefined, es: { a: "escuela" } });',
    );
  });

  it.each([
    ["words that a release brings in English", "t({ es: THINGS });", "t({ es: undefined });"],
    ["an object with other keys", 'f({ es: "sí", id: 1 });', 'f({ es: "sí", id: 1 });'],
    ["a text about a language", 'f("{ es: 1 }");', 'f("{ es: 1 }");'],
    [
      "a table within a table",
      "t({ en: { en: 1, es: 2 } });",
      "t({ en: { en: 1, es: undefined } });",
    ],
  ])("reads %s", (_, code, expected) => {
    expect(inOneLanguage(code, "en")).toBe(expected);
  });
});

/** What a page may load in a language: the bundles that it names, and what they name in turn. */
function bundlesOf(page: string, language: Language): ReadonlySet<string> {
  const code = readFileSync(join(PUBLIC_SITE, page), "utf8");
  const lists = [...code.matchAll(/\((\{"en":[^)]*\})\)\[/g)].map(
    ([, json = ""]) => JSON.parse(json) as Record<Language, string | readonly string[]>,
  );
  const names = new Set<string>();
  const add = (text: string): void => {
    for (const [name] of text.matchAll(/[\w.-]+-[A-Z0-9]{8}\.js/g)) {
      if (names.has(name)) continue;
      names.add(name);
      add(readFileSync(join(PUBLIC_SITE, "_pages", name), "utf8"));
    }
  };
  for (const list of lists) add(JSON.stringify(list[language]));
  return names;
}

/** The text of a bundle with its letters as they are read. */
const readBundle = (name: string): string =>
  readFileSync(join(PUBLIC_SITE, "_pages", name), "utf8").replace(
    /\\x([\dA-F]{2})|\\u([\dA-F]{4})/gi,
    (_, short: string | undefined, long: string | undefined) =>
      String.fromCodePoint(Number.parseInt(short ?? long ?? "", 16)),
  );

describe("the bundles of a language", { timeout: 60_000 }, () => {
  beforeAll(() => buildDashboard(), 120_000);

  it.each(LANGUAGES)("have no sentence of another language: %s", async (language) => {
    const pages = readdirSync(PUBLIC_SITE).filter((name) => name.endsWith(".html"));
    const names = new Set(pages.flatMap((page) => [...bundlesOf(page, language)]));
    expect(names.size).toBeGreaterThan(pages.length);
    const code = [...names].map(readBundle).join("\n");
    const longTexts = (words: unknown): readonly string[] =>
      textsOf(words)
        .map(([, text]) => text)
        .filter((text) => /\p{L}{3,}\s+\p{L}{2,}\s+\p{L}{2,}/u.test(text) && !text.includes('"'));
    const tables = await catalogues();
    const own = new Set(tables.flatMap((table) => longTexts(table[language])));
    const other = language === "en" ? "es" : "en";
    const foreign = tables.flatMap((table) => longTexts(table[other])).filter((t) => !own.has(t));
    expect([...own].filter((text) => code.includes(text)).length).toBeGreaterThan(50);
    expect(foreign.length).toBeGreaterThan(50);
    expect(foreign.filter((text) => code.includes(text))).toEqual([]);
  });
});
