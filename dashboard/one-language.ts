import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";
import ts from "typescript";

/** As the pages name their languages. */
export const LANGUAGES = ["en", "es"] as const;
export type Language = (typeof LANGUAGES)[number];

/** The modules with the words of the pages, as Framework writes them. */
const WORDS = /[\\/]_import[\\/]words[\\/].*\.js$/;

/** Leaves the words of other languages out of a bundle: a reader loads those of one. */
export const wordsOf = (language: Language): Plugin => ({
  name: `words-${language}`,
  setup: (build) => {
    build.onLoad({ filter: WORDS }, async ({ path }) => ({
      contents: inOneLanguage(await readFile(path, "utf8"), language),
      loader: "js",
    }));
  },
});

/**
 * The code with `undefined` in place of what its tables have by the id of another language. A table of
 * languages is an object with no other keys than their ids: `{ en: …, es: … }`, or `{ es: … }` where a
 * release brings the English words itself.
 */
export function inOneLanguage(code: string, language: Language): string {
  const source = ts.createSourceFile("words.js", code, ts.ScriptTarget.ES2022, true);
  const left: string[] = [];
  let from = 0;
  const visit = (node: ts.Node): void => {
    if (isOfAnotherLanguage(node, language)) {
      left.push(code.slice(from, node.initializer.getStart(source)), "undefined");
      from = node.initializer.end;
    } else ts.forEachChild(node, visit);
  };
  visit(source);
  return [...left, code.slice(from)].join("");
}

function isOfAnotherLanguage(node: ts.Node, language: Language): node is ts.PropertyAssignment {
  return (
    ts.isPropertyAssignment(node) &&
    node.parent.properties.every((each) => languageOf(each) !== undefined) &&
    languageOf(node) !== language
  );
}

const languageOf = (property: ts.ObjectLiteralElementLike): Language | undefined =>
  ts.isPropertyAssignment(property) && ts.isIdentifier(property.name)
    ? LANGUAGES.find((id) => id === (property.name as ts.Identifier).text)
    : undefined;
