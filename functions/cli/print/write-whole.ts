import { renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { CommandError } from "../arguments/command-error.ts";

/**
 * Writes a file beside its place and puts it there when it is whole, so that no reader sees half of it.
 * @param mode the permissions of the file, such as 0o600
 * @throws CommandError where it cannot be written
 */
export function writeWhole(out: string, content: Uint8Array, mode: number): void {
  const draft = join(dirname(out), `.${basename(out)}.${process.pid}`);
  try {
    writeFileSync(draft, content, { mode });
    renameSync(draft, out);
  } catch {
    rmSync(draft, { force: true });
    throw unwritable(out);
  }
}

/**
 * For a command that works for a while before it writes.
 * @throws CommandError if the folder of the file is not there, or a folder has its name
 */
export function refuseUnwritable(out: string): void {
  const kindOf = (path: string) => statSync(path, { throwIfNoEntry: false });
  if (kindOf(dirname(out))?.isDirectory() !== true || kindOf(out)?.isDirectory() === true) {
    throw unwritable(out);
  }
}

const unwritable = (out: string): CommandError =>
  new CommandError(`${out} cannot be written: expected a file in a folder that exists`);
