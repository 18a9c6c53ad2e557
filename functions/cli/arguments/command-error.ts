import { printable } from "./printable.ts";

/**
 * A mistake in how a command was called, or input that leaves nothing to do: told in one line, exit
 * code 1. Exit code 2 where the command did what it could and somebody is to look at the rest.
 */
export class CommandError extends Error {
  override readonly name = "CommandError";
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2 = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Of what was to be read, such as an empty folder, that there is no file in it. */
export const holdsNothing = (sources: readonly string[]): CommandError =>
  new CommandError(
    printable(
      `there is no file in ${sources.join(", ")}: expected exports, or zips or folders that hold some`,
    ),
  );
