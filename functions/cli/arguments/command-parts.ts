/** What several commands have in common: their options, how arguments are read and answers printed. */
import { InvalidArgumentError, type Command } from "commander";
import { smallestGroup } from "../../protection/protection-policy.ts";
import { isDay, type Day } from "../../domain/calendar/day.ts";
import { districtId, type DistrictId } from "../../domain/ids.ts";
import { DATA_FOLDER } from "./local-places.ts";

export interface Json {
  readonly json?: true;
}
export interface Common extends Json {
  readonly data: string;
}
export interface OfDistrict extends Common {
  readonly district: DistrictId;
}

export const command = (parent: Command, name: string, description: string): Command =>
  parent
    .command(name)
    .description(description)
    .option("--data <folder>", "the data folder", DATA_FOLDER)
    .option("--json", "print JSON for use by other programs");

export const ofDistrict = (parent: Command, name: string, description: string): Command =>
  command(parent, name, description).requiredOption(
    "--district <id>",
    "the district, such as grand-bend",
    parsed(districtId),
  );

export function print<T>(options: Json, value: T, text: (value: T) => string): void {
  process.stdout.write(options.json ? `${JSON.stringify(value, null, 2)}\n` : text(value));
}

export function dayArgument(text: string): Day {
  if (!isDay(text)) throw new Error("expected a valid date, written as YYYY-MM-DD");
  return text;
}

/** @throws when it is not one of the sizes to choose between */
export const smallestGroupArgument = (text: string): number => smallestGroup(Number(text));

/** Makes commander report a mistake in an argument as such. */
export function parsed<T>(parse: (text: string) => T): (text: string) => T {
  return (text) => {
    try {
      return parse(text);
    } catch (error) {
      throw new InvalidArgumentError(error instanceof Error ? error.message : "not understood");
    }
  };
}
