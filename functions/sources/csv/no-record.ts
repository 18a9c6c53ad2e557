import { nameKey } from "./header.ts";

/**
 * Tells lines that are not records from those that are: a repeated header, if files were joined or
 * a report continues on its next page, and what a report prints below its header and its rows.
 */
export function noRecord(header: readonly string[]): (cells: readonly string[]) => boolean {
  const names = header.map(nameKey);
  const first = names.findIndex((name) => name !== "");
  const named = names.filter((name) => name !== "").length;
  const isHeader = (cells: readonly string[]): boolean =>
    named >= FEWEST_COLUMNS &&
    mayBeNamed(cells[first] ?? "", names[first] ?? "") &&
    isNamed(cells[first] ?? "", names[first] ?? "") &&
    names.every((name, place) => isNamed(cells[place] ?? "", name));
  return (cells) => isHeader(cells) || (named >= FEWEST_COLUMNS && isBelow(cells, named));
}

/** With fewer columns, a record may look like its header, or have nothing but its first cell. */
const FEWEST_COLUMNS = 2;

/** Whether a cell is not told from a name by its first letter, as nearly all are. */
function mayBeNamed(cell: string, name: string): boolean {
  const first = cell.charCodeAt(0);
  if (cell.includes(".") || !(isLetter(first) || isDigit(first))) return true;
  return isDigit(first) ? cell[0] === name[0] : (first | 0x20) === name.charCodeAt(0);
}

/** Whether a code unit is a letter of ASCII. */
const isLetter = (unit: number): boolean =>
  unit < 0x80 && (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a;
const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/** The name, or the name after its table's. */
const isNamed = (cell: string, name: string): boolean =>
  nameKey(cell) === name || nameKey(cell.slice(cell.lastIndexOf(".") + 1)) === name;

/** "Total: 123", "Record count,,5", "Page 2 of 3", "(5 rows affected)": words, then numbers at most. */
const FOOTER =
  /^(?:(?:grand |sub)?totals?(?: (?:number|count|records?|rows?|students?)\b.*)?\s*[:=]?\s*[\d,.]*|(?:records?|rows?|students?|item) (?:count|total)s?\s*[:=]?\s*[\d,.]*|(?:records?|rows?|students?|count)\s*[:=]\s*[\d,.]+|page \d+(?: of \d+)?|\(?[\d,]+ (?:rows?|records?|students?)(?: (?:affected|selected|returned|found|exported))?\)?\.?|\W*end of (?:report|file|data|list|export)\W*)$/i;

/** What database tools draw under the header, and the mark by which old systems end a text. */
const RULE = /^[-=_+*]{2,}$/;
const END_OF_TEXT = "\u001a";

/** Whether a text begins as no rule and no footer does: with a letter and a digit, or with a digit and no blank after it. */
function isOneWordWithDigits(text: string): boolean {
  const first = text.charCodeAt(0);
  if (isDigit(first)) return !text.includes(" ");
  return isLetter(first) && isDigit(text.charCodeAt(1));
}

function isBelow(cells: readonly string[], named: number): boolean {
  const start = cells.find((cell) => cell !== "")?.trim() ?? "";
  // Of most records the first cell alone says that they are none such.
  if (isOneWordWithDigits(start)) return false;
  if (start !== "" && !RULE.test(start) && start !== END_OF_TEXT && !FOOTER.test(start))
    return false;
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  if (filled.every((cell) => RULE.test(cell) || cell === END_OF_TEXT)) return true;
  const [first = "", ...others] = filled;
  return (
    filled.length < named && FOOTER.test(first) && others.every((cell) => !/\p{Letter}/u.test(cell))
  );
}
