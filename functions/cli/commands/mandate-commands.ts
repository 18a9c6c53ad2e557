import { readFileSync } from "node:fs";
import { Option, type Command } from "commander";
import type { Day } from "../../domain/calendar/day.ts";
import { day } from "../../domain/calendar/day.ts";
import { districtId, type DistrictId } from "../../domain/ids.ts";
import type { MandateProfile } from "../../mandates/rules/mandate-profile.ts";
import { mandateById } from "../../mandates/rules/mandates.ts";
import type { MandateOverlay } from "../../mandates/overlay/overlay.ts";
import { conformedInForce } from "../../pipeline/conform/conformed-manifest.ts";
import { consoleSetting, setConsole } from "../../pipeline/settings/console-setting.ts";
import { mandateSetting, setMandate } from "../../pipeline/settings/mandate-setting.ts";
import {
  districtProtection,
  protectionSetting,
  setProtection,
} from "../../pipeline/settings/district-protection.ts";
import { CALENDARS, type PublicCalendar } from "../../protection/protection-policy.ts";
import type { Progress } from "../../pipeline/ports.ts";
import { listedMandates } from "../../pipeline/release/mandate-summary.ts";
import { AS_STAFF, commandCase, noted, type AsStaff } from "../arguments/as-staff.ts";
import { CommandError } from "../arguments/command-error.ts";
import {
  dayArgument,
  ofDistrict,
  parsed,
  print,
  smallestGroupArgument,
  type Common,
  type Json,
  type OfDistrict,
} from "../arguments/command-parts.ts";
import { compareForDistrict } from "../steps/compare-mandates.ts";
import { addConfirmCommand } from "./confirm-command.ts";
import { DATA_FOLDER, withLocalPlaces } from "../arguments/local-places.ts";
import { mandateArgument } from "../arguments/mandate-argument.ts";
import {
  comparisonText,
  mandatesText,
  mandateText,
  refusedText,
  settingText,
} from "../text/mandate-text.ts";
import { shownMandate, shownProfile } from "./shown-mandate.ts";

interface OfDay {
  readonly asOf: Day;
}
type ShowArguments = Common & Partial<OfDay> & { readonly district?: DistrictId };
interface Setting extends OfDistrict {
  readonly mandate?: MandateProfile;
  readonly overlay?: string;
  readonly smallestGroup?: number;
  readonly publicCalendar?: PublicCalendar;
  readonly oldAfter?: number;
}

/** Adds `ilp mandates` (list, show, compare) and `ilp district` (set, confirm, show): what is asked, and of whom. */
export function addMandateCommands(program: Command, progressFor: (of: Json) => Progress): void {
  const mandates = program
    .command("mandates")
    .description("The mandate profiles: list them, show one rule by rule, compare two.")
    .option("--json", "print one JSON document for machines")
    .action((options: Json) => print(options, listedMandates(), mandatesText));

  mandates
    .command("show")
    .description(
      "One mandate rule by rule, with the text each comes from and how far it was checked.",
    )
    .argument(
      "[id]",
      "the profile, such as KY; with --district the one set",
      parsed(mandateArgument),
    )
    .option(
      "--as-of <day>",
      "the day its duties are dated for; today without it",
      parsed(dayArgument),
    )
    .option("--district <id>", "with what this district has confirmed", parsed(districtId))
    .option("--data <folder>", "where everything is kept", DATA_FOLDER)
    .option("--json", "print one JSON document for machines")
    .action(async (profile: MandateProfile | undefined, _: unknown, own: Command) => {
      const options = own.optsWithGlobals<ShowArguments>();
      const { data, district, asOf = today() } = options;
      const shown =
        district === undefined
          ? shownProfile(profile, asOf)
          : await withLocalPlaces(data, (places) =>
              shownMandate(places, { data, district }, profile, asOf),
            );
      print(options, shown, mandateText);
    });

  ofDistrict(
    mandates,
    "compare",
    "The same students under two mandates: how many change, and where.",
  )
    .argument("<from>", "the one profile", parsed(mandateArgument))
    .argument("<to>", "the other", parsed(mandateArgument))
    .requiredOption("--as-of <day>", "the day to answer for, YYYY-MM-DD", parsed(dayArgument))
    .option(...AS_STAFF)
    .action(
      async (
        from: MandateProfile,
        to: MandateProfile,
        options: OfDistrict & OfDay & AsStaff,
        own: Command,
      ) => {
        const compared = await withLocalPlaces(options.data, async (places) => {
          await noted(await commandCase(places, options), "see-figures", "mandates compared");
          return compareForDistrict(places, options.district, [from, to], options.asOf);
        });
        print(own.optsWithGlobals<Json>(), compared, comparisonText);
      },
    );

  const district = program
    .command("district")
    .description("What is set for a district: its mandate, and how its figures are protected.");

  ofDistrict(district, "set", "Set the mandate, and the district's own rules where it has any.")
    .option("--mandate <id>", "the mandate profile, such as KY", parsed(mandateArgument))
    .option("--overlay <file>", "rules of the district's own, as JSON: stricter or earlier only")
    .option(
      "--smallest-group <students>",
      "the fewest students of a school, grade or student group with a public figure: 15, 20 or 30",
      parsed(smallestGroupArgument),
    )
    .addOption(
      new Option(
        "--public-calendar <calendar>",
        "when public releases come out, by the day of a publish",
      ).choices(CALENDARS),
    )
    .option(
      "--old-after <days>",
      "after how many days without a newer edition the console says that its data are old",
      parsed(oldAfterArgument),
    )
    .action(async (options: Setting) => {
      const { mandate, smallestGroup, publicCalendar: calendar, overlay: file, oldAfter } = options;
      const hasProtection = smallestGroup !== undefined || calendar !== undefined;
      if (mandate === undefined && !hasProtection && oldAfter === undefined) {
        throw new CommandError(
          "nothing to set: give --mandate, --smallest-group, --public-calendar or --old-after",
        );
      }
      if (mandate === undefined && file !== undefined) {
        throw new CommandError("--overlay needs the --mandate that it is laid over");
      }
      if (hasProtection) {
        await withLocalPlaces(options.data, ({ records }) =>
          setProtection(records, options.district, {
            ...(smallestGroup !== undefined && { smallestGroup }),
            ...(calendar !== undefined && { calendar }),
          }),
        );
      }
      if (oldAfter !== undefined) {
        await withLocalPlaces(options.data, ({ records }) =>
          setConsole(records, options.district, { oldAfterDays: oldAfter }),
        );
      }
      if (mandate === undefined) {
        await printSet(options);
        return;
      }
      const own = options.overlay === undefined ? null : await overlayIn(options.overlay);
      const setting = { mandate: mandate.id, overlay: own };
      const laid = await withLocalPlaces(options.data, ({ records }) =>
        setMandate(records, options.district, setting),
      );
      if (laid.kind === "refused") {
        process.stdout.write(
          options.json ? `${JSON.stringify(laid, null, 2)}\n` : refusedText(laid),
        );
        throw new CommandError(
          "the district's rules would be looser than the state's: nothing is set",
        );
      }
      await printSet(options);
    });

  addConfirmCommand(district, progressFor);

  ofDistrict(district, "show", "What is set for a district.").action(
    async (options: OfDistrict) => {
      print(options, await settingOf(options), settingText);
    },
  );
}

/** A district may be set up before its first export comes; a mistyped one looks the same, so it is said. */
async function printSet(options: OfDistrict): Promise<void> {
  print(options, await settingOf(options), settingText);
  const { data, district } = options;
  const manifest = await withLocalPlaces(data, ({ records }) =>
    conformedInForce(records, district),
  );
  if (manifest === null) {
    process.stderr.write(`ilp: nothing is ingested for district ${district} yet\n`);
  }
}

/** What is in force for a district: as it is set, and what stands where nothing is. */
const settingOf = ({ data, district }: OfDistrict) =>
  withLocalPlaces(data, async ({ records }) => {
    const setting = await mandateSetting(records, district);
    const isKnown = setting !== null || (await conformedInForce(records, district)) !== null;
    if (!isKnown && Object.keys(await protectionSetting(records, district)).length === 0) {
      throw new CommandError(`nothing is set and nothing is ingested for district ${district}`);
    }
    const { mandate = "effective-practice", overlay = null } = setting ?? {};
    const policy = await districtProtection(records, district, mandateById(mandate));
    const { oldAfterDays } = await consoleSetting(records, district);
    return { district, mandate, overlay, ...policy, oldAfterDays };
  });

/** Rules of the district's own, held to the schema. The validator is loaded only now: most commands need none. */
async function overlayIn(path: string): Promise<MandateOverlay> {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    const why = error instanceof SyntaxError ? "is not JSON" : "cannot be read";
    throw new CommandError(`${path} ${why}`);
  }
  const { validateOverlay } = await import("../../mandates/overlay/validate-profile.ts");
  const checked = validateOverlay(data);
  if (checked.kind === "invalid") {
    throw new CommandError(`${path} is no overlay: ${checked.faults.join("; ")}`);
  }
  return checked.data;
}

const today = (): Day => day(new Date().toISOString().slice(0, 10));

function oldAfterArgument(text: string): number {
  const days = Number(text);
  if (!Number.isInteger(days) || days < 1 || days > 366) {
    throw new Error("expected whole days, from 1 to 366");
  }
  return days;
}
