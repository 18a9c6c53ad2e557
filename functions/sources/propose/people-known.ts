import { TOKEN_OF } from "./words/header-words.ts";
import { isTelling } from "./id-domains.ts";
import { wordsOfHeader } from "./words/split-header.ts";
import type { Evidence } from "./field-score.ts";

/** Whether a value is an identifier or a name of somebody whom the files of the folder name. */
export type IsPerson = (text: string) => boolean;

const SHORTEST = 3;
const NAMING = ["name", "given", "family", "full"];

/** What the files of a folder show of its people, so that no such value is taken for a code and shown. */
export function peopleKnown({ files, domains }: Pick<Evidence, "files" | "domains">): IsPerson {
  const ids = new Set<string>();
  for (const domain of domains) {
    if (domain.entity !== "student" || !isTelling(domain)) continue;
    for (const row of domain.file.rows) ids.add(keyOf(row[domain.column.place] ?? ""));
  }
  const names = new Set<string>();
  for (const { columns, rows } of files) {
    for (const { shape, tokens, place } of columns) {
      const areNames =
        shape.names === "family-given" ||
        (shape.names !== null &&
          NAMING.some((token) => tokens.has(token)) &&
          !tokens.has("school"));
      if (!areNames) continue;
      for (const row of rows) for (const word of nameWords(row[place] ?? "")) names.add(word);
    }
  }
  return (text) => {
    if (ids.has(keyOf(text))) return true;
    const words = wordsOfHeader(text).filter((word) => word.length >= SHORTEST);
    return words.length > 0 && words.every((word) => names.has(word));
  };
}

const keyOf = (text: string): string => text.trim().toLowerCase();

/** Words of names that no code is made of. */
const nameWords = (cell: string): readonly string[] =>
  wordsOfHeader(cell).filter((word) => word.length >= SHORTEST && !TOKEN_OF.has(word));
