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
