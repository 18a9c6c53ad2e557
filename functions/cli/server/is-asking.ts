import { existsSync, readFileSync } from "node:fs";

/**
 * Whether somebody can press Enter for this command: its input is a terminal, and the command is in
 * the foreground. The terminal would stop a command in the background (`npm start &`) for reading.
 */
export const isAsking = (input: { readonly isTTY?: boolean }): boolean =>
  input.isTTY === true && (!existsSync(STAT) || isInFront(readFileSync(STAT, "utf8")));

/** Only Linux has this file; on other systems any terminal counts. */
const STAT = "/proc/self/stat";

/**
 * Whether a process is in the foreground process group of its terminal.
 * @param stat its line in `/proc`; the name in parentheses may hold any character (proc(5))
 */
export function isInFront(stat: string): boolean {
  const [, , group, , , terminalGroup] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return group === terminalGroup;
}
