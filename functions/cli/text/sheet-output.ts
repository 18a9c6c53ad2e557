/**
 * Answers that people open in a spreadsheet: how they are asked for, and where they are written.
 */
import { writeFileSync } from "node:fs";
import { Option, type Command } from "commander";
import { spreadsheetCsv, type Sheet } from "../../reports/spreadsheet-csv.ts";
import { CommandError } from "../arguments/command-error.ts";
import type { Json } from "../arguments/command-parts.ts";

export interface SheetAsked extends Json {
  readonly format: "table" | "csv" | "xlsx" | "ics";
  readonly out?: string;
}

/** How an answer is written in each format; a calendar only for commands that have one. */
export interface Written {
  readonly json: unknown;
  readonly table: () => string;
  readonly sheet: () => Sheet;
  readonly ics?: () => string;
}

/** Adds `--format` and `--out` to a command. */
export const withSheet = (command: Command, more: readonly "ics"[] = []): Command =>
  command
    .addOption(
      new Option(
        "--format <format>",
        `how to write it: xlsx is an Excel file${more.includes("ics") ? ", ics a calendar of the due days" : ""}`,
      )
        .choices(["table", "csv", "xlsx", ...more])
        .default("table")
        .conflicts("json"),
    )
    .option("--out <file>", "the file to write it to, in place of what is there");

/** Writes an answer in the format that is asked for, to the file that is asked for or to the output. */
export async function writeSheet({ json, format, out }: SheetAsked, answer: Written) {
  if (format === "xlsx" && out === undefined && process.stdout.isTTY) {
    throw new CommandError(
      "an Excel file cannot be shown here: give --out, such as --out list.xlsx",
    );
  }
  const content = json ? `${JSON.stringify(answer.json, null, 2)}\n` : await formatted();
  if (out === undefined) process.stdout.write(content);
  else writeTo(out, content);

  async function formatted(): Promise<string | Uint8Array> {
    switch (format) {
      case "table":
        return answer.table();
      case "csv":
        return spreadsheetCsv(answer.sheet());
      case "xlsx": {
        // Few commands write a workbook, so the package is loaded only for those that do.
        const { toXlsx } = await import("../../adapters/spreadsheet.ts");
        const { definition, rows } = answer.sheet();
        return toXlsx(definition, rows);
      }
      case "ics": {
        if (answer.ics === undefined) throw new Error("the command has no calendar");
        return answer.ics();
      }
    }
  }
}

/** It may name students, so no other user of the machine may read it. */
function writeTo(out: string, content: string | Uint8Array): void {
  try {
    writeFileSync(out, content, { mode: 0o600 });
  } catch {
    throw new CommandError(`${out} cannot be written: expected a file in a folder that exists`);
  }
}
