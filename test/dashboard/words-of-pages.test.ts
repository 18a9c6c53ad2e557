import type { ReleaseManifest } from "../../functions/releases/manifest/manifest.ts";
import { describe, expect, it } from "vitest";
import { CHROMIUM } from "./browser.ts";
import { PAGES } from "./check-pages.ts";
import { fixtureSite, spaced } from "./fixture-site.ts";
import { catalogues, textsOf } from "./words/catalogue.ts";
import { foreignWords, wordsOfMachinery } from "./words/foreign-words.ts";

const EDITIONS = [
  "marsh-valley",
  "marsh-valley-staff",
  "marsh-valley-principal",
  "quiet-creek",
  "stone-bridge",
];

/** Every page, and a school's. */
const OPENED: readonly (readonly [name: string, query: string])[] = [
  ...PAGES.map((name) => [name, ""] as const),
  ["schools", "&school=103"],
];

/**
 * Runs in the page: each text of it that is not marked as English, and each label of a part that is not, words of drawings among them;
 * the names of files that a reader can fetch, and what is no text of a page, left out.
 */
const TEXTS = `(() => {
  const isOther = (node) => node.closest("[lang]:not(html)")?.lang === "en" || node.closest("script, style, code") !== null;
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement: parent, data } = walker.currentNode;
    if (data.trim() !== "" && !isOther(parent)) texts.push([parent.closest("svg") ? "label" : "text", data]);
  }
  for (const node of document.querySelectorAll("[aria-label], [aria-description], [title], [alt], [placeholder]")) {
    for (const name of ["aria-label", "aria-description", "title", "alt", "placeholder"]) {
      if (node.hasAttribute(name) && !isOther(node)) texts.push(["label", node.getAttribute(name)]);
    }
  }
  texts.push(["label", document.title]);
  return texts;
})()`;

type Text = readonly [kind: "text" | "label", text: string];

describe.skipIf(CHROMIUM === undefined)("the words of the pages", { timeout: 120_000 }, () => {
  const site = fixtureSite();
  const textsAt = async (name: string, query: string): Promise<readonly Text[]> => {
    await site.open(name, query);
    return (await site.page.evaluate<Text[]>(TEXTS)).map(([kind, text]) => [kind, spaced(text)]);
  };

  /** What stays English in a label, where nothing can mark it: names of places and of what the mandate asks. */
  async function namesOf(district: string): Promise<readonly string[]> {
    const address = `${site.address}/data/${district}`;
    const { path } = (await (await site.page.request.get(`${address}/latest.json`)).json()) as {
      path: string;
    };
    const {
      district: own,
      schools,
      mandate,
    } = (await (
      await site.page.request.get(`${address}/${path}manifest.json`)
    ).json()) as ReleaseManifest;
    return [
      own.name,
      mandate.title,
      ...schools.map(({ name }) => name),
      ...mandate.requirements.map(({ name }) => name),
      ...mandate.duties.map(({ name }) => name),
    ].sort((a, b) => b.length - a.length);
  }

  it.each(EDITIONS)(
    "have no English word in Spanish, but in what is marked as English: %s",
    async (district) => {
      const names = await namesOf(district);
      const english = new Set<string>();
      const spanish = new Set<string>();
      for (const { en, es } of await catalogues()) {
        for (const [, text] of textsOf(en)) english.add(text);
        for (const [, text] of textsOf(es)) spanish.add(text);
      }
      const onlyEnglish = new Set([...english].filter((text) => !spanish.has(text)));
      const faults = new Set<string>();
      let seen = 0;
      for (const [name, query] of OPENED) {
        for (const [kind, text] of await textsAt(name, `?district=${district}&lang=es${query}`)) {
          seen += 1;
          const own =
            kind === "label"
              ? names.reduce(
                  (rest, each) => rest.replaceAll(new RegExp(escaped(each), "gi"), "…"),
                  text,
                )
              : text;
          const words = [...foreignWords(own, "es"), ...(onlyEnglish.has(own) ? [own] : [])];
          if (words.length > 0)
            faults.add(`${name}: ${words.join(", ")} in “${text.slice(0, 160)}”`);
        }
      }
      expect(seen).toBeGreaterThan(300);
      expect([...faults]).toEqual([]);
    },
  );

  it.each(["en", "es"])(
    "speak of students, and never of how figures are made: %s",
    async (language) => {
      const faults = new Set<string>();
      for (const district of EDITIONS) {
        for (const [name, query] of OPENED) {
          await site.open(name, `?district=${district}&lang=${language}${query}`);
          const said = await site.page.evaluate<Text[]>(TEXTS);
          for (const [, text] of said) {
            for (const word of wordsOfMachinery(text))
              faults.add(`${name}: ${word} in “${spaced(text).slice(0, 160)}”`);
          }
        }
      }
      expect([...faults]).toEqual([]);
    },
  );

  it.each([
    ["en", "too few students to show"],
    ["es", "muy pocos estudiantes para mostrar"],
  ])(
    "say of a school that is too small that it has too few students: %s",
    async (language, words) => {
      for (const name of ["index", "schools", "requirements"]) {
        await site.open(name, `?lang=${language}`);
        const said = (await site.text()).replaceAll(/[\u2068\u2069]/g, "");
        expect(said).toMatch(new RegExp(`Dune Academy[^.]{0,40}${words}`));
      }
    },
  );

  it("speak of associations only", async () => {
    await site.open("methods");
    const part = spaced(await site.page.locator("#attendance").innerText());
    expect(part.length).toBeGreaterThan(300);
    expect(part).not.toMatch(
      /\b(impact|effect of|improves|reduces|leads to|because|due to|drives|boosts|works|proven)\b/i,
    );
  });

  it("promise no more of protection than is so", async () => {
    await site.open("methods");
    const part = spaced(await site.page.locator("#privacy").innerText());
    expect(part).toContain("20");
    expect(part).not.toMatch(
      /proven|nobody can|no one can|cannot be told|differentially private|impossible/i,
    );
  });
});

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
