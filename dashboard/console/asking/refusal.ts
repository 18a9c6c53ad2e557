/** What the console does not do, in its own words to the reader. */
export class Refusal extends Error {
  /** The status of the answer; null where none came. */
  readonly status: number | null;

  constructor(words: string, status: number | null = null) {
    super(words);
    this.status = status;
  }
}

/** Whether the reader's roles do not allow it, so that trying again cannot help. */
export const isForbidden = (error: unknown): boolean =>
  error instanceof Refusal && error.status === 403;

/** What to say where something failed. What is no refusal is a fault of the page: whoever looks after it finds it where browsers keep faults. */
export function wordsOf(error: unknown): string {
  if (error instanceof Refusal) return error.message.trim();
  reportError(error);
  return "the answer was not understood";
}
