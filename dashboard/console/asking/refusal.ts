/** What the console does not do, in its own words to the reader. */
export class Refusal extends Error {}

/** What to say where something failed. What is no refusal is a fault of the page: whoever looks after it finds it where browsers keep faults. */
export function wordsOf(error: unknown): string {
  if (error instanceof Refusal) return error.message.trim();
  reportError(error);
  return "the answer was not understood";
}
