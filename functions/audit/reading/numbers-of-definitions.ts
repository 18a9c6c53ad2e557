/** Whether a text of definitions has no number that the definitions of the program lack: their words may be older. */
export function hasOnlyNumbersOf(definitions: unknown, text: unknown): boolean {
  const numbersIn = (value: unknown) => JSON.stringify(value).match(/\d+(\.\d+)?/g) ?? [];
  const numbers = new Set<string>(numbersIn(definitions));
  return numbersIn(text).every((number) => numbers.has(number));
}
