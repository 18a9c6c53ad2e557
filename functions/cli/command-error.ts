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
