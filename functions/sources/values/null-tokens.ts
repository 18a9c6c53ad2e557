import type { CanonicalField } from "../profiles/canonical-fields.ts";
import { beginsNothing, type BeginsNothing } from "./plain-text.ts";
import type { CellRules } from "../profiles/profile.ts";

const DEFAULT_NULL_TOKENS: readonly string[] = ["NULL", "\\N", "N/A", "-"];

/** What a spreadsheet leaves where a formula or a look-up came to nothing: in no export is it a value. */
const SPREADSHEET_FAULTS: readonly string[] = [
  "#N/A",
  "#REF!",
  "#VALUE!",
  "#NAME?",
  "#DIV/0!",
  "#NULL!",
  "#NUM!",
  "#SPILL!",
  "#CALC!",
  "#ERROR!",
];

/** The cells that mean nothing, in lower case: those that a profile states, and what spreadsheets leave. */
export const nullTokensOf = ({
  nullTokens = DEFAULT_NULL_TOKENS,
}: CellRules): ReadonlySet<string> =>
  new Set([...nullTokens, ...SPREADSHEET_FAULTS].map((token) => token.toLowerCase()));

/** What tools write for nothing and nobody writes for something, in a column of any sort. */
const SIGNS_FOR_NOTHING: ReadonlySet<string> = new Set([
  ...["--", "---"],
  ...["(null)", "<null>", "[null]", "{null}", "<na>", "(na)", "[na]", "<n/a>", "(n/a)"],
  ...["<none>", "(none)", "[none]", "(blank)", "<blank>", "(empty)", "<empty>", "\\n"],
  ...["~", "''", '""'],
]);

/**
 * Words for nothing that are also somebody's name, a country or a language: R writes `NA`, Python
 * `None` and `nan`. In a column of days, numbers, flags or listed values they are none.
 */
const WORDS_FOR_NOTHING: ReadonlySet<string> = new Set([
  ...["na", "n.a", "n.a.", "n/a", "n / a", "#na", "nil", "none", "null", "nan", "nat", "-nan"],
  // An identifier may be no more than such a sign.
  ...[".", "..", "...", "\u2013", "\u2014", "?", "??"],
  ...["undefined", "missing", "not applicable", "not available", "no date", "no value"],
  ...["not set", "unset", "blank", "empty", "n/d", "n.d."],
]);

/** How the cells begin that may mean nothing in a column of any sort. */
export const beginningsOfNothing = (nullTokens: ReadonlySet<string>): BeginsNothing =>
  beginsNothing([...nullTokens, ...SIGNS_FOR_NOTHING]);

/**
 * Whether a cell is a tool's word for an empty value, and not a code that the profile knows.
 * @param field what the cell is read into, if that is known
 * @param values the codes of the column, in lower case
 */
export function meansNothing(
  value: string,
  field: CanonicalField | undefined,
  values: ReadonlyMap<string, string> | null,
): boolean {
  const word = value.toLowerCase();
  if (values?.has(word) === true) return false;
  if (SIGNS_FOR_NOTHING.has(word)) return true;
  return WORDS_FOR_NOTHING.has(word) && isOfFewValues(field, word);
}

/**
 * Whether a field has no free text, so that a word for nothing in it is not a value unless it is
 * listed.
 */
function isOfFewValues(field: CanonicalField | undefined, word: string): boolean {
  switch (field?.is) {
    case undefined:
    case "text":
    case "id":
    case "student":
      return false;
    case "one-of":
    case "list-of":
      return !field.values.some((value) => value.toLowerCase() === word);
    case "day":
    case "end-day":
    case "number":
    case "yes-no":
    case "school-year":
      return true;
  }
}
