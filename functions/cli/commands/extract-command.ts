import type { Command } from "commander";
import { makeExtract } from "../../pipeline/extract/extract.ts";
import { extractsOf } from "../../pipeline/extract/extract-store.ts";
import type { Progress } from "../../pipeline/ports.ts";
import { AS_STAFF, commandCase, noted, type AsStaff } from "../arguments/as-staff.ts";
import {
  ofDistrict,
  parsed,
  print,
  type Json,
  type OfDistrict,
} from "../arguments/command-parts.ts";
import { CommandError } from "../arguments/command-error.ts";
import { currentAsOf } from "../arguments/current-as-of.ts";
import { extractText, listText } from "../text/extract-text.ts";
import { localFolders, withLocalPlaces } from "../arguments/local-places.ts";
import { mandateArgument, mandateAsked, type OfMandate } from "../arguments/mandate-argument.ts";

interface ExtractArguments {
  readonly edition?: string;
  readonly for?: string;
  readonly replaces?: string;
  readonly list?: true;
}

/** `ilp extract`: the de-identified extract of a staff edition, for researchers with an agreement. */
export function addExtractCommand(program: Command, progressFor: (of: Json) => Progress): void {
  ofDistrict(
    program,
    "extract",
    "Make a de-identified extract of a staff edition for researchers who have signed an agreement.",
  )
    .option("--edition <id>", "the staff edition; by default the current one")
    .option("--for <purpose>", "who receives it and for what purpose, as the agreement says")
    .option(
      "--replaces <extract>",
      "the earlier extract of this school year, which this one replaces",
    )
    .option(
      "--mandate <id>",
      "the mandate of the edition; by default, the district's own",
      parsed(mandateArgument),
    )
    .option("--list", "list the extracts made so far; do not make one")
    .option(...AS_STAFF)
    .addHelpText(
      "after",
      `
The extract is for restricted use: it has one row per student. Give it only to people who have
signed an agreement. Each school year has one extract.`,
    )
    .action(async (options: OfDistrict & OfMandate & ExtractArguments & AsStaff) => {
      if (options.list === true) {
        const logs = await withLocalPlaces(options.data, async (places) => {
          // For a district without data, "no extract was made" would be the wrong answer.
          await currentAsOf(places, options.district);
          await noted(await commandCase(places, options), "make-extract", "extracts");
          return extractsOf(places.records, options.district);
        });
        print(options, logs, listText);
        return;
      }
      const purpose = options.for?.trim() ?? "";
      if (purpose === "") {
        throw new CommandError(
          '--for must say who receives the extract and for what purpose, such as --for "State University, agreement 2026-014"',
        );
      }
      const log = await withLocalPlaces(options.data, async (places) => {
        await noted(await commandCase(places, options), "make-extract", "extract");
        return makeExtract(
          places,
          options.district,
          {
            edition: options.edition ?? null,
            mandate: await mandateAsked(places, options),
            purpose,
            replaces: options.replaces ?? null,
            madeAt: new Date().toISOString(),
          },
          progressFor(options),
        );
      });
      print(options, log, (made) => extractText(made, localFolders(options.data).records));
    });
}
