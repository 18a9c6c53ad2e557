import { writeFileSync } from "node:fs";
import type { GoalWording } from "../../domain/record-types/goal-wording.ts";
import { CommandError } from "../arguments/command-error.ts";
import { csvCell } from "./label-files.ts";

/**
 * Writes wordings of the goal form as a district declares them, each once.
 * @throws CommandError when the file exists, since it may be what the district has declared
 */
export function writeGoalWordings(path: string, wordings: readonly GoalWording[]): void {
  const lines = wordings.map(({ wording, text }) => `${wording},${csvCell(text)}`);
  try {
    const text = `${["wording,text", ...new Set(lines)].join("\n")}\n`;
    writeFileSync(path, text, { flag: "wx", mode: 0o600 });
  } catch {
    throw new CommandError(
      `${path} cannot be written: expected a new file in a folder that exists`,
    );
  }
}
