import { printable } from "./printable.ts";

/**
 * A mistake in how a command was called, or input that leaves nothing to do: reported in one line,
 * with exit code 1. Exit code 2 says that the command did what it could and that somebody must look
 * at the rest.
 */
export class CommandError extends Error {
  override readonly name = "CommandError";
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2 = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Says that a source, such as an empty folder, has no file in it. */
export const holdsNothing = (sources: readonly string[]): CommandError =>
  new CommandError(
    printable(
      `there is no file in ${sources.join(", ")}: expected exports, or zips or folders that hold some`,
    ),
  );
