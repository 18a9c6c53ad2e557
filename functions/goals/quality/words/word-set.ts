/** The words of a text, for small lists that one rule needs. */
export const wordSet = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));
