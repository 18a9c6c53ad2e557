import { byKey } from "../../domain/text/compare-text.ts";
import { CANONICAL_FIELDS } from "../profiles/canonical-fields.ts";
import { GAP, type CanonicalTable } from "../profiles/profile.ts";
import { writtenYesNo } from "../values/written-yes-no.ts";
import type { Code } from "./column-shape.ts";
import type { IsPerson } from "./people-known.ts";
import { itemsOf, type Translate } from "./words/value-words.ts";
import { yesNoOf } from "./words/yes-no-words.ts";

/** What a profile says of the values of a closed field, and what it leaves out. */
export interface LocalValues {
  readonly values: { readonly [local: string]: string };
  /** Codes that are not shown, since too few records hold them to be sure that they are codes, or they are people's. */
  readonly rare: number;
}

/** A code is in so many records at least, unless it is a word that is known. */
const FEWEST_RECORDS = 2;
const LONGEST_CODE = 40;

/**
 * Each local value of a closed field: nothing if it is read as it is, its meaning if its words are
 * known, and a gap if only its owner knows.
 */
export function localValues(
  table: CanonicalTable,
  field: string,
  codes: Iterable<Code>,
  translate: Translate,
  isPerson: IsPerson = () => false,
): LocalValues {
  const is = CANONICAL_FIELDS[table].fields[field];
  const values = new Map<string, string>();
  let rare = 0;
  const all = [...codes];
  const letters = field === "raceEthnicity" ? raceLetters(all) : null;
  for (const { text, records } of all) {
    for (const item of itemsOf(table, field, text, translate)) {
      if (values.has(item) || isReadAsItStands(table, field, item)) continue;
      const ours =
        is?.is === "yes-no"
          ? yesNoWord(item)
          : (letters?.get(item.toUpperCase()) ?? translate(table, field, item));
      const isShown =
        (records >= FEWEST_RECORDS || /^[\d\p{L}]$/u.test(item)) &&
        item.length <= LONGEST_CODE &&
        !item.includes("@") &&
        !isPerson(item);
      if (ours !== null) values.set(item, ours);
      else if (isShown) values.set(item, GAP);
      else rare++;
    }
  }
  const listed = [...values].sort(byKey);
  return { values: Object.fromEntries(listed), rare };
}

const RACE_LETTERS: ReadonlyMap<string, string> = new Map([
  ["W", "white"],
  ["B", "black"],
  ["H", "hispanic"],
  ["A", "asian"],
  ["I", "american-indian"],
  ["P", "pacific-islander"],
  ["M", "multiple"],
]);

/** The letters that most systems write, if a column has no others and enough of them. */
function raceLetters(codes: readonly Code[]): ReadonlyMap<string, string> | null {
  const texts = new Set(codes.map(({ text }) => text.toUpperCase()));
  const isThem = texts.has("W") && (texts.has("B") || texts.has("H"));
  return isThem && [...texts].every((letter) => RACE_LETTERS.has(letter)) ? RACE_LETTERS : null;
}

function yesNoWord(text: string): string | null {
  const read = yesNoOf(text);
  return read === null ? null : read ? "yes" : "no";
}

/** Single letters of sex are read by themselves. */
const SEX_LETTERS = /^[fmxnu]$/i;
const PLAIN_GRADE = /^(?:0?[1-9]|1[0-3]|k|kg|pk|tk|ps|ug|it|pr|other)$/i;

function isReadAsItStands(table: CanonicalTable, field: string, text: string): boolean {
  const is = CANONICAL_FIELDS[table].fields[field];
  if (field === "grade") return PLAIN_GRADE.test(text);
  if (field === "sex" && SEX_LETTERS.test(text)) return true;
  if (is?.is === "yes-no") return writtenYesNo(field, text) !== null;
  if (is?.is !== "one-of" && is?.is !== "list-of") return true;
  return is.values.some((value) => value.toLowerCase() === text.toLowerCase());
}
