import { wholeNumber } from "./numbers.js";

/** Records as the public edition tells them, by order of magnitude ("100 to 999"), or exactly as the staff edition does. */
type Records = string | number;

export function recordsInWords(records: Records): string {
  return typeof records === "number" ? wholeNumber(records) : records;
}

/** What records are sorted by: the number at which their order of magnitude begins. */
export function recordsOrder(records: Records): number {
  if (typeof records === "number") return records;
  if (records.startsWith("under")) return 0;
  return Number.parseInt(records.replaceAll(",", ""), 10);
}
