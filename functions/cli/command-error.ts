/** A mistake in how a command was called, or input that leaves nothing to do: told in one line, exit code 1. */
export class CommandError extends Error {
  override readonly name = "CommandError";
}
