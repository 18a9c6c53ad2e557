import { LANGUAGE, type InLanguages, type Language } from "../language.js";
import { wholeNumber } from "./numbers.js";

/** Records as the public edition has them, by order of magnitude ("100 to 999"), or exactly as the staff edition does. */
type Records = string | number;

const ORDERS: InLanguages<(order: string) => string> = {
  en: (order) => order,
  es: (order) =>
    order.replace("under", "menos de").replace(" to ", " a ").replace("or more", "o más"),
};

/** "1,000 to 9,999", "21,877" */
export const recordsInWords = (records: Records, language: Language = LANGUAGE): string =>
  typeof records === "number" ? wholeNumber(records, language) : ORDERS[language](records);

/** What records are sorted by: the number at which their order of magnitude begins. */
export function recordsOrder(records: Records): number {
  if (typeof records === "number") return records;
  if (records.startsWith("under")) return 0;
  return Number.parseInt(records.replaceAll(",", ""), 10);
}
