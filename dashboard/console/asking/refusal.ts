/** A request that the console refuses, in its own words to the reader. */
export class Refusal extends Error {
  /** The status of the answer; null if there was no answer. */
  readonly status: number | null;

  constructor(words: string, status: number | null = null) {
    super(words);
    this.status = status;
  }
}

/** Whether the reader's roles do not allow it, so that trying again cannot help. */
export const isForbidden = (error: unknown): boolean =>
  error instanceof Refusal && error.status === 403;

/**
 * What to say if something failed. An error that is not a refusal is a fault of the page, and is
 * logged where browsers log faults.
 */
export function wordsOf(error: unknown): string {
  if (error instanceof Refusal) return error.message.trim();
  reportError(error);
  return "the answer was not understood";
}
