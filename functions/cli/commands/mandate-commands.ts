import type { Command } from "commander";
import { day, type Day } from "../../domain/calendar/day.ts";
import { districtId, type DistrictId } from "../../domain/ids.ts";
import type { MandateProfile } from "../../mandates/rules/mandate-profile.ts";
import { listedMandates } from "../../editions/mandate-summary.ts";
import { AS_STAFF, commandCase, noted, type AsStaff } from "../arguments/as-staff.ts";
import {
  dayArgument,
  ofDistrict,
  parsed,
  print,
  type Common,
  type Json,
  type OfDistrict,
} from "../arguments/command-parts.ts";
import { DATA_FOLDER, withLocalPlaces } from "../arguments/local-places.ts";
import { mandateArgument } from "../arguments/mandate-argument.ts";
import { compareForDistrict } from "../steps/compare-mandates.ts";
import { comparisonText, mandatesText, mandateText } from "../text/mandate-text.ts";
import { shownMandate, shownProfile } from "./shown-mandate.ts";

interface OfDay {
  readonly asOf: Day;
}
type ShowOptions = Common & Partial<OfDay> & { readonly district?: DistrictId };
type CompareOptions = OfDistrict & OfDay & AsStaff;

/** Adds `ilp mandates` (list, show, compare): what the mandates ask. */
export function addMandateCommands(program: Command): void {
  const mandates = program
    .command("mandates")
    .description("Mandates: list them, show one rule by rule, or compare two.")
    .option("--json", "print JSON for use by other programs")
    .action((options: Json) => print(options, listedMandates(), mandatesText));
  addShow(mandates);
  addCompare(mandates);
}

function addShow(mandates: Command): void {
  mandates
    .command("show")
    .description(
      "Show one mandate rule by rule, with the source of each rule and whether it was checked.",
    )
    .argument(
      "[id]",
      "the mandate, such as KY; with --district, by default the district's own",
      parsed(mandateArgument),
    )
    .option(
      "--as-of <day>",
      "the date for the due dates of its duties; by default, today",
      parsed(dayArgument),
    )
    .option("--district <id>", "also show what this district has confirmed", parsed(districtId))
    .option("--data <folder>", "the data folder", DATA_FOLDER)
    .option("--json", "print JSON for use by other programs")
    .action(async (profile: MandateProfile | undefined, _: unknown, own: Command) => {
      await showMandate(profile, own.optsWithGlobals<ShowOptions>());
    });
}

async function showMandate(
  profile: MandateProfile | undefined,
  options: ShowOptions,
): Promise<void> {
  const { data, district, asOf = today() } = options;
  const shown =
    district === undefined
      ? shownProfile(profile, asOf)
      : await withLocalPlaces(data, (places) =>
          shownMandate(places, { data, district }, profile, asOf),
        );
  print(options, shown, mandateText);
}

function addCompare(mandates: Command): void {
  ofDistrict(
    mandates,
    "compare",
    "Compare two mandates for the same students: how many students' answers change, and for which requirements.",
  )
    .argument("<from>", "the first mandate, such as KY", parsed(mandateArgument))
    .argument("<to>", "the second mandate", parsed(mandateArgument))
    .requiredOption("--as-of <day>", "the date to report on (YYYY-MM-DD)", parsed(dayArgument))
    .option(...AS_STAFF)
    .action(
      async (from: MandateProfile, to: MandateProfile, options: CompareOptions, own: Command) => {
        const compared = await withLocalPlaces(options.data, async (places) => {
          await noted(await commandCase(places, options), "see-figures", "mandates compared");
          return compareForDistrict(places, options.district, [from, to], options.asOf);
        });
        print(own.optsWithGlobals<Json>(), compared, comparisonText);
      },
    );
}

const today = (): Day => day(new Date().toISOString().slice(0, 10));
