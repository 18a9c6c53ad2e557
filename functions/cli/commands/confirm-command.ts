import type { Command } from "commander";
import type { Day } from "../../domain/calendar/day.ts";
import { confirmRule, type ConfirmReport } from "../../pipeline/decisions/confirm-rule.ts";
import { setProfile } from "../../pipeline/measure/district-mandate.ts";
import type { Progress } from "../../pipeline/ports.ts";
import { AS_STAFF, commandCase, noted, signedBy, type AsStaff } from "../arguments/as-staff.ts";
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

/** What the command is asked for. */
interface ConfirmAsked extends OfDistrict, OfMandate {
  readonly requirement: string;
  readonly by?: string;
  readonly source?: string;
  readonly on?: Day;
  readonly withdraw?: true;
}

/** Adds `ilp district confirm`: that the district has read the text of a rule that nobody of this project has confirmed. */
export function addConfirmCommand(district: Command, progressFor: (of: Json) => Progress): void {
  ofDistrict(
    district,
    "confirm",
    "Record that the district has read the official text of a rule that this project has not checked, so that the rule may give “not met”.",
  )
    .requiredOption(
      "--requirement <id>",
      "the id of the requirement; ilp mandates show lists the ids",
    )
    .option("--by <name>", "who has read it, name and role; with --as, that person")
    .option("--source <text>", "the document that was read, with its edition")
    .option("--on <day>", "the date on which it was read; by default, today", parsed(dayArgument))
    .option("--withdraw", "withdraw the confirmation; --source may give the reason")
    .option(
      "--mandate <id>",
      "the mandate; by default, the district's own",
      parsed(mandateArgument),
    )
    .option(...AS_STAFF)
    .action(async (options: ConfirmAsked & AsStaff) => {
      const { district, requirement, source = "", on = null, withdraw } = options;
      const report = await withLocalPlaces(options.data, async (places) => {
        const of = await commandCase(places, options);
        const by = signedBy(of, options.by);
        await noted(of, "confirm-rule", `confirmation of ${requirement.slice(0, 80)}`);
        const mandate = await mandateAsked(places, options);
        const profile = options.mandate ?? (await setProfile(places.records, district));
        const recording = {
          ...{ places, district, mandate, progress: progressFor(options) },
          at: new Date().toISOString(),
        };
        const isWithdrawn = withdraw === true;
        return confirmRule(recording, profile, { requirement, isWithdrawn, by, source, on });
      });
      print(options, report, confirmText);
    });
}

/** What people read after it. */
export const confirmText = (report: ConfirmReport): string => {
  const rule = `${report.requirement} of ${report.mandate}`;
  if (report.kind === "confirmed-already") {
    return `${rule} is already confirmed: ${report.because}; nothing was recorded\n`;
  }
  const { isWithdrawn, noEffectBecause } = report;
  const state = `${rule} is ${isWithdrawn ? "no longer confirmed" : "confirmed"} by the district`;
  const effect =
    noEffectBecause !== null
      ? `${state}; this changes no answer by itself: ${noEffectBecause}`
      : isWithdrawn
        ? `${state}: it cannot give "not met" until it is`
        : `${state}: it may give "not met" from now on`;
  return `${effect}\nrecorded in ${report.file}; conformed version ${report.version}. The next ilp publish applies it and starts a new trend.\n`;
};
