import { Option, type Command } from "commander";
import type { MandateProfile } from "../../mandates/rules/mandate-profile.ts";
import { mandateById } from "../../mandates/rules/mandates.ts";
import { conformedInForce } from "../../pipeline/conform/conformed-in-force.ts";
import type { Progress } from "../../pipeline/ports.ts";
import { consoleSetting, setConsole } from "../../pipeline/settings/console-setting.ts";
import {
  districtProtection,
  protectionSetting,
  setProtection,
} from "../../pipeline/settings/district-protection.ts";
import { mandateSetting, setMandate } from "../../pipeline/settings/mandate-setting.ts";
import { CALENDARS, type PublicCalendar } from "../../protection/protection-policy.ts";
import { CommandError } from "../arguments/command-error.ts";
import {
  ofDistrict,
  parsed,
  print,
  smallestGroupArgument,
  type Json,
  type OfDistrict,
} from "../arguments/command-parts.ts";
import { withLocalPlaces } from "../arguments/local-places.ts";
import { mandateArgument } from "../arguments/mandate-argument.ts";
import { readOverlay } from "../steps/read-overlay.ts";
import { refusedText, settingText } from "../text/mandate-text.ts";
import { addConfirmCommand } from "./confirm-command.ts";
import { addDistrictMailCommand } from "./district-mail-command.ts";

interface Setting extends OfDistrict {
  readonly mandate?: MandateProfile;
  readonly overlay?: string;
  readonly smallestGroup?: number;
  readonly publicCalendar?: PublicCalendar;
  readonly oldAfter?: number;
}

/** Adds `ilp district` (set, confirm, show): what is set for a district. */
export function addDistrictCommands(program: Command, progressFor: (of: Json) => Progress): void {
  const district = program
    .command("district")
    .description(
      "A district's settings: its mandate, and how its published figures are protected.",
    );
  addSet(district);
  addConfirmCommand(district, progressFor);
  addDistrictMailCommand(district);
  ofDistrict(district, "show", "Show a district's settings.").action(
    async (options: OfDistrict) => {
      print(options, await settingOf(options), settingText);
    },
  );
}

function addSet(district: Command): void {
  ofDistrict(
    district,
    "set",
    "Change a district's settings: its mandate, its own rules, and how its figures are protected.",
  )
    .option("--mandate <id>", "the mandate profile, such as KY", parsed(mandateArgument))
    .option(
      "--overlay <file>",
      "a JSON file of the district's own rules, which may only be stricter or earlier than the state's",
    )
    .option(
      "--smallest-group <students>",
      "the smallest school, grade or student group with public figures: 15, 20 or 30 students",
      parsed(smallestGroupArgument),
    )
    .addOption(
      new Option(
        "--public-calendar <calendar>",
        "when ilp publish also makes a public release",
      ).choices(CALENDARS),
    )
    .option(
      "--old-after <days>",
      "days without a newer edition before the console warns that its data are old",
      parsed(oldAfterArgument),
    )
    .action(async (options: Setting) => {
      refuseNothingToSet(options);
      await setFigures(options);
      await setMandateOf(options);
      await printSet(options);
    });
}

/** @throws CommandError when nothing is given to set, or an overlay without its mandate */
function refuseNothingToSet(options: Setting): void {
  const { mandate, overlay, smallestGroup, publicCalendar, oldAfter } = options;
  const given = [mandate, smallestGroup, publicCalendar, oldAfter];
  if (given.every((value) => value === undefined)) {
    throw new CommandError(
      "nothing to set: use --mandate, --smallest-group, --public-calendar or --old-after",
    );
  }
  if (mandate === undefined && overlay !== undefined) {
    throw new CommandError(
      "--overlay also needs --mandate, the state mandate that the district's rules add to",
    );
  }
}

/** How figures are protected, and after how many days they are old. */
async function setFigures(options: Setting): Promise<void> {
  const { data, district, smallestGroup, publicCalendar: calendar, oldAfter } = options;
  if (smallestGroup !== undefined || calendar !== undefined) {
    await withLocalPlaces(data, ({ records }) =>
      setProtection(records, district, {
        ...(smallestGroup !== undefined && { smallestGroup }),
        ...(calendar !== undefined && { calendar }),
      }),
    );
  }
  if (oldAfter !== undefined) {
    await withLocalPlaces(data, ({ records }) =>
      setConsole(records, district, { oldAfterDays: oldAfter }),
    );
  }
}

/** @throws CommandError when the district's own rules would be looser than the state's */
async function setMandateOf({
  data,
  district,
  mandate,
  overlay: file,
  json,
}: Setting): Promise<void> {
  if (mandate === undefined) return;
  const overlay = file === undefined ? null : await readOverlay(file);
  const setting = { mandate: mandate.id, overlay };
  const laid = await withLocalPlaces(data, ({ records }) => setMandate(records, district, setting));
  if (laid.kind !== "refused") return;
  process.stdout.write(json ? `${JSON.stringify(laid, null, 2)}\n` : refusedText(laid));
  throw new CommandError(
    "the district's rules would be less strict than the state's: nothing was changed",
  );
}

/**
 * A district may be set up before its first export comes. A mistyped id looks the same, so the
 * command says so.
 */
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

/** The settings in use for a district: as set, or the defaults. */
const settingOf = ({ data, district }: OfDistrict) =>
  withLocalPlaces(data, async ({ records }) => {
    const setting = await mandateSetting(records, district);
    const isKnown = setting !== null || (await conformedInForce(records, district)) !== null;
    if (!isKnown && Object.keys(await protectionSetting(records, district)).length === 0) {
      throw new CommandError(`district ${district} has no settings and no data yet`);
    }
    const { mandate = "effective-practice", overlay = null } = setting ?? {};
    const policy = await districtProtection(records, district, mandateById(mandate));
    const { oldAfterDays } = await consoleSetting(records, district);
    return { district, mandate, overlay, ...policy, oldAfterDays };
  });

function oldAfterArgument(text: string): number {
  const days = Number(text);
  if (!Number.isInteger(days) || days < 1 || days > 366) {
    throw new Error("expected a whole number of days, from 1 to 366");
  }
  return days;
}
