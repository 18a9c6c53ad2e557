import { existsSync, readFileSync } from "node:fs";

/**
 * Whether somebody can press Enter for this command: its input is a terminal, and it is the command in
 * front. One that runs behind the shell (`npm start &`) would be stopped by the terminal for reading.
 */
export const isAsking = (input: { readonly isTTY?: boolean }): boolean =>
  input.isTTY === true && (!existsSync(STAT) || isInFront(readFileSync(STAT, "utf8")));

/** Linux alone says it; elsewhere a terminal is taken at its word. */
const STAT = "/proc/self/stat";

/**
 * Whether the process group of a process is the one that its terminal listens to.
 * @param stat its line in `/proc`; the name in brackets may hold anything (proc(5))
 */
export function isInFront(stat: string): boolean {
  const [, , group, , , terminalGroup] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return group === terminalGroup;
}
