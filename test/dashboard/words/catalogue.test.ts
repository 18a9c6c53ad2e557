import { describe, expect, it } from "vitest";
import { piecesOf } from "../../../dashboard/src/words/language.ts";
import { catalogues, pathsOf, textsOf } from "./catalogue.ts";
import { foreignWords, wordsOfMachinery } from "./foreign-words.ts";

const CATALOGUES = await catalogues();
const IN_BOTH = CATALOGUES.filter(({ en }) => en !== undefined);

/** Of formatters, which are not words. */
const isOfWords = (path: string): boolean => !/^\/(resolvedOptions|format)/.test(path);

/** The name of a language is no text of it. */
const LOCALE = /^[a-z]{2}-[A-Z]{2}$/;

/** A text of two words or more that is the same in both languages was not translated. */
const isLong = (text: string): boolean => /\p{L}{3,}\s+\p{L}{2,}/u.test(text);

const ownWords = (text: string): string =>
  piecesOf(text)
    .filter(({ isEnglish }) => !isEnglish)
    .map((piece) => piece.text)
    .join(" ");

describe("the words of the pages", () => {
  it("are looked at, all tables of them", () => {
    expect(IN_BOTH.length).toBeGreaterThan(40);
    expect(CATALOGUES.length).toBeGreaterThan(IN_BOTH.length + 5);
  });

  it("are the same set in English and in Spanish", () => {
    for (const { name, en, es } of IN_BOTH) {
      expect({ name, paths: pathsOf(es).filter(isOfWords).toSorted() }).toEqual({
        name,
        paths: pathsOf(en).filter(isOfWords).toSorted(),
      });
    }
  });

  it("have no text that was left untranslated", () => {
    for (const { name, en, es } of IN_BOTH) {
      const english = new Map(textsOf(en));
      const equal = textsOf(es).filter(
        ([path, text]) => english.get(path) === text && isLong(text),
      );
      expect({ name, equal }).toEqual({ name, equal: [] });
    }
  });

  it("keep a number and its percent sign on one line", () => {
    const all = CATALOGUES.flatMap(({ es }) => textsOf(es));
    expect(all.filter(([, text]) => /\d\u00a0%/.test(text)).length).toBeGreaterThan(5);
    expect(all.filter(([, text]) => /\d %/.test(text))).toEqual([]);
  });

  it("have no common English words in Spanish, and no common Spanish words in English", () => {
    for (const { name, en, es } of CATALOGUES) {
      for (const [language, words] of [
        ["en", en],
        ["es", es],
      ] as const) {
        for (const [path, text] of textsOf(words).filter(([, each]) => !LOCALE.test(each))) {
          const foreign = foreignWords(ownWords(text), language);
          expect({ name, path, text, foreign }).toEqual({ name, path, text, foreign: [] });
        }
      }
    }
  });

  it("speak of plans and reviews, never of how a release is made", () => {
    for (const { name, en, es } of CATALOGUES) {
      for (const [path, text] of [...textsOf(en), ...textsOf(es)]) {
        const words = wordsOfMachinery(text);
        expect({ name, path, text, found: words }).toEqual({ name, path, text, found: [] });
      }
    }
  });
});
