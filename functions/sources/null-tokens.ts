import type { CellRules } from "./profile.ts";

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
export const SIGNS_FOR_NOTHING: ReadonlySet<string> = new Set([
  ...["--", "---"],
  ...["(null)", "<null>", "[null]", "{null}", "<na>", "(na)", "[na]", "<n/a>", "(n/a)"],
  ...["<none>", "(none)", "[none]", "(blank)", "<blank>", "(empty)", "<empty>", "\\n"],
]);

/**
 * Words for nothing that are also somebody's name, a country or a language: R writes `NA`, Python
 * `None` and `nan`. In a column of days, numbers, flags or listed values they are none.
 */
export const WORDS_FOR_NOTHING: ReadonlySet<string> = new Set([
  ...["na", "n.a", "n.a.", "n/a", "n / a", "#na", "nil", "none", "null", "nan", "nat", "-nan"],
  // An identifier may be no more than such a sign.
  ...[".", "..", "...", "\u2013", "\u2014", "?", "??"],
  ...["undefined", "missing", "not applicable", "not available", "no date", "no value"],
]);
