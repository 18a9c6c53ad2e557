import { nameKey } from "../../csv/header.ts";
import { nullTokensOf } from "../../values/null-tokens.ts";
import { columnNames, type FileKind } from "../../profiles/profiles.ts";
import { isDayText } from "./day-text.ts";
import { MAYBE_NAMES, TOKEN_OF } from "./header-words.ts";
import { hasPhrase, wordsOfHeader } from "./split-header.ts";

/** Which names of columns may be shown: that of a student may stand where a column's is expected. */
export interface ShownColumns {
  /** Whether the name of each column may be shown, in the order of the file. */
  readonly isShown: readonly boolean[];
  /** Columns that are not shown because they look like people. */
  readonly people: number;
  /** Places, from 0, of the others that are not: nothing says that their names are those of columns. */
  readonly unsure: readonly number[];
}

/** So many columns with unknown names that hold the same sort of values are a grid. */
const FEWEST_SIMILAR = 2;
/** Of more columns with unknown names each is one of a grid. */
const MOST_COMPARED = 200;
/** Of a header of known names one in so many may hold an unknown word. */
const FEW_OF = 4;
/** A header speaks for the unknown names in it where so many are known, and half of all. */
const FEWEST_KNOWN = 2;

/**
 * A name is shown where some profile knows it or it is made of the words that such names are made
 * of, or where it stands alone in a header of known names and does not look like a person's. All
 * others are counted and never shown.
 */
export function shownColumns(
  header: readonly string[],
  kinds: readonly FileKind[],
  records: readonly (readonly string[])[],
): ShownColumns {
  const names = knownNames(kinds);
  const areRaces = header.filter((name) => RACES.test(name)).length >= FEWEST_RACES;
  const isPlain = header.map(
    (name) =>
      name === "" ||
      names.has(nameKey(name)) ||
      isDayText(name) ||
      isMadeOfWords(name) ||
      PROGRAM.test(name.trim()) ||
      (areRaces && RACES.test(name)),
  );
  const named = header.filter((name) => name !== "").length;
  const plain = header.filter((name, place) => name !== "" && isPlain[place] === true).length;
  const isConvincing = plain >= FEWEST_KNOWN && 2 * plain >= named;
  const doubtful = [...header.keys()].filter((place) => isPlain[place] !== true);
  const sorts = new Map(doubtful.map((place) => [place, sortOf(records, place)]));
  const similar = (place: number): number =>
    doubtful.length > MOST_COMPARED
      ? doubtful.length
      : doubtful.filter((other) => areSimilar(sorts.get(place), sorts.get(other))).length;
  const sortAt = (place: number): string => sorts.get(place)?.sort ?? "";
  /** Of a grid with remarks or days in its cells there are several columns of one sort. */
  const standsAlone = (place: number): boolean =>
    TELLING_SORTS.has(sortAt(place)) &&
    doubtful.every((other) => other === place || sortAt(other) !== sortAt(place));
  const areFew = FEW_OF * doubtful.length <= named;
  const isShown = header.map((name, place) => {
    if (isPlain[place] === true) return true;
    if (!isConvincing) return false;
    // "Bell Day": of a grid of students every column but the first few is in doubt.
    if (doubtful.length === 1 && sortAt(place) === "days" && speaksOfDays(name)) return true;
    if (looksLikePerson(name)) return false;
    if (hasPlainWord(name)) return similar(place) < FEWEST_SIMILAR || areFew;
    return standsAlone(place) || isCodeOfColumn(name);
  });
  const hidden = doubtful.filter((place) => isShown[place] !== true);
  const isPerson = (place: number): boolean =>
    looksLikePerson(header[place] ?? "") || similar(place) >= FEWEST_SIMILAR;
  return {
    isShown,
    people: hidden.filter(isPerson).length,
    unsure: hidden.filter((place) => !isPerson(place)),
  };
}

/** Short names of programs; in other letters they may be part of a person's. */
const PROGRAM = /^(?:504|EL|ML|EB)$/;

/** Flags of races side by side: alone, White is a name too. */
const RACES =
  /^(?:is ?)?(?:white|black|asian|hispanic|latino|american ?indian|native|pacific ?islander)$/i;
const FEWEST_RACES = 3;

/** How a column whose name is not shown is called. */
export const placeName = (place: number): string => `column ${place + 1}`;

/** The header with the places of the columns that are not shown in place of their names. */
export const shownHeader = (
  header: readonly string[],
  { isShown }: ShownColumns,
): readonly string[] =>
  header.map((name, place) => (isShown[place] === false ? placeName(place) : name));

const KNOWN = new WeakMap<readonly FileKind[], ReadonlySet<string>>();

function knownNames(kinds: readonly FileKind[]): ReadonlySet<string> {
  let cached = KNOWN.get(kinds);
  if (cached === undefined) {
    KNOWN.set(kinds, (cached = new Set(kinds.flatMap(columnNames).map(nameKey))));
  }
  return cached;
}

const isWord = (word: string): boolean => TOKEN_OF.has(word);
/** Words that are nobody's name, and more than a little word between others, which names have too. */
const isSure = (word: string): boolean =>
  (TOKEN_OF.get(word) ?? "") !== "" && !MAYBE_NAMES.has(word);
/** Numbers of columns are short; longer ones may be a student's, but for a year's. */
const isNumber = (word: string): boolean => /^(?:\d{1,3}|(?:19|20)\d\d)$/.test(word);

/** `P1`, `A0`: a part of the day, too short for anybody's number. */
const PART = /^[A-Za-z][ _.-]?\d{1,2}$/;

/** "Entry Date", `STU_ID`, "Period 3": words of columns alone, and one at least that is nobody's name. */
export function isMadeOfWords(name: string): boolean {
  if (name.includes("@")) return false;
  if (PART.test(name.trim())) return true;
  const words = wordsOfHeader(name);
  return (
    words.every((word) => isWord(word) || isNumber(word) || /^\p{L}$/u.test(word)) &&
    (words.some(isSure) || hasPhrase(name))
  );
}

const speaksOfDays = (name: string): boolean =>
  !/[@,\d]/.test(name) &&
  wordsOfHeader(name).every(isWord) &&
  wordsOfHeader(name).some((word) => TOKEN_OF.get(word) === "date");

const hasPlainWord = (name: string): boolean =>
  wordsOfHeader(name).some((word) => isSure(word) || QUESTIONS.has(word));
/** "Where it stood": so begins what is asked in a form, and no name. */
const QUESTIONS: ReadonlySet<string> = new Set([
  "what",
  "how",
  "where",
  "when",
  "who",
  "why",
  "whose",
  "which",
  "is",
  "was",
  "are",
  "were",
  "does",
  "did",
]);

/** `REC_X4`, `LNKD_STU`: codes of columns have capitals, underscores and few vowels. */
function isCodeOfColumn(name: string): boolean {
  if (!/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(name)) return false;
  return wordsOfHeader(name).every(
    (word) => isWord(word) || isNumber(word) || /^[^aeiouy\d]{1,5}$|^.$/.test(word),
  );
}

/** "Wrapped Up", "Signed By": little words that no name has. */
const PARTICLES: ReadonlySet<string> = new Set([
  "up",
  "by",
  "of",
  "off",
  "for",
  "with",
  "into",
  "out",
  "was",
  "were",
  "until",
]);

const CAPITALIZED = /^\p{Lu}[\p{L}'’.]*$/u;

/** "Vance, Ada (0417)", "Ada M. Vance", "Vance-Rue, A", `ada.vance@…`, `S00417`: in any order, with what is written next to it. */
export function looksLikePerson(name: string): boolean {
  if (name.includes("@")) return true;
  if (/\d{4,}/.test(name) && !isMadeOfWords(name.replace(/(?:19|20)\d\d/g, ""))) return true;
  const parts = name
    .replace(/\([^()]*\)|\d+/g, " ")
    .split(/[\s,/&-]+/u)
    .filter((part) => /\p{L}/u.test(part));
  const unknown = parts.filter(
    (part) => !wordsOfHeader(part).every((word) => isSure(word) || PARTICLES.has(word)),
  );
  if (/\p{L},\s*\p{L}/u.test(name) && unknown.length > 0) return true;
  // "Goal of Ada Vance": two words side by side that no column's name holds.
  const isNew = (part: string | undefined): boolean =>
    part !== undefined &&
    /^\p{Lu}\p{Ll}[\p{L}'’.]*$/u.test(part) &&
    wordsOfHeader(part).every((word) => !isWord(word));
  if (parts.some((part, place) => isNew(part) && isNew(parts[place + 1]))) return true;
  return (
    parts.length >= 2 &&
    unknown.length === parts.length &&
    parts.every((part) => CAPITALIZED.test(part))
  );
}

interface Sort {
  readonly sort: "nothing" | "days" | "numbers" | "ids" | "codes" | "text";
  readonly codes: ReadonlySet<string>;
}

/** Kinds of values that a grid of students has in no column, or in every column. */
const TELLING_SORTS: ReadonlySet<string> = new Set(["days", "ids", "text"]);
const MOST_CODES = 12;
const NULL_TOKENS = nullTokensOf({});

function sortOf(records: readonly (readonly string[])[], place: number): Sort {
  const cells = records
    .map((record) => record[place]?.trim().toLowerCase() ?? "")
    .filter((cell) => cell !== "" && !NULL_TOKENS.has(cell));
  const codes = new Set(cells);
  const nearlyAll = (is: (cell: string) => boolean): boolean =>
    cells.filter(is).length >= 0.9 * cells.length;
  const sort =
    cells.length === 0
      ? "nothing"
      : nearlyAll(isDayText)
        ? "days"
        : codes.size === cells.length &&
            cells.length >= 5 &&
            nearlyAll((cell) => /^\S*\d\S*$/.test(cell) && cell.length >= 3)
          ? "ids"
          : nearlyAll((cell) => /^-?[\d.,%]+$/.test(cell))
            ? "numbers"
            : codes.size > MOST_CODES && nearlyAll((cell) => /\s/.test(cell))
              ? "text"
              : "codes";
  return { sort, codes };
}

/** Whether two columns hold the same sort of values, of codes the same ones. */
function areSimilar(sort: Sort | undefined, other: Sort | undefined): boolean {
  if (sort === undefined || other === undefined) return false;
  if (sort.sort === "nothing" || other.sort === "nothing") return true;
  if (sort.sort !== other.sort) return false;
  if (sort.sort === "days" || sort.sort === "ids" || sort.sort === "text") return false;
  if (sort.sort === "numbers") return true;
  return [...sort.codes].some((code) => other.codes.has(code));
}
