/** A Spanish text with the space before each percent sign that no line breaks at. */
export const spaced = (text: string): string => text.replaceAll(" %", "\u00a0%");
