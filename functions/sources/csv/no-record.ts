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
  const letter = cell.charCodeAt(0) | 0x20;
  const isLetter = cell.charCodeAt(0) < 0x80 && letter >= 0x61 && letter <= 0x7a;
  const isDigit = cell.charCodeAt(0) >= 0x30 && cell.charCodeAt(0) <= 0x39;
  if (cell.includes(".") || !(isLetter || isDigit)) return true;
  return isDigit ? cell[0] === name[0] : letter === name.charCodeAt(0);
}

/** The name, or the name after its table's. */
const isNamed = (cell: string, name: string): boolean =>
  nameKey(cell) === name || nameKey(cell.slice(cell.lastIndexOf(".") + 1)) === name;

/** "Total: 123", "Record count,,5", "Page 2 of 3", "(5 rows affected)": words, then numbers at most. */
const FOOTER =
  /^(?:(?:grand |sub)?totals?(?: (?:number|count|records?|rows?|students?)\b.*)?\s*[:=]?\s*[\d,.]*|(?:records?|rows?|students?|item) (?:count|total)s?\s*[:=]?\s*[\d,.]*|(?:records?|rows?|students?|count)\s*[:=]\s*[\d,.]+|page \d+(?: of \d+)?|\(?[\d,]+ (?:rows?|records?|students?)(?: (?:affected|selected|returned|found|exported))?\)?\.?|\W*end of (?:report|file|data|list|export)\W*)$/i;

/** What database tools draw under the header, and the mark by which old systems end a text. */
const RULE = /^[-=_+*]{2,}$/;
const END_OF_TEXT = "\u001a";

function isBelow(cells: readonly string[], named: number): boolean {
  const start = cells.find((cell) => cell !== "")?.trim() ?? "";
  // Of most records the first cell alone says that they are none such.
  if (start !== "" && !RULE.test(start) && start !== END_OF_TEXT && !FOOTER.test(start))
    return false;
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  if (filled.every((cell) => RULE.test(cell) || cell === END_OF_TEXT)) return true;
  const [first = "", ...others] = filled;
  return (
    filled.length < named && FOOTER.test(first) && others.every((cell) => !/\p{Letter}/u.test(cell))
  );
}
