import { Command } from "commander";
import { CommandError } from "../../functions/cli/arguments/command-error.ts";
import { NotPossible } from "../../functions/pipeline/not-possible.ts";

/** What a command printed, or the refusal with which it ended. */
export interface Ran {
  readonly stdout: string;
  readonly refusal: string | null;
}

/** Runs a command of `ilp` in this process, as `functions/cli/ilp.ts` does. @param add adds it to the program */
export async function runCommand(
  add: (program: Command) => void,
  ...args: readonly string[]
): Promise<Ran> {
  const program = new Command("ilp");
  add(program);
  const write = process.stdout.write.bind(process.stdout);
  let stdout = "";
  process.stdout.write = (text: string | Uint8Array): boolean => {
    stdout += String(text);
    return true;
  };
  try {
    await program.parseAsync(args, { from: "user" });
    return { stdout, refusal: null };
  } catch (error) {
    if (error instanceof CommandError || error instanceof NotPossible) {
      return { stdout, refusal: error.message };
    }
    throw error;
  } finally {
    process.stdout.write = write;
  }
}
