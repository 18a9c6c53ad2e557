/** Access and Visual Basic write true as -1. */
const YES = new Set(["true", "t", "yes", "y", "1", "x", "-1"]);
const NO = new Set(["false", "f", "no", "n", "0"]);
/** Flags that may also be a number of times or of minutes: any is a yes. Elsewhere 2 is some system's no. */
const COUNTS = new Set(["isAbsent", "isExcused", "isExempt", "isPresent", "isInstructional"]);

/** Yes or no in any of the ways that exports write it; null where the text is neither. */
export function writtenYesNo(field: string, text: string): boolean | null {
  const value = text.toLowerCase();
  if (YES.has(value)) return true;
  if (NO.has(value)) return false;
  const number = Number(value);
  if (number === 0) return false;
  if (number === 1) return true;
  return number > 0 && COUNTS.has(field) ? true : null;
}
