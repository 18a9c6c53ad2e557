import { createInterface } from "node:readline";
import { printable } from "../arguments/printable.ts";
import { OPENING_MINUTES, type Identity } from "./opening-tokens.ts";

/** What a person reads of an address that opens the console. */
export function openingLines(address: string, identity: Identity, isAsking: boolean): string {
  const whom = identity === null ? "the system account" : `staff id ${printable(identity)}`;
  const more = isAsking
    ? " Enter prints a new one; a staff id and Enter prints one for that person."
    : "";
  return `the console is at ${address}\nIt opens once, in one browser, within ${OPENING_MINUTES} minutes, for ${whom}, and names students.${more}\n`;
}

/**
 * Prints a new address for each line that somebody enters: for the staff id that stands in it, or for
 * whom the command was started where it is empty. The end of the input ends the asking, not the server.
 * @returns what stops the reading
 */
export function printOnEnter(
  input: NodeJS.ReadableStream,
  startedFor: Identity,
  openingFor: (identity: Identity) => string,
  print: (text: string) => void,
): () => void {
  // Not the editing of a terminal, which would take Ctrl-C for itself.
  const lines = createInterface({ input, terminal: false });
  lines.on("line", (line) => {
    const identity = line.trim() === "" ? startedFor : line.trim().slice(0, LONGEST_ID);
    print(openingLines(openingFor(identity), identity, true));
  });
  return () => lines.close();
}

/** Longer than any staff id: a slip of the clipboard is not repeated whole. */
const LONGEST_ID = 200;
