import { createInterface } from "node:readline";
import { printable } from "../arguments/printable.ts";
import { OPENING_MINUTES, type Identity } from "./opening-tokens.ts";

/** The lines that show a person an address that opens the console. */
export function openingLines(address: string, identity: Identity, isAsking: boolean): string {
  const whom = identity === null ? "the system account" : `staff id ${printable(identity)}`;
  const more = isAsking
    ? " Enter prints a new one; a staff id and Enter prints one for that person."
    : "";
  return `the console is at ${address}\nIt opens once, in one browser, within ${OPENING_MINUTES} minutes, for ${whom}, and names students.${more}\n`;
}

/**
 * Prints a new address for each line that somebody enters: for the staff id in the line or, if the
 * line is empty, for the person for whom the command was started. At the end of the input it stops
 * asking; the server goes on.
 * @returns a function that stops the reading
 */
export function printOnEnter(
  input: NodeJS.ReadableStream,
  startedFor: Identity,
  openingFor: (identity: Identity) => string,
  print: (text: string) => void,
): () => void {
  // Without the line editing of a terminal, which would catch Ctrl-C.
  const lines = createInterface({ input, terminal: false });
  lines.on("line", (line) => {
    const identity = line.trim() === "" ? startedFor : line.trim().slice(0, LONGEST_ID);
    print(openingLines(openingFor(identity), identity, true));
  });
  return () => lines.close();
}

/** Longer than any staff id, so that a wrong paste from the clipboard is not repeated in full. */
const LONGEST_ID = 200;
