/** One thing that is wrong with a profile, and what to do about it. */
export interface ProfileFault {
  /** Where in the JSON document, as `files[2].reads[0].columns[3].to`; empty for all of it. */
  readonly path: string;
  readonly message: string;
  /** Whether it is nothing wrong, but something that a person has still to say. */
  readonly isGap?: true;
}

/** The fault of a text that should be a regular expression and is none. */
export function expressionFaults(source: string, path: string): readonly ProfileFault[] {
  try {
    new RegExp(source);
    return [];
  } catch {
    // The refusal is the answer we asked for.
    const message = "is no regular expression; write a backslash before ( ) [ ] { } . * + ? |";
    return [{ path, message }];
  }
}
