import type { Command } from "commander";
import type { Day } from "../../domain/calendar/day.ts";
import { districtMandate } from "../../pipeline/measure/district-mandate.ts";
import type { Progress } from "../../pipeline/ports.ts";
import { CommandError } from "../arguments/command-error.ts";
import {
  dayArgument,
  ofDistrict,
  parsed,
  print,
  type Json,
  type OfDistrict,
} from "../arguments/command-parts.ts";
import { withLocalPlaces } from "../arguments/local-places.ts";
import { mandateArgument, mandateAsked, type OfMandate } from "../arguments/mandate-argument.ts";
import { publishText } from "../text/step-text.ts";
import { previewMandate, previewText } from "../steps/preview-mandate.ts";
import { publishRelease } from "../steps/publish-release.ts";

interface PublishArguments extends OfDistrict, OfMandate {
  readonly asOf: Day;
  readonly public?: true;
  readonly newSecret?: true;
}

/** Adds `ilp publish`: the editions of a day or, with `--mandate`, a preview that changes nothing in use. */
export function addPublishCommand(program: Command, progressFor: (of: Json) => Progress): void {
  ofDistrict(
    program,
    "publish",
    "Calculate the district's figures as of a date: write the staff edition and, when one is due, a public release.",
  )
    .requiredOption("--as-of <day>", "the date of the figures (YYYY-MM-DD)", parsed(dayArgument))
    .option(
      "--mandate <id>",
      "try out a mandate, such as KY: write a preview for staff and change nothing else",
      parsed(mandateArgument),
    )
    .option("--public", "make a public release now, even when none is scheduled")
    .option(
      "--new-secret",
      "with --public: continue with a new secret although the secret of this school year is lost",
    )
    .action(async (options: PublishArguments) => {
      if (options.newSecret === true && options.public !== true) {
        throw new CommandError("--new-secret can only be used together with --public");
      }
      if (options.mandate === undefined) await publishDay(options, progressFor(options));
      else await preview(options, progressFor(options));
    });
}

async function publishDay(options: PublishArguments, progress: Progress): Promise<void> {
  const { data, district, asOf } = options;
  const asked = { isAsked: options.public === true, isNewSecret: options.newSecret === true };
  const report = await withLocalPlaces(data, async (places) => {
    const mandate = await districtMandate(places.records, district);
    return publishRelease({ places, data, district, asOf, mandate, progress, asked });
  });
  print(options, report, publishText);
  if (asked.isAsked && report.publicRelease === null) {
    throw new CommandError(
      `a public release with a later date than ${asOf} exists: an earlier date can only be published for staff`,
    );
  }
}

async function preview(options: PublishArguments, progress: Progress): Promise<void> {
  const { data, district, asOf, mandate } = options;
  if (options.public === true) {
    throw new CommandError(
      `--mandate writes a preview, and what is public cannot be taken back: set the mandate first with ilp district set --district ${district} --mandate ${mandate?.id ?? ""}, then publish with --public alone`,
    );
  }
  const report = await withLocalPlaces(data, async (places) => {
    const measuring = { asOf, mandate: await mandateAsked(places, options) };
    return previewMandate(places, data, district, measuring, progress);
  });
  print(options, report, previewText);
}
