/** `0,5` as spreadsheets of many countries write it; `1,000` might be a thousand and is none. */
const DECIMAL_COMMA = /^-?(?:\d+,\d{1,2}|0,\d+)$/;
const PORTIONS: ReadonlyMap<string, number> = new Map([
  ["full", 1],
  ["half", 0.5],
]);

/** A number as exports write it, fractions and portions of a day among them; null where it is none. */
export function writtenNumber(text: string): number | null {
  const [, over, under] = /^(\d+)\/([1-9]\d*)$/.exec(text) ?? [];
  if (over !== undefined) return Number(over) / Number(under);
  const portion = PORTIONS.get(text.toLowerCase());
  if (portion !== undefined) return portion;
  const plain = DECIMAL_COMMA.test(text) ? text.replace(",", ".") : text;
  return /^-?(?:\d+(?:\.\d*)?|\.\d+)$/.test(plain) ? Number(plain) : null;
}

/** A part of a whole, as such or in percent; null where it is no number. */
export function writtenShare(text: string): number | null {
  if (!text.endsWith("%")) return writtenNumber(text);
  const percent = writtenNumber(text.slice(0, -1).trim());
  return percent === null ? null : percent / 100;
}
